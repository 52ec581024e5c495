import { Progress } from '@base-ui/react/progress';
import './progress-bar.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1, or null while the end is not known. */
  readonly fraction: number | null;
}

export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <Progress.Root
      className="progress-bar"
      aria-label={label}
      value={fraction === null ? null : Math.round(fraction * 100)}
    >
      <Progress.Track className="progress-bar__track">
        <Progress.Indicator className="progress-bar__done" />
      </Progress.Track>
    </Progress.Root>
  );
}
