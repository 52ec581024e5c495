import type { TimelineEntry, TimelineKind } from '../../../../shared/contract/analysis-methods';
import type { Citation } from '../../../../shared/model/citation';
import type { Attributes, Estate } from '../../../../shared/model/estate';
import { linesOf } from '../evidence-lines';
import { isoTime } from '../moments';
import { dayIn } from '../reconcile/written-day';
import { holdingName, nameOfFlow } from '../wording';

/** What the inventory dates: warnings, ends of life, and columns that say since when somebody answers. */
export function* datedFacts(estate: Estate): Iterable<TimelineEntry> {
  for (const warning of estate.warnings) {
    if (warning.at === null) continue;
    const who =
      warning.from === null ? '' : `${warning.from}${warning.to === null ? '' : ` to ${warning.to}`}: `;
    yield {
      kind: 'warning',
      at: isoTime(warning.at),
      until: null,
      subject: warning.subject ?? '',
      text: `${who}${warning.text}`,
      severity: 'medium',
      evidence: linesOf(warning.citations),
    };
  }
  for (const system of estate.systems.values()) {
    for (const { value, citation } of system.endOfLife.claims) {
      const at = dayIn(value);
      if (at !== null) {
        yield entry('end of life', at, system.name, `End of life of ${system.name}.`, [citation]);
      }
    }
    yield* changesOf(system.name, system.attributes);
  }
  for (const holding of estate.holdings.values())
    yield* changesOf(holdingName(estate, holding), holding.attributes);
  for (const dataset of estate.datasets.values()) yield* changesOf(dataset.name, dataset.attributes);
  for (const flow of estate.flows.values()) yield* changesOf(nameOfFlow(estate, flow), flow.attributes);
}

/** Headers that date a change: "Owner since", "Go live date", "Effective from". */
const ownership = /\b(owner|controller|responsib|appointed)\b.*\b(since|from|date|changed)\b|\bappointed\b/i;
const change =
  /\b(since|effective|go[- ]?live|live (date|from)|installed|upgraded|migrated|migration date|cut[- ]?over|changed on|start date|joined|merged|phase ?out)\b/i;

function* changesOf(subject: string, attributes: Attributes): Iterable<TimelineEntry> {
  for (const [name, claims] of attributes) {
    const kind: TimelineKind | null = ownership.test(name)
      ? 'ownership'
      : change.test(name)
        ? 'change'
        : null;
    if (kind === null) continue;
    for (const { value, citation } of claims) {
      const at = dayIn(value);
      if (at !== null) yield entry(kind, at, subject, `${subject}: ${name} ${value}.`, [citation]);
    }
  }
}

const entry = (
  kind: TimelineKind,
  at: string,
  subject: string,
  text: string,
  citations: readonly Citation[],
): TimelineEntry => ({
  kind,
  at,
  until: null,
  subject,
  text,
  severity: 'information',
  evidence: linesOf(citations),
});
