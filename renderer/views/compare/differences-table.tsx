import { GitCompareArrows } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Comparison, Difference } from '../../../shared/contract/analysis-methods';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { Tag, type Tone } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

interface DifferencesTableProps {
  readonly comparison: Comparison;
  /** What it means that there is no difference. */
  readonly sameText: string;
  /** The second side is another case: its lines are named, and opened there. */
  readonly isOtherCase?: boolean;
  readonly actions?: ReactNode;
}

type Listed = Difference & { readonly index: number };

const tones: Readonly<Record<Difference['change'], Tone>> = {
  added: 'accent',
  removed: 'quiet',
  changed: 'warn',
  renamed: 'warn',
};
/** "as is", "as of 5 Feb" begin the sentence; a file's name is written as it is. */
const capital = (side: string) => (side.startsWith('as ') ? `A${side.slice(1)}` : side);
const countOf = ({ differences }: Comparison, change: Difference['change']) =>
  differences.filter((one) => one.change === change).length;

const factColumns: readonly Column<Listed>[] = [
  {
    id: 'change',
    title: t('compare.change'),
    width: 120,
    value: (row) => t(`compare.${row.change}`),
    render: (row) => <Tag tone={tones[row.change]}>{t(`compare.${row.change}`)}</Tag>,
  },
  { id: 'kind', title: t('impact.kind'), width: 110, value: (row) => t(`compare.kind.${row.kind}`) },
  { id: 'name', title: t('map.name'), width: 260, grows: true, value: (row) => row.name },
  { id: 'field', title: t('compare.field'), width: 170, value: (row) => row.field },
  { id: 'before', title: t('compare.before'), width: 140, grows: true, value: (row) => row.before },
  { id: 'after', title: t('compare.after'), width: 140, grows: true, value: (row) => row.after },
];

/** What was added, removed and changed, each with the lines on both sides. */
export function DifferencesTable({
  comparison,
  sameText,
  isOtherCase = false,
  actions,
}: DifferencesTableProps) {
  const toCitations = useLineCitations();
  // A file of the other case may have the name of one of this case: its lines must not be looked up here.
  const here = (row: Difference) =>
    isOtherCase ? row.evidenceBefore : [...row.evidenceBefore, ...row.evidenceAfter];
  const there = (row: Difference) =>
    isOtherCase
      ? row.evidenceAfter.map(({ file, line }) =>
          t('compare.inCase', { case: comparison.after, place: `${file}:${line}` }),
        )
      : [];
  const placesOf = (row: Difference) =>
    [...here(row).map(({ file, line }) => `${file}:${line}`), ...there(row)].join(', ');
  const columns: readonly Column<Listed>[] = [
    ...factColumns,
    {
      id: 'evidence',
      title: t('evidence.title'),
      width: 190,
      isUnsorted: true,
      value: placesOf,
      // The link's mark takes room before its words.
      text: (row) => `\u2003\u2003${placesOf(row)}`,
      render: (row) => (
        <>
          <CitationLinks subject={row.name} citations={toCitations(here(row))} atMost={1} />
          {there(row).join(', ')}
        </>
      ),
    },
  ];
  const rows = useMemo<readonly Listed[]>(
    () => comparison.differences.map((difference, index) => ({ ...difference, index })),
    [comparison],
  );
  return (
    <>
      <p className="compare__sides">
        {t('compare.sides', {
          before: capital(withReadableTimes(comparison.before)),
          after: withReadableTimes(comparison.after),
          added: countOf(comparison, 'added'),
          removed: countOf(comparison, 'removed'),
          renamed: countOf(comparison, 'renamed'),
          changed: countOf(comparison, 'changed'),
        })}
      </p>
      {comparison.notes.length > 0 && (
        <div className="compare__notes">
          {comparison.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      <VirtualTable
        label={t('compare.differences')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.index}
        onOpen={(row) => {
          if (here(row).length > 0) showEvidence(row.name, toCitations(here(row)));
        }}
        onCopy={copyText}
        actions={actions}
        empty={
          <EmptyState icon={GitCompareArrows} title={t('compare.same')}>
            {sameText}
          </EmptyState>
        }
      />
    </>
  );
}
