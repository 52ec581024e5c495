import type { PlacedInterval, WhyAnswer } from '../../../shared/contract/analysis-methods';
import { attributesText } from '../../analysis/patterns-table';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { formatInstant, formatPercent } from '../../strings/format';
import { t } from '../../strings/text';

/** When losses began and ended, each as an interval with the messages on its two sides. */
export function OnsetText({ why }: { readonly why: WhyAnswer }) {
  if (why.spells.length === 0) return <p>{t('losses.noOnset')}</p>;
  return (
    <ul className="losses__list">
      {why.spells.map((spell) => (
        <li key={`${spell.began?.earliest ?? ''} ${spell.ended?.latest ?? ''}`} className="onset">
          <p>
            {spell.scope === null
              ? t('losses.spell', { lost: spell.lost, total: spell.total })
              : t('losses.spellOf', {
                  lost: spell.lost,
                  total: spell.total,
                  patterns: spell.scope.map(attributesText).join(t('losses.or')),
                })}
          </p>
          {spell.began === null ? (
            <p>{t('losses.fromStart')}</p>
          ) : (
            <Bound label={t('losses.began')} interval={spell.began} />
          )}
          {spell.ended === null ? (
            <p>{t('losses.toEnd')}</p>
          ) : (
            <Bound label={t('losses.ended')} interval={spell.ended} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Bound({ label, interval }: { readonly label: string; readonly interval: PlacedInterval }) {
  const toCitations = useLineCitations();
  const evidence = [interval.lastBefore, interval.firstAfter].flatMap((line) =>
    line === null ? [] : [line],
  );
  return (
    <p className="onset__bound">
      {t('losses.between', {
        label,
        earliest: formatInstant(interval.earliest),
        latest: formatInstant(interval.latest),
        certainty:
          interval.certainty > 0.995
            ? t('losses.certain')
            : t('losses.certainty', { share: formatPercent(interval.certainty) }),
      })}{' '}
      <CitationLinks subject={label} citations={toCitations(evidence)} />
    </p>
  );
}
