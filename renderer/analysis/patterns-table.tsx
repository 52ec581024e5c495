import type { PatternAnswer } from '../../shared/contract/analysis-methods';
import { formatNumber, formatPercent } from '../strings/format';
import { t } from '../strings/text';
import type { Column } from '../widgets/virtual-table/table-rows';
import { TableTools } from './table-tools';
import './patterns-table.css';

/** Attribute values as people read them: "site = North, version = 2". */
export const attributesText = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

const columns: readonly Column<PatternAnswer>[] = [
  { id: 'attributes', title: t('losses.goesWith'), width: 0, value: (row) => attributesText(row.attributes) },
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
  /** Shows the lost that a pattern counts; without it a pattern opens nothing. */
  readonly onOpen?: (pattern: PatternAnswer) => void;
}

/** What the lost have in common more than the delivered: "goes with", never "caused by". */
export function PatternsTable({ name, patterns, citation, onOpen }: PatternsTableProps) {
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
            <PatternRow key={attributesText(pattern.attributes)} pattern={pattern} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PatternRowProps {
  readonly pattern: PatternAnswer;
  readonly onOpen: PatternsTableProps['onOpen'];
}

function PatternRow({ pattern, onOpen }: PatternRowProps) {
  const name = attributesText(pattern.attributes);
  const press = () => {
    // Whoever marks text in the row wants to copy it.
    if (window.getSelection()?.isCollapsed !== false) onOpen?.(pattern);
  };
  return (
    <tr className={onOpen && 'patterns__row'} onClick={onOpen && press}>
      <th scope="row">
        {onOpen === undefined ? (
          name
        ) : (
          <button type="button" className="patterns__open" title={t('losses.openPattern')}>
            {name}
          </button>
        )}
        {pattern.sameAs.length > 0 && (
          <span className="patterns__same">
            {t('losses.sameAs', { names: pattern.sameAs.map(attributesText).join(' · ') })}
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
