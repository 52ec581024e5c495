import { useId } from 'react';
import './field.css';

export interface Option<T extends string> {
  readonly value: T;
  readonly title: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** Shows the label beside the control; otherwise it is only the accessible name. */
  readonly isLabelShown?: boolean;
  readonly isWide?: boolean;
}

/** One of a few: the platform's own list, so that typing, touch and screen readers work as they always do. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  isLabelShown = true,
  isWide = false,
}: ChoiceProps<T>) {
  const id = useId();
  return (
    <span className={isWide ? 'field field--wide' : 'field'}>
      <label className={isLabelShown ? 'field__label' : 'visually-hidden'} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field__control field__control--select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </span>
  );
}
