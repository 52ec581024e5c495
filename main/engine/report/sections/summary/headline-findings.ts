import type { ListedFinding } from '../../../../../shared/contract/analysis-methods';
import { type Prose, prose, strong } from '../../document/prose';
import { flowWords, someOf } from '../../document/words';
import type { CitedFigures } from '../../facts/cited-figures';
import type { ReportFacts } from '../../facts/report-facts';
import { openFindings } from '../../facts/totals';

/** Kinds of finding in the order in which a board asks about them. */
export const investigationOrder = [
  'flags-not-passed-on',
  'stuck-queue',
  'acknowledged-but-lost',
  'warned-of-losses',
  'undeclared-flow',
  'end-of-life-with-live-flows',
  'messages-rejected',
  'silent-flow',
  'system-without-owner',
  'no-backup',
  'clocks-differ',
] as const;

export const ownershipOrder = [
  'controller-conflict',
  'owner-conflict',
  'system-without-owner',
  'holding-without-controller',
  'processor-as-owner',
  'no-information-asset-owner',
  'one-person-siro-and-guardian',
  'several-systems-of-record',
  'planned-flow-without-owner',
  'end-of-life-with-live-flows',
] as const;

/** One sentence a kind of finding: what, how often, where. Accepted findings are not repeated. */
export function headlines(
  facts: ReportFacts,
  cited: CitedFigures,
  order: readonly string[],
  most: number,
): readonly Prose[] {
  const found = openFindings(facts);
  return order
    .map((code) => found.filter((one) => one.code === code))
    .filter((group) => group.length > 0)
    .slice(0, most)
    .map((group) => headline(group, cited));
}

function headline(group: readonly ListedFinding[], cited: CitedFigures): Prose {
  const [first] = group;
  if (first === undefined) return [];
  if (group.length === 1) {
    return prose(
      strong(first.title),
      cited.finding(first),
      isNamedIn(first) ? '.' : `: ${flowWords(first.subject)}.`,
    );
  }
  if (new Set(group.map(({ title }) => title)).size === 1) {
    const subjects = group.map(({ subject }) => flowWords(subject));
    const times = cited.findings(group, `Findings: ${first.title}`, `Rule ${first.code}.`);
    return prose(strong(first.title), ' (', times, ` times): ${someOf(subjects, 3)}.`);
  }
  const shown = group.slice(0, 2);
  const rest = group.length - shown.length;
  return prose(
    ...shown.flatMap((one, index): Prose[] => [
      prose(
        index > 0 ? '; ' : '',
        strong(one.title),
        cited.finding(one),
        isNamedIn(one) ? '' : ` (${flowWords(one.subject)})`,
      ),
    ]),
    rest > 0 ? `; and ${rest} more.` : '.',
  );
}

/** Whether a title already says what it is about. */
const isNamedIn = ({ title, subject }: ListedFinding): boolean =>
  subject.split(' > ').every((name) => title.includes(name));
