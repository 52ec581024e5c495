import { PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import type { CoverageRow, TimeSpan } from '../../../shared/contract/reconcile-methods';
import { ReasonDialog } from '../../analysis/reason-dialog';
import { formatInstant, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { retractCoverage } from './correct-coverage';
import { CorrectionDialog } from './correction-dialog';

/** One log's reach: how it is known, its silences with their reasons, and what a person has corrected. */
export function CoverageDetails({
  row,
  onClose,
}: {
  readonly row: CoverageRow;
  readonly onClose: () => void;
}) {
  const [correcting, setCorrecting] = useState<TimeSpan | 'new' | null>(null);
  const [retracting, setRetracting] = useState<number | null>(null);
  const retract = async (reason: string, author: string) => {
    const correction = row.corrections.find(({ id }) => id === retracting);
    if (correction === undefined) return;
    await retractCoverage(row.system, correction, { reason, author });
    setRetracting(null);
  };
  return (
    <aside className="reckoning" aria-label={row.system}>
      <header className="reckoning__header">
        <h2 className="reckoning__title">{row.system}</h2>
        <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
      </header>
      <section className="reckoning__body" aria-label={t('reconcile.coverage')}>
        <p>{withReadableTimes(row.because)}</p>
        <p className="reckoning__note">
          {t('coverage.inFiles')} {row.files.join(', ')}
        </p>
        {row.notes.map((note) => (
          <p key={note} className="reckoning__note">
            {note}
          </p>
        ))}
        <div>
          <Button icon={PencilLine} onClick={() => setCorrecting('new')}>
            {t('coverage.correct')}
          </Button>
        </div>
        {row.corrections.length > 0 && <h3 className="reckoning__heading">{t('coverage.corrections')}</h3>}
        <ul>
          {row.corrections.map((correction) => (
            <li key={correction.id} className="coverage-item">
              <p>
                {correction.isCovered ? t('coverage.isCovered') : t('coverage.isNotCovered')}:{' '}
                {spanText(correction.from, correction.to)}
              </p>
              <p className="coverage-item__reason">
                {t('coverage.by', { author: correction.author, reason: correction.reason })}
              </p>
              <Button variant="quiet" onClick={() => setRetracting(correction.id)}>
                {t('coverage.retract')}
              </Button>
            </li>
          ))}
        </ul>
        <h3 className="reckoning__heading">{t('coverage.gapsOf', { count: row.gaps.length })}</h3>
        <ul>
          {row.gaps.map((gap) => (
            <li key={gap.from} className="coverage-item">
              <p>{spanText(gap.from, gap.to)}</p>
              <p className="coverage-item__reason">{withReadableTimes(gap.because)}</p>
              <Button variant="quiet" onClick={() => setCorrecting(gap)}>
                {t('coverage.correctGap')}
              </Button>
            </li>
          ))}
        </ul>
        {row.closedGaps.length > 0 && (
          <>
            <h3 className="reckoning__heading">
              {t('coverage.closedGaps', { count: row.closedGaps.length })}
            </h3>
            <ul>
              {row.closedGaps.map((gap) => (
                <li key={gap.from} className="coverage-item">
                  <p>{spanText(gap.from, gap.to)}</p>
                  <p className="coverage-item__reason">{withReadableTimes(gap.because)}</p>
                  <p>{t('coverage.saidCovered')}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3 className="reckoning__heading">{t('coverage.spansOf', { count: row.spans.length })}</h3>
        <ul>
          {row.spans.map((span) => (
            <li key={span.from} className="coverage-item">
              {spanText(span.from, span.to)}
            </li>
          ))}
        </ul>
      </section>
      <CorrectionDialog
        key={correcting === null || correcting === 'new' ? 'new' : correcting.from}
        row={row}
        gap={correcting === 'new' ? null : correcting}
        isOpen={correcting !== null}
        onClose={() => setCorrecting(null)}
      />
      <ReasonDialog
        title={t('coverage.retractTitle')}
        confirm={t('coverage.retractNow')}
        isOpen={retracting !== null}
        onClose={() => setRetracting(null)}
        onConfirm={(reason, author) => void retract(reason, author)}
      />
    </aside>
  );
}

const spanText = (from: string, to: string) =>
  t('coverage.span', { from: formatInstant(from), to: formatInstant(to) });
