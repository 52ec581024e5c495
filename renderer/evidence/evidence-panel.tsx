import { ChevronLeft, ChevronRight, Copy, FolderSearch, ShieldAlert, ShieldCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Citation } from '../../shared/model/citation';
import { bridge } from '../api';
import { copyText } from '../state/clipboard';
import { closeEvidence, stepEvidence, useEvidence } from '../state/evidence-store';
import { useAnswer } from '../state/use-answer';
import { formatInstant } from '../strings/format';
import { t } from '../strings/text';
import { Button, IconButton } from '../widgets/button';
import { FailureState } from '../widgets/failure-state';
import { citationText } from './citation-text';
import { SourceText } from './source-text';
import './evidence-panel.css';

const step = 200;

/** The very lines that a fact rests on, with the file's hash and whether the file is still the same. */
export function EvidencePanel() {
  const { subject, citations, at } = useEvidence();
  const citation = citations[at];
  useEscape(citation === undefined ? null : closeEvidence);
  if (citation === undefined) return null;
  return (
    <section className="evidence" aria-label={t('evidence.title')}>
      <header className="evidence__header">
        <h2 className="evidence__title truncate">{subject === '' ? t('evidence.title') : subject}</h2>
        {citations.length > 1 && (
          <div className="evidence__pager">
            <IconButton icon={ChevronLeft} label={t('evidence.previous')} onClick={() => stepEvidence(-1)} />
            <span className="numeric">{t('evidence.of', { at: at + 1, count: citations.length })}</span>
            <IconButton icon={ChevronRight} label={t('evidence.next')} onClick={() => stepEvidence(1)} />
          </div>
        )}
        <div className="evidence__close">
          <IconButton icon={X} label={t('evidence.close')} onClick={closeEvidence} />
        </div>
      </header>
      {citation.sourceId === null ? (
        <Statement citation={citation} />
      ) : (
        <FileEvidence key={`${citation.sourceId}:${citation.line}`} citation={citation} />
      )}
    </section>
  );
}

/** Escape closes the panel, where nothing nearer takes it: no dialog, no list, no field that is typed in. */
function useEscape(close: (() => void) | null): void {
  useEffect(() => {
    if (close === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (
        target?.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') != null
      )
        return;
      close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [close]);
}

function Statement({ citation }: { readonly citation: Citation }) {
  return (
    <dl className="evidence__statement">
      <dt>{t('evidence.statementBy')}</dt>
      <dd>{citation.author ?? t('evidence.unknownAuthor')}</dd>
      {citation.at !== undefined && (
        <>
          <dt>{t('evidence.statedAt')}</dt>
          <dd>{formatInstant(citation.at)}</dd>
        </>
      )}
      <dt>{t('evidence.reason')}</dt>
      <dd>{citation.reason ?? t('evidence.noReason')}</dd>
    </dl>
  );
}

function FileEvidence({ citation }: { readonly citation: Citation }) {
  const [around, setAround] = useState({ before: 6, after: 6 });
  const answer = useAnswer(
    'sources.lines',
    citation.sourceId === null
      ? null
      : { sourceId: citation.sourceId, line: Math.max(1, citation.line), ...around },
  );
  const source = answer.value;
  if (answer.failure !== null)
    return <FailureState title={t('evidence.failed')} message={answer.failure.message} />;
  if (source === null) return <div className="evidence__wait" aria-busy="true" />;
  const cited = source.lines.filter((line) => line.isCited);
  const copy = () =>
    copyText(
      `${cited.map((line) => line.text).join('\n')}\n[${citationText(citation)}; SHA-256 ${source.sha256}]`,
      t('evidence.copied'),
    );
  return (
    <>
      <div className="evidence__facts">
        <p className="evidence__file">
          <strong>{source.file}</strong>
          <span>{t('evidence.line', { line: String(citation.line) })}</span>
          {citation.pointer !== undefined && <span className="mono truncate">{citation.pointer}</span>}
        </p>
        <p className={source.isUnchanged ? 'evidence__proof' : 'evidence__proof evidence__proof--changed'}>
          {source.isUnchanged ? <ShieldCheck size={15} aria-hidden /> : <ShieldAlert size={15} aria-hidden />}
          {source.isUnchanged ? t('evidence.unchanged') : t('evidence.changed')}
        </p>
        <p className="evidence__hash mono truncate" title={source.sha256}>
          {t('evidence.hash', { hash: source.sha256 })}
        </p>
        <div className="evidence__tools">
          <IconButton icon={Copy} label={t('evidence.copy')} onClick={copy} />
          <IconButton
            icon={FolderSearch}
            label={t('evidence.showFile')}
            onClick={() => void bridge.showInFolder(source.path)}
          />
        </div>
      </div>
      <SourceText
        lines={source.lines}
        header={source.header}
        above={
          (source.lines[0]?.line ?? 1) > 1 ? (
            <Button
              variant="quiet"
              onClick={() => setAround((old) => ({ ...old, before: Math.min(1000, old.before + step) }))}
            >
              {t('evidence.more')}
            </Button>
          ) : null
        }
        below={
          <Button
            variant="quiet"
            onClick={() => setAround((old) => ({ ...old, after: Math.min(1000, old.after + step) }))}
          >
            {t('evidence.more')}
          </Button>
        }
      />
    </>
  );
}
