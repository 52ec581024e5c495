import type { ReactNode } from 'react';
import { ProgressBar } from './progress-bar';
import './working-state.css';

interface WorkingStateProps {
  readonly title: string;
  readonly detail: string;
  readonly fraction: number | null;
  readonly action?: ReactNode;
}

/** Work that the view waits for, in the place of its result. */
export function WorkingState({ title, detail, fraction, action }: WorkingStateProps) {
  return (
    <div className="working-state" aria-busy="true">
      <p className="working-state__title">{title}</p>
      <ProgressBar label={title} fraction={fraction} />
      <p className="working-state__detail numeric">{detail}</p>
      {action && <div>{action}</div>}
    </div>
  );
}
