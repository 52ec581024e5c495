import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { type Severity, severities } from '../../../shared/model/vocabulary';
import { t } from '../../strings/text';
import { Tag, type Tone } from '../../widgets/tag';
import { TwoLines } from '../../widgets/two-lines';
import type { Column } from '../../widgets/virtual-table/table-rows';
import type { FindingGroup, FindingRow } from './group-findings';

export const severityTones: Readonly<Record<Severity, Tone>> = {
  high: 'bad',
  medium: 'warn',
  low: 'accent',
  information: 'quiet',
};

/** "messages-lost" as a title, for a rule whose findings each have their own. */
const codeInWords = (code: string) => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;

const namesShown = 4;

function titleOf({ title, findings }: FindingGroup): string {
  const [first] = findings;
  return t('findings.group', {
    title: title ?? codeInWords(first?.code ?? ''),
    count: findings.length.toString(),
  });
}

const subjectsOf = (group: FindingGroup) => group.findings.map(({ subject }) => subject);

function subjectsInShort(group: FindingGroup): string {
  const names = subjectsOf(group);
  const shown = names.slice(0, namesShown).join(', ');
  return names.length <= namesShown
    ? shown
    : t('findings.andMore', { names: shown, count: names.length - namesShown });
}

const stateOf = ({ accepted }: ListedFinding) =>
  accepted === null ? t('findings.open') : t('findings.accepted');

function stateOfGroup({ findings }: FindingGroup): string {
  const accepted = findings.filter((finding) => finding.accepted !== null).length;
  if (accepted === 0) return t('findings.open');
  if (accepted === findings.length) return t('findings.accepted');
  return t('findings.someAccepted', { accepted, count: findings.length.toString() });
}

const severityOf = ({ group }: FindingRow): Severity => group.findings[0]?.severity ?? 'information';

/**
 * A finding sorts by what its group sorts by, so that in every order it stays below its group's row. A
 * group's row is found by, and copied with, everything that it stands for.
 */
export function findingColumns(open: ReadonlySet<string>): readonly Column<FindingRow>[] {
  return [
    {
      id: 'severity',
      title: t('findings.severity'),
      width: 104,
      value: (row) => severities.indexOf(severityOf(row)),
      said: (row) => t(`severity.${severityOf(row)}`),
      render: (row) => <Tag tone={severityTones[severityOf(row)]}>{t(`severity.${severityOf(row)}`)}</Tag>,
    },
    {
      id: 'title',
      title: t('findings.title'),
      width: 380,
      grows: true,
      value: ({ group }) => (group.findings.length > 1 ? titleOf(group) : (group.title ?? '')),
      said: ({ group, finding }) =>
        finding === null
          ? `${titleOf(group)}: ${subjectsOf(group).join(', ')}`
          : `${finding.title}: ${finding.subject}`,
      text: ({ group, finding }) => finding?.title ?? titleOf(group),
      render: ({ group, finding }) =>
        finding === null ? (
          <span className="findings__group">
            {open.has(group.key) ? (
              <ChevronDown size={16} aria-label={t('findings.isUnfolded')} />
            ) : (
              <ChevronRight size={16} aria-label={t('findings.isFolded')} />
            )}
            <TwoLines first={titleOf(group)} second={subjectsInShort(group)} />
          </span>
        ) : (
          <span className={group.findings.length > 1 ? 'findings__member' : undefined}>
            <TwoLines first={finding.title} second={finding.subject} />
          </span>
        ),
    },
    {
      id: 'subject',
      title: t('findings.subject'),
      width: 180,
      isHiddenAtFirst: true,
      value: ({ group }) => group.findings[0]?.subject ?? '',
      said: ({ group, finding }) => finding?.subject ?? subjectsOf(group).join(', '),
      render: ({ group, finding }) => finding?.subject ?? subjectsInShort(group),
    },
    {
      id: 'code',
      title: t('findings.code'),
      width: 110,
      value: ({ group }) => group.findings[0]?.code ?? '',
    },
    {
      id: 'accepted',
      title: t('findings.state'),
      width: 80,
      value: ({ group }) => stateOfGroup(group),
      text: ({ group, finding }) => (finding === null ? stateOfGroup(group) : stateOf(finding)),
      said: ({ group, finding }) => (finding === null ? stateOfGroup(group) : stateOf(finding)),
      render: ({ group, finding }) => (finding === null ? stateOfGroup(group) : stateOf(finding)),
    },
  ];
}
