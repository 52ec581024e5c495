import './two-lines.css';

/** A cell of two lines, each cut off on its own: both ends of a flow, or a finding and what it is about. */
export function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <span className="two-lines">
      <span className="truncate" title={first}>
        {first}
      </span>
      <span className="truncate two-lines__second" title={second}>
        {second}
      </span>
    </span>
  );
}
