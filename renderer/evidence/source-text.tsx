import { type ReactNode, useEffect, useRef } from 'react';
import type { SourceLines } from '../../shared/contract/case-methods';
import { t } from '../strings/text';

interface SourceTextProps {
  readonly lines: SourceLines['lines'];
  readonly header: SourceLines['header'];
  readonly above: ReactNode;
  readonly below: ReactNode;
}

/** Lines as they stand in the file. What is cited is marked by a bar, a ground and a word, and is in sight. */
export function SourceText({ lines, header, above, below }: SourceTextProps) {
  const list = useRef<HTMLDivElement>(null);
  const firstCited = lines.find((line) => line.isCited)?.line;

  useEffect(() => {
    if (firstCited !== undefined) {
      list.current?.querySelector(`[data-line="${firstCited}"]`)?.scrollIntoView({ block: 'center' });
    }
  }, [firstCited]);

  return (
    <section ref={list} className="source-text" aria-label={t('evidence.text')}>
      {header !== null && (
        <p className="source-text__header mono">
          <span className="source-text__number">{t('evidence.columns')}</span>
          <span>{header.join(' · ')}</span>
        </p>
      )}
      {above}
      <ol className="source-text__lines mono">
        {lines.map((line) => (
          <li
            key={line.line}
            data-line={line.line}
            className={line.isCited ? 'source-text__line source-text__line--cited' : 'source-text__line'}
          >
            <span className="source-text__number numeric">{line.line}</span>
            <span className="source-text__text">{line.text}</span>
            {line.isCited && <span className="visually-hidden">{t('evidence.cited')}</span>}
          </li>
        ))}
      </ol>
      {below}
    </section>
  );
}
