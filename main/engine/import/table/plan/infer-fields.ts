import { isValidNhsNumber, normaliseIdentifier } from '../../../store/records/record-identifier';
import { detectTimeFormat } from '../../time/detect-format';
import { eventKindOf } from '../vocabulary/event-kind';

/** Rows looked at: enough to tell, few enough to cost nothing. */
const looked = 200;

/**
 * Gives the columns of a log whose headers say nothing known a field by what stands in them: times, words
 * for events, NHS numbers, and the other end of a message by sharing its names with the writers' column.
 * Changes `fields`; returns the columns it filled.
 */
export function inferLogFields(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  fields: (string | null)[],
): readonly number[] {
  const filled: number[] = [];
  const sample = rows.slice(0, looked);
  const valuesOf = (column: number): readonly string[] =>
    sample.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
  const fill = (field: string, isIt: (values: readonly string[], column: number) => boolean): void => {
    if (fields.includes(field)) return;
    const column = fields.findIndex((taken, i) => {
      if (taken !== null || (header[i] ?? '').trim() === '') return false;
      const values = valuesOf(i);
      // A header that is itself such a value is no header: the file has none.
      return values.length > 0 && !isIt([header[i] ?? ''], i) && isIt(values, i);
    });
    if (column < 0) return;
    fields[column] = field;
    filled.push(column);
  };
  if (!fields.includes('date')) fill('time', areTimes);
  fill('event', (values) => share(values, (text) => eventKindOf(text) !== null) >= 0.6);
  fill('record', (values) => share(values, (text) => isValidNhsNumber(normaliseIdentifier(text))) >= 0.9);
  const others = (field: string): ReadonlySet<string> | null => {
    const column = fields.indexOf(field);
    return column < 0 ? null : new Set(valuesOf(column).map((name) => name.toLowerCase()));
  };
  for (const [field, other] of [
    ['peer', others('system')],
    ['system', others('peer')],
  ] as const) {
    if (other === null || fields.includes('source') || fields.includes('destination')) continue;
    const named = fields.indexOf(field === 'peer' ? 'system' : 'peer');
    fill(
      field,
      (values, column) =>
        share(values, (text) => other.has(text.toLowerCase())) >= 0.8 &&
        sample.some((row) => (row[column] ?? '').trim() !== (row[named] ?? '').trim()),
    );
  }
  filled.push(...inferWriterAndPeer(header, sample, fields));
  return filled;
}

/**
 * The two columns of a log of several systems that name the same few systems, where no header says which
 * they are: the writer stands in every line, the other end only where there is one.
 */
function inferWriterAndPeer(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  fields: (string | null)[],
): readonly number[] {
  if (['system', 'peer', 'source', 'destination', 'flow'].some((field) => fields.includes(field))) return [];
  const event = fields.indexOf('event');
  const words = rows.map((row) => (row[event] ?? '').trim()).filter((word) => word !== '');
  // People hand cases to each other too: only words such as sent and received speak of systems.
  if (event < 0 || share(words, (word) => eventKindOf(word) !== null) < 0.6) return [];
  const open = header.flatMap((text, i) => (fields[i] === null && text.trim() !== '' ? [i] : []));
  const namesIn = open.map((column) => ({
    column,
    names: rows.map((row) => (row[column] ?? '').trim()).filter((name) => /\p{L}{2}/u.test(name)),
  }));
  for (const writer of namesIn) {
    const known = new Set(writer.names);
    if (writer.names.length < rows.length || known.size < 2 || known.size > rows.length / 4) continue;
    const peer = namesIn.find(
      ({ column, names }) =>
        column !== writer.column &&
        names.length > 0 &&
        share(names, (name) => known.has(name)) >= 0.8 &&
        rows.every((row) => (row[column] ?? '').trim() !== (row[writer.column] ?? '').trim()),
    );
    if (!peer) continue;
    fields[writer.column] = 'system';
    fields[peer.column] = 'peer';
    return [writer.column, peer.column];
  }
  return [];
}

export const share = (values: readonly string[], fits: (text: string) => boolean): number =>
  values.filter(fits).length / Math.max(1, values.length);

/** Dates with a time of day, or moments counted since 1970: a date alone may be a date of birth. */
export function areTimes(values: readonly string[]): boolean {
  const detected = detectTimeFormat(values);
  if (!detected || detected.fit < 0.8 || detected.format.kind === 'unknown') return false;
  if (detected.format.kind === 'epoch') return true;
  return (
    detected.format.kind !== 'serial' && share(values, (text) => /\d[T ]\d{1,2}[:.]?\d{2}/.test(text)) >= 0.8
  );
}
