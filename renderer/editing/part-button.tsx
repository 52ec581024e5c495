import { Unlink } from 'lucide-react';
import { openParting } from '../state/editing-store';
import { t } from '../strings/text';
import './editing.css';

interface PartButtonProps {
  readonly system: string;
  readonly name: string;
}

/** Beside another name of a system: to say that it is not. */
export function PartButton({ system, name }: PartButtonProps) {
  const label = t('names.part', { name, system });
  return (
    <button
      type="button"
      className="correct-button"
      aria-label={label}
      title={label}
      onClick={() => openParting(system, name)}
    >
      <Unlink size={12} aria-hidden />
    </button>
  );
}
