import './line-place.css';

/** Where a line stands: the number stays in sight where the file's name is cut off. */
export function LinePlace({ file, line }: { readonly file: string; readonly line: number }) {
  return (
    <>
      <span className="visually-hidden">{`${file}:${line}`}</span>
      <span className="line-place" aria-hidden="true">
        <span className="truncate">{file}</span>
        <span>:{line}</span>
      </span>
    </>
  );
}
