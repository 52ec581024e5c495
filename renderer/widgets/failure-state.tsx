import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './failure-state.css';

interface FailureStateProps {
  readonly title: string;
  /** Cause and next step, in the engine's words. */
  readonly message: string;
  readonly actions?: ReactNode;
}

export function FailureState({ title, message, actions }: FailureStateProps) {
  return (
    <div className="failure-state" role="alert">
      <OctagonAlert className="failure-state__icon" size={18} aria-hidden />
      <div>
        <p className="failure-state__title">{title}</p>
        <p className="failure-state__message">{message}</p>
        {actions && <div className="failure-state__actions">{actions}</div>}
      </div>
    </div>
  );
}
