import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One of the answers to choose from. */
export interface Option<Value extends string> {
  value: Value;
  label: ComponentChildren;
}

/** A question with a few answers, all in sight. */
export function RadioGroup<Value extends string>(props: { label: string; hint?: string; value: Value; options: readonly Option<Value>[]; onChange: (value: Value) => void }) {
  const name = useId();
  const hintId = `${name}-hint`;
  return (
    <fieldset class="choice" aria-describedby={props.hint ? hintId : undefined}>
      <legend>{props.label}</legend>
      <div class="choice-options">
        {props.options.map(({ value, label }) => (
          <label class="choice-option" key={value}>
            <input type="radio" name={name} value={value} checked={value === props.value} onChange={() => props.onChange(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {props.hint && (
        <p class="hint" id={hintId}>
          {props.hint}
        </p>
      )}
    </fieldset>
  );
}

/** A question with many answers: the browser's own list. */
export function Select<Value extends string>(props: { label: string; hint?: string; value: Value; options: readonly { value: Value; label: string }[]; onChange: (value: Value) => void }) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="select">
      <label for={id}>{props.label}</label>
      <span class="select-box">
        <select id={id} value={props.value} aria-describedby={props.hint ? hintId : undefined} onChange={(event) => props.onChange(event.currentTarget.value as Value)}>
          {props.options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === props.value}>
              {label}
            </option>
          ))}
        </select>
      </span>
      {props.hint && (
        <p class="hint" id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
