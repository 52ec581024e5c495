import type { PatternAnswer } from '../../shared/contract/analysis-methods';
import { formatNumber, formatPercent } from '../strings/format';
import { t } from '../strings/text';
import './patterns-table.css';

const written = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

/** What the lost have in common more than the delivered: "goes with", never "caused by". */
export function PatternsTable({ patterns }: { readonly patterns: readonly PatternAnswer[] }) {
  return (
    <table className="patterns">
      <thead>
        <tr>
          <th scope="col">{t('losses.goesWith')}</th>
          <th scope="col">{t('losses.lostOf')}</th>
          <th scope="col">{t('losses.rate')}</th>
          <th scope="col">{t('losses.elsewhere')}</th>
          <th scope="col">{t('losses.lift')}</th>
          <th scope="col">{t('losses.support')}</th>
          <th scope="col">{t('losses.q')}</th>
        </tr>
      </thead>
      <tbody>
        {patterns.map((pattern) => (
          <PatternRow key={written(pattern.attributes)} pattern={pattern} />
        ))}
      </tbody>
    </table>
  );
}

function PatternRow({ pattern }: { readonly pattern: PatternAnswer }) {
  return (
    <tr>
      <th scope="row">
        {written(pattern.attributes)}
        {pattern.sameAs.length > 0 && (
          <span className="patterns__same">
            {t('losses.sameAs', { names: pattern.sameAs.map(written).join(' · ') })}
          </span>
        )}
      </th>
      <td>{t('losses.of', { lost: pattern.lost, total: pattern.total })}</td>
      <td>{formatPercent(pattern.rate)}</td>
      <td>{formatPercent(pattern.rateElsewhere)}</td>
      <td>{`${formatNumber(pattern.lift)} ×`}</td>
      <td>{formatPercent(pattern.support)}</td>
      <td>{pattern.q < 0.001 ? t('losses.qSmall') : formatNumber(pattern.q)}</td>
    </tr>
  );
}
