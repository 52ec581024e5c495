import type { PatternAnswer } from '../../shared/contract/analysis-methods';
import { formatNumber, formatPercent } from '../strings/format';
import { t } from '../strings/text';
import type { Column } from '../widgets/virtual-table/table-rows';
import { TableTools } from './table-tools';
import './patterns-table.css';

const written = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

const columns: readonly Column<PatternAnswer>[] = [
  { id: 'attributes', title: t('losses.goesWith'), width: 0, value: (row) => written(row.attributes) },
  { id: 'lost', title: t('losses.lostOf'), width: 0, value: (row) => row.lost },
  { id: 'total', title: t('losses.total'), width: 0, value: (row) => row.total },
  { id: 'rate', title: t('losses.rate'), width: 0, value: (row) => row.rate },
  { id: 'elsewhere', title: t('losses.elsewhere'), width: 0, value: (row) => row.rateElsewhere },
  { id: 'lift', title: t('losses.lift'), width: 0, value: (row) => row.lift },
  { id: 'support', title: t('losses.support'), width: 0, value: (row) => row.support },
  { id: 'q', title: t('losses.q'), width: 0, value: (row) => row.q },
];
const labels = {
  copy: t('losses.copyPatterns'),
  copied: t('losses.patternsCopied'),
  save: t('losses.savePatterns'),
};

interface PatternsTableProps {
  /** What it is saved as. */
  readonly name: string;
  readonly patterns: readonly PatternAnswer[];
  /** The logs or lists that the numbers are counted in. */
  readonly citation: string;
}

/** What the lost have in common more than the delivered: "goes with", never "caused by". */
export function PatternsTable({ name, patterns, citation }: PatternsTableProps) {
  return (
    <div className="patterns__frame">
      <div className="patterns__tools">
        <TableTools name={name} rows={patterns} columns={columns} citation={() => citation} labels={labels} />
      </div>
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
    </div>
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
