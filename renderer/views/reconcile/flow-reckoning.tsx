import { PackageX, X } from 'lucide-react';
import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { dispositions } from '../../../shared/model/vocabulary';
import { DispositionTag } from '../../analysis/dispositions';
import { goTo } from '../../state/navigation-store';
import { formatCount, formatDuration, formatInstant } from '../../strings/format';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Facts } from '../../widgets/facts';
import { useReconcile } from './reconcile-store';

/** One flow's sum: every disposition opens its messages; below, what the verdicts rest on. */
export function FlowReckoning({
  row,
  onClose,
}: {
  readonly row: ReconcileRow;
  readonly onClose: () => void;
}) {
  const flow = `${row.from} > ${row.to}`;
  const asides = [
    ['extra', row.extra],
    ['stuck', row.stuck],
  ] as const;
  const facts: readonly (readonly [string, string])[] = [
    [t('reconcile.expectation'), row.expectation],
    [t('reconcile.matchedBy'), row.matchedBy],
    [
      t('reconcile.maximumDelay'),
      `${formatDuration(row.maximumDelaySeconds)} (${t(`reconcile.delay.${row.maximumDelayFrom}`)})`,
    ],
    [
      t('reconcile.usualDelay'),
      row.usualDelaySeconds === null ? t('map.notKnown') : formatDuration(row.usualDelaySeconds),
    ],
    [t('reconcile.cutOff'), row.cutOff === null ? t('reconcile.noCutOff') : formatInstant(row.cutOff)],
    [t('map.received'), formatCount(row.received)],
    [t('reconcile.receivedAgain'), formatCount(row.receivedAgain)],
    [t('reconcile.acknowledgedLost'), formatCount(row.acknowledgedLost)],
    ...(row.suspectedSkewSeconds === null
      ? []
      : [
          [
            t('reconcile.skew'),
            t('reconcile.skewText', { time: formatDuration(Math.abs(row.suspectedSkewSeconds)) }),
          ] as const,
        ]),
  ];
  return (
    <aside className="reckoning" aria-label={flow}>
      <header className="reckoning__header">
        <h2 className="reckoning__title">{flow}</h2>
        <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
      </header>
      <section className="reckoning__body" aria-label={t('reconcile.sum')}>
        <p className="reckoning__sent">{t('reconcile.sentIs', { count: row.sent })}</p>
        <ul>
          {dispositions.map((disposition) => (
            <li key={disposition}>
              <button
                type="button"
                className="reckoning__part"
                disabled={row[disposition] === 0}
                onClick={() => useReconcile.setState({ messages: { flow, disposition, period: null } })}
              >
                <DispositionTag disposition={disposition} />
                <span className="numeric">{formatCount(row[disposition])}</span>
              </button>
            </li>
          ))}
        </ul>
        <h3 className="reckoning__heading">{t('reconcile.beside')}</h3>
        <ul>
          {asides.map(([disposition, count]) => (
            <li key={disposition}>
              <button
                type="button"
                className="reckoning__part"
                disabled={count === 0}
                onClick={() => useReconcile.setState({ messages: { flow, disposition, period: null } })}
              >
                <DispositionTag disposition={disposition} />
                <span className="numeric">{formatCount(count)}</span>
              </button>
            </li>
          ))}
        </ul>
        {row.lost > 0 && (
          <Button icon={PackageX} onClick={() => goTo('losses', { flow })}>
            {t('reconcile.toLosses')}
          </Button>
        )}
        <h3 className="reckoning__heading">{t('reconcile.restsOn')}</h3>
        <Facts rows={facts} />
        {row.notes.map((note) => (
          <p key={note} className="reckoning__note">
            {note}
          </p>
        ))}
      </section>
    </aside>
  );
}
