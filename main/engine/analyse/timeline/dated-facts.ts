import type { TimelineEntry, TimelineKind } from '../../../../shared/contract/analysis-methods';
import type { Citation } from '../../../../shared/model/citation';
import type { Attributes, Estate, RoleCell } from '../../../../shared/model/estate';
import { dayIn } from '../../import/time/written-day';
import { linesOf } from '../evidence-lines';
import { isoTime } from '../moments';
import { capital, holdingName, nameOfFlow, roleName } from '../wording';

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
    yield* changesOf(system.name, system);
  }
  for (const holding of estate.holdings.values()) yield* changesOf(holdingName(estate, holding), holding);
  for (const dataset of estate.datasets.values()) yield* changesOf(dataset.name, dataset);
  for (const flow of estate.flows.values()) yield* changesOf(nameOfFlow(estate, flow), flow);
}

/** Headers that date a change: "Owner since", "Go live date", "Effective from". */
const ownership = /\b(owner|controller|responsib|appointed)\b.*\b(since|from|date|changed)\b|\bappointed\b/i;
const change =
  /\b(since|effective|go[- ]?live|live (date|from)|installed|upgraded|migrated|migration date|cut[- ]?over|changed on|start date|joined|merged|phase ?out)\b/i;

interface Dated {
  readonly attributes: Attributes;
  readonly responsibilities: readonly RoleCell[];
}

function* changesOf(subject: string, { attributes, responsibilities }: Dated): Iterable<TimelineEntry> {
  const tenures = responsibilities.flatMap((cell) => [...successions(subject, cell)]);
  yield* tenures;
  // What a column dates for a role beside it is told with the role.
  const told = new Set(
    tenures.flatMap(({ evidence }) => evidence.map(({ file, line }) => `${file}:${line}`)),
  );
  for (const [name, claims] of attributes) {
    const kind: TimelineKind | null = ownership.test(name)
      ? 'ownership'
      : change.test(name)
        ? 'change'
        : null;
    if (kind === null) continue;
    for (const { value, citation } of claims) {
      const at = dayIn(value);
      if (kind === 'ownership' && told.has(`${citation.file}:${citation.line}`)) continue;
      if (at !== null) yield entry(kind, at, subject, `${subject}: ${name} ${value}.`, [citation]);
    }
  }
}

/** Who took a role over when, and from whom; and who gave it up to nobody on record. */
function* successions(subject: string, { role, parties, former = [] }: RoleCell): Iterable<TimelineEntry> {
  const terms = [...former, ...parties].flatMap(({ partyName, tenures = [] }) =>
    tenures.map((tenure) => ({ ...tenure, partyName })),
  );
  for (const { from, until, partyName, citation } of terms) {
    if (from !== null) {
      const before = terms
        .filter((term) => term.partyName !== partyName && term.until !== null && term.until <= from)
        .sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0];
      const whom = before === undefined ? '' : ` after ${before.partyName}, until ${before.until}`;
      const text = `${capital(roleName(role))} of ${subject}: ${partyName}${whom}.`;
      const lines = [citation, ...(before === undefined ? [] : [before.citation])];
      yield entry('ownership', new Date(from).toISOString(), subject, text, lines);
    }
    const isFollowed = terms.some((term) => term.from !== null && until !== null && term.from >= until);
    if (until !== null && !isFollowed) {
      const text = `${partyName} is no longer ${roleName(role)} of ${subject}; nobody is on record as the next.`;
      yield entry('ownership', new Date(until).toISOString(), subject, text, [citation]);
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
