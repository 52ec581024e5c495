import type { Mapping } from '../../../../../shared/model/mapping';
import { isValidNhsNumber, normaliseIdentifier } from '../../../store/records/record-identifier';
import { eventKindOf } from '../vocabulary/event-kind';
import { areTimes, share } from './infer-fields';
import type { SampleRow } from './sample-row';

const looked = 400;
/** Fewer rows could be alike by chance. */
const leastRows = 5;

interface Column {
  readonly index: number;
  /** One a row, trimmed. */
  readonly cells: readonly string[];
  readonly filled: readonly string[];
  readonly distinct: number;
}

/**
 * The columns of an interface log without a header, told by what stands in them, where that leaves one answer
 * only: a moment and a word such as sent or received in every row from the first on; who wrote it in every row,
 * one name or few; the other end, blank where nothing goes anywhere, and where other columns are like that (sites),
 * the one that shares names with the writers or stands beside writer and event; one column of ids. Null for
 * everything else: then a person says which is which.
 */
export function headerlessLog(rows: readonly SampleRow[]): Mapping | null {
  const sample = rows.slice(0, looked);
  const width = Math.max(0, ...sample.slice(0, 50).map(({ cells }) => cells.length));
  const whole = sample.map(({ cells }) => cells).filter((cells) => cells.length === width);
  if (whole.length < leastRows || whole.length < 0.9 * sample.length || sample[0]?.cells.length !== width)
    return null;
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = whole.map((row) => (row[index] ?? '').trim());
    const filled = cells.filter((cell) => cell !== '');
    return { index, cells, filled, distinct: new Set(filled).size };
  });
  const isFull = ({ cells, filled }: Column): boolean => filled.length === cells.length;
  const time = theOnly(
    columns,
    (one) => isFull(one) && areTimes(one.filled) && areTimes(one.filled.slice(0, 1)),
  );
  const event = theOnly(columns, (one) => isFull(one) && share(one.filled, isEventWord) === 1);
  if (!time || !event) return null;
  const travels = event.cells.map((word) => isTravel(word));
  if (share(event.cells, isTravel) === 0) return null;
  const open = columns.filter((one) => one !== time && one !== event && one.filled.length > 0);
  const record = theOnly(open, ({ filled }) => share(filled, isNhsNumber) >= 0.9);
  const rest = open.filter((one) => one !== record);
  const message = theOnly(rest, (one) => isOfIds(one, travels));
  const ends = rest.filter((one) => one !== message && isOfNames(one));
  const writers = ends.filter((one) => isFull(one));
  const others = ends.filter(
    (one) => !isFull(one) && one.cells.every((cell, i) => (cell !== '') === travels[i]),
  );
  const system =
    theOnly(writers, () => true) ?? theOnly(writers, (one) => others.some((other) => shareNames(one, other)));
  if (!message || !system) return null;
  const peer =
    theOnly(others, () => true) ??
    theOnly(others, (one) => shareNames(one, system)) ??
    theOnly(others, (one) => standTogether([one, system, event]));
  if (!peer) return null;
  const fields = { time, system, event, peer, message, ...(record ? { record } : {}) };
  return {
    kind: 'log',
    headerRow: 0,
    columns: Object.fromEntries(Object.entries(fields).map(([field, { index }]) => [field, index + 1])),
  };
}

function theOnly(columns: readonly Column[], fits: (column: Column) => boolean): Column | null {
  const found = columns.filter(fits);
  return found.length === 1 ? (found[0] ?? null) : null;
}

const isEventWord = (text: string): boolean => eventKindOf(text) !== null;
/** A word of a message on its way: its line names another end, as that of a heartbeat does not. */
const isTravel = (text: string): boolean => eventKindOf(text) !== 'heartbeat';
const isNhsNumber = (text: string): boolean => isValidNhsNumber(normaliseIdentifier(text));

/** Many of them (each stands in the lines of every system it passes), with figures in it and without blanks, where a message is on its way and nowhere else. */
function isOfIds({ cells, filled, distinct }: Column, travels: readonly boolean[]): boolean {
  return (
    distinct >= Math.max(leastRows, 0.1 * filled.length) &&
    share(filled, (text) => /^\S*\d\S*$/.test(text)) === 1 &&
    cells.every((cell, i) => cell === '' || travels[i] === true) &&
    filled.length >= 0.9 * travels.filter(Boolean).length
  );
}

/** A few names in many rows. */
const isOfNames = ({ filled, distinct }: Column): boolean =>
  distinct <= Math.max(1, filled.length / 4) && share(filled, (text) => /\p{L}{2}/u.test(text)) === 1;

/** In a log of several systems the writers are each other's other ends. */
const shareNames = (one: Column, other: Column): boolean =>
  one.filled.some((name) => other.filled.includes(name));

/** Columns side by side, as writer, event and other end are written; a site or a type stands further off. */
const standTogether = (columns: readonly Column[]): boolean => {
  const places = columns.map(({ index }) => index).sort((a, b) => a - b);
  return places.every((place, i) => place === (places[0] ?? 0) + i);
};
