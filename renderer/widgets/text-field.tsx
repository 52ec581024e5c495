import type { LucideIcon } from 'lucide-react';
import { type InputHTMLAttributes, type Ref, useId } from 'react';
import './field.css';

interface TextFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className' | 'style'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: LucideIcon;
  readonly isLabelShown?: boolean;
  readonly isWide?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  value,
  onChange,
  icon: Icon,
  isLabelShown = true,
  isWide = false,
  ...rest
}: TextFieldProps) {
  const id = useId();
  return (
    <span className={isWide ? 'field field--wide' : 'field'}>
      <label className={isLabelShown ? 'field__label' : 'visually-hidden'} htmlFor={id}>
        {label}
      </label>
      <span className="field__box">
        {Icon && <Icon className="field__icon" size={14} strokeWidth={2} aria-hidden />}
        <input
          {...rest}
          id={id}
          className={Icon ? 'field__control field__control--icon' : 'field__control'}
          value={value}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </span>
  );
}
