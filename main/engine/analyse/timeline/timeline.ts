import type { EvidenceLine, TimelineEntry, WhyAnswer } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { coverageRows } from '../coverage/coverage';
import { flowName } from '../flow-title';
import { why } from '../losses/why';
import { reconciliation } from '../reconcile/reconciliation';
import { sendingsOfFlows } from '../reconcile/sendings-of-flow';
import { attributesText, count } from '../wording';
import { coverageEntries } from './coverage-entries';
import { datedFacts } from './dated-facts';
import { loggedChanges } from './logged-changes';
import { versionChanges } from './version-changes';

/** Everything with a date on one line of time: what was lost since when, beside what changed and who was warned. */
export function timelineOf(
  db: Database,
  estate: Estate,
  onProgress: (done: number, total: number) => void = () => {},
): readonly TimelineEntry[] {
  const lossy = reconciliation(db, estate).flows.filter(
    ({ row, fromId, toId }) => row.lost > 0 && fromId !== 0 && toId !== 0,
  );
  const sendings = sendingsOfFlows(
    db,
    estate,
    lossy.map(({ fromId, toId }) => ({ from: fromId, to: toId })),
  );
  const entries = [
    ...datedFacts(estate),
    ...lossy.flatMap(({ row, fromId, toId }, index) => {
      onProgress(index, lossy.length);
      return spells(why(db, flowName(row.from, row.to), sendings(fromId, toId)));
    }),
    ...coverageRows(db).flatMap(coverageEntries),
    ...versionChanges(db),
    ...loggedChanges(db),
  ];
  return entries.sort(
    (a, b) => compare(a.at, b.at) || compare(a.subject, b.subject) || compare(a.text, b.text),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function spells(answer: WhyAnswer): readonly TimelineEntry[] {
  const [pattern] = answer.patterns;
  const shared = pattern ? ` Loss goes with ${attributesText(pattern.attributes)}.` : '';
  const lines = (spell: WhyAnswer['spells'][number]['began']): readonly EvidenceLine[] =>
    [spell?.lastBefore, spell?.firstAfter].flatMap((one) =>
      one ? [{ file: one.file, line: one.line }] : [],
    );
  return answer.spells.flatMap(({ began, ended, lost, total, scope }) => [
    ...(began
      ? [
          {
            kind: 'onset' as const,
            at: began.earliest,
            until: began.latest,
            subject: answer.flow,
            text: `Messages begin to be lost: ${count(lost, 'message')} of ${total.toLocaleString('en-GB')}${scope ? ` with ${scope.map(attributesText).join(' or ')}` : ''} from here on.${shared}`,
            severity: 'high' as const,
            evidence: lines(began),
          },
        ]
      : []),
    ...(ended
      ? [
          {
            kind: 'end of losses' as const,
            at: ended.earliest,
            until: ended.latest,
            subject: answer.flow,
            text: 'The losses end.',
            severity: 'information' as const,
            evidence: lines(ended),
          },
        ]
      : []),
  ]);
}
