import { useEffect, useId, useState } from 'preact/hooks';

/** A number between two ends. Shows every step while it moves, and reports where it comes to rest. */
export function Range(props: { label: string; value: number; min: number; max: number; step: number; say: (value: number) => string; onChange: (value: number) => void }) {
  const id = useId();
  const [shown, show] = useState(props.value);
  useEffect(() => show(props.value), [props.value]);
  return (
    <div class="range">
      <label for={id}>{props.label}</label>
      <output for={id}>{props.say(shown)}</output>
      <input
        id={id}
        type="range"
        min={props.min}
        max={props.max}
        step={props.step}
        value={shown}
        aria-valuetext={props.say(shown)}
        onInput={(event) => show(event.currentTarget.valueAsNumber)}
        onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
