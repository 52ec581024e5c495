import type { EvidenceLine, PlacedInterval, WhyAnswer } from '../../../../shared/contract/analysis-methods';
import { isNearlyAllLost } from '../../../../shared/text/nearly-all-lost';
import type { Database } from '../../store/database';
import { flowName } from '../flow-title';
import { isoTime } from '../moments';
import { type FlowOutcomes, type FlowSendings, outcomesOf } from '../reconcile/flow-sendings';
import { type Explanation, explainLosses } from './explain-losses';
import { type Between, twoDays } from './onset/place-change';

/** The lost messages that a pattern counts, as numbers of their events, in order of time. */
export interface PatternMessages {
  readonly attributes: Readonly<Record<string, string>>;
  readonly lost: Uint32Array;
}

/** Since when messages of a flow are lost, and which attribute values go with being lost. */
export function why(db: Database, flow: string, sendings: FlowSendings): WhyAnswer {
  return whyWithMessages(db, flow, sendings).answer;
}

/** The same, with the messages behind what it counts for each pattern. */
export function whyWithMessages(
  db: Database,
  flow: string,
  sendings: FlowSendings,
): { readonly answer: WhyAnswer; readonly patterns: readonly PatternMessages[] } {
  const nameOf = (id: number): string | undefined =>
    db.get<{ name: string }>('SELECT name FROM system WHERE id = ?', id)?.name;
  const [from, to] = [nameOf(sendings.from), nameOf(sendings.to)];
  const rows = outcomesOf(db, sendings);
  const lost = rows.lost.reduce((sum, one) => sum + one, 0);
  const found = explainLosses(rows);
  const first = found.spells[0] ?? null;
  const last = found.spells.at(-1) ?? null;
  const spells = found.spells.map((spell) => ({
    began: spell.began && placed(db, spell.began, rows),
    ended: spell.ended && placed(db, spell.ended, rows),
    lost: spell.lost,
    total: spell.total,
    scope: found.placedAmong?.map(({ attributes }) => attributes) ?? null,
  }));
  const answer: WhyAnswer = {
    // As the case writes the names, however they were asked for.
    flow: from !== undefined && to !== undefined ? flowName(from, to) : flow,
    // Wider, it is among the spells and the notes, as the time in which the onset lies, but no onset.
    onset: first?.began && isPlaced(first.began) ? intervalOf(first.began) : null,
    patterns: found.patterns.map(({ matches: _, ...pattern }) => pattern),
    ended: last?.ended ? intervalOf(last.ended) : null,
    spells,
    lost,
    arrived: rows.count - lost,
    considered: found.considered,
    consideredLost: found.consideredLost,
    tested: found.tested,
    notes: notesOn(found, lost, rows.count, sendings.count),
  };
  const patterns = found.patterns.map(({ attributes, matches }) => ({
    attributes,
    lost: rows.event.filter(
      (_, row) => rows.lost[row] === 1 && found.isConsidered(row) && matches(rows.set[row] ?? 0),
    ),
  }));
  return {
    answer,
    patterns: patterns.map(({ attributes, lost }) => ({ attributes, lost: Uint32Array.from(lost) })),
  };
}

const intervalOf = (between: Between) => ({
  earliest: isoTime(between.earliest),
  latest: isoTime(between.latest),
});

const isPlaced = ({ earliest, latest }: Between): boolean => latest - earliest <= twoDays;

function placed(db: Database, between: Between, rows: FlowOutcomes): PlacedInterval {
  return {
    ...intervalOf(between),
    certainty: Math.round(between.certainty * 1000) / 1000,
    lastBefore: lineNear(db, rows, between.timeBefore),
    firstAfter: lineNear(db, rows, between.timeAfter),
  };
}

/** The line of the message that was sent at a moment. */
function lineNear(
  db: Database,
  rows: FlowOutcomes,
  time: number,
): (EvidenceLine & { readonly at: string }) | null {
  let low = 0;
  let high = rows.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows.time[middle] ?? 0) < time || Number.isNaN(rows.time[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  const event = rows.event[low];
  if (event === undefined) return null;
  const row = db.get<EvidenceLine>(
    'SELECT s.name AS file, e.line FROM event e JOIN source s ON s.id = e.source_id WHERE e.id = ?',
    event,
  );
  return row ? { ...row, at: isoTime(rows.time[low] ?? 0) } : null;
}

const number = (n: number): string => n.toLocaleString('en-GB');

function nothingToCompare({ considered, consideredLost, spells }: Explanation): string {
  const arrived = considered - consideredLost;
  const who =
    arrived === 0 ? `All ${number(considered)}` : `All but ${number(arrived)} of ${number(considered)}`;
  return `${who} messages${spells.length > 0 ? ' of that time' : ''} were lost: there is nothing to compare with.`;
}

function notesOn(found: Explanation, lost: number, compared: number, sent: number): readonly string[] {
  if (lost === 0) return ['No message of this flow is known to be lost.'];
  const notes = [
    `Lost messages were compared with delivered and late ones; ${number(sent - compared)} of ${number(sent)} are neither.`,
  ];
  if (lost === compared)
    notes.push('Every message that can be judged is lost: there is nothing to compare with.');
  if (found.spells.length === 0) {
    notes.push('The losses cannot be told from ones that fall evenly over time: no onset is reported.');
  } else {
    notes.push(
      `Patterns were looked for among the ${number(found.considered)} messages of the time in which messages were lost.`,
    );
  }
  if (found.placedAmong)
    notes.push(
      'The times were placed among the messages that match the patterns, where the change is sharpest.',
    );
  const began = found.spells[0]?.began;
  if (began && !isPlaced(began))
    notes.push(
      `Too few were lost to place the onset within two days: it lies almost certainly between ${isoTime(Math.floor(began.earliest))} and ${isoTime(Math.ceil(began.latest))}.`,
    );
  else if (began && began.sure.latest - began.sure.earliest > began.latest - began.earliest)
    notes.push(
      `Too few were lost to place the onset surely: it lies in the two days given with ${Math.floor(100 * began.certainty)} % certainty, and almost certainly between ${isoTime(Math.floor(began.sure.earliest))} and ${isoTime(Math.ceil(began.sure.latest))}.`,
    );
  if (found.patterns.length === 0 && isNearlyAllLost(found)) {
    // Where all of the flow is lost, it is said above.
    if (lost < compared) notes.push(nothingToCompare(found));
  } else if (found.tested === 0)
    notes.push(
      'No pattern could be looked for: no attribute of these messages has several values with enough messages each.',
    );
  else if (found.patterns.length === 0)
    notes.push(
      `None of ${number(found.tested)} combinations of attribute values stands out (q above 0.01): what is lost looks like what is delivered.`,
    );
  else notes.push('A pattern goes with loss; it does not say what caused it.');
  return notes;
}
