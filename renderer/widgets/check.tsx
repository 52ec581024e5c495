import type { ReactNode } from 'react';
import './field.css';

interface CheckProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
}

export function Check({ isChecked, onChange, children, isDisabled = false }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        className="check__box"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
