import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'good' | 'warn' | 'bad' | 'conflict' | 'quiet' | 'accent';

/** A shape for each tone, so that it reads in greyscale and to the colour-blind. */
const shapes: Record<Tone, string> = {
  good: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 2.5 14 13.5H2Z',
  bad: 'M4 4 12 12M12 4 4 12',
  conflict: 'M2.5 5.5h9l-3-3M13.5 10.5h-9l3 3',
  quiet: 'M4 8h8',
  accent: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7Z',
};

export function ToneShape({ tone }: { readonly tone: Tone }) {
  return (
    <svg
      className={`tone-shape tone-shape--${tone}`}
      viewBox="0 0 16 16"
      width="12"
      height="12"
      aria-hidden="true"
    >
      <path d={shapes[tone]} />
    </svg>
  );
}

interface TagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Without a background, inside dense tables. */
  readonly isBare?: boolean;
}

/** A state as shape and word; the colour only repeats it. */
export function Tag({ tone, children, isBare = false }: TagProps) {
  return (
    <span className={`tag tag--${tone}${isBare ? ' tag--bare' : ''}`}>
      <ToneShape tone={tone} />
      <span className="truncate">{children}</span>
    </span>
  );
}
