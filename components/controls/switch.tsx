import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** An on/off switch with its label and, under it, a word of explanation. */
export function Switch(props: { label: ComponentChildren; hint?: string; on: boolean; onChange: (on: boolean) => void; disabled?: boolean }) {
  const hintId = useId();
  return (
    <label class="switch">
      <span class="switch-text">
        <span>{props.label}</span>
        {props.hint && (
          <span class="hint" id={hintId}>
            {props.hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={props.on}
        disabled={props.disabled}
        aria-describedby={props.hint ? hintId : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
