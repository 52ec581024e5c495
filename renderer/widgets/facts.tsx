import type { ReactNode } from 'react';
import './facts.css';

interface FactsProps {
  readonly rows: readonly (readonly [string, ReactNode])[];
}

/** Names and values, one a line. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className="facts__row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
