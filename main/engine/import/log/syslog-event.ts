import type { Mapping } from '../../../../shared/model/mapping';
import type { EventFact } from '../importer';
import { attributeName, meaningsOf } from '../table/plan/field-dictionary';
import { endsOf, kindOfWord, peerName } from '../table/rows/log-row';
import { AttributeBag } from './attribute-bag';
import type { LogClock } from './log-clock';
import { pairsInText } from './pairs-in-text';
import { type SyslogFrame, severities } from './syslog-frame';

/** What a mapping fixes for a syslog file. */
export interface SyslogReading {
  readonly clock: LogClock;
  /** The year of RFC 3164 times, which name none. */
  readonly year: string | null;
  readonly constants: Readonly<Record<string, string>>;
  /** Structured-data parameters by canonical field, in a mapping's word over the dictionary's. */
  readonly columns: ReadonlyMap<string, string>;
  readonly words: Readonly<Record<string, string>>;
}

export function syslogReading(mapping: Mapping, clock: LogClock): SyslogReading {
  const columns = new Map<string, string>();
  for (const [field, name] of Object.entries(mapping.columns ?? {})) {
    if (typeof name === 'string') columns.set(name, field);
  }
  const constants = mapping.constants ?? {};
  return { clock, year: constants.year ?? null, constants, columns, words: mapping.values?.event ?? {} };
}

/** Microseconds UTC; null where the message states no time; 'bad' where it states one that does not exist. */
export function syslogTime(frame: SyslogFrame, reading: SyslogReading): number | null | 'bad' {
  if (frame.time === null) return null;
  if (!frame.isLegacy) return reading.clock.read(frame.time, { kind: 'fields', order: 'ymd' }) ?? 'bad';
  const parts = frame.time.split(/ +/);
  const [month, day] = parts;
  const year = parts.length === 4 ? parts[2] : reading.year;
  if (year === null) return null;
  const written = `${day}-${month}-${year} ${parts.at(-1)}`;
  return reading.clock.read(written, { kind: 'fields', order: 'dmy' }) ?? 'bad';
}

/**
 * One message as a line of its application's log. Structured data, and pairs (`peer=EPR`) in the text, that
 * are named as a log's columns are (event, peer, message, record …) are taken as those; the rest are attributes. Without an event of its own
 * the message's id is its activity, else its severity; the free text is not kept.
 */
export function syslogEvent(
  frame: SyslogFrame,
  time: number | null,
  line: number,
  reading: SyslogReading,
): EventFact {
  const fields = new Map<string, string>();
  const severity = frame.severity === null ? null : (severities[frame.severity] ?? null);
  const bag = new AttributeBag()
    .add('host', frame.host)
    .add('process', frame.process)
    .add('severity', severity);
  const stated = frame.parameters.map(([, name, value]) => [name, value] as const);
  for (const [name, value] of [...stated, ...pairsInText(frame.message)]) {
    const field = reading.columns.get(name) ?? meaningsOf(name, 'log')[0]?.field;
    if (field !== undefined && field !== 'time' && !fields.has(field)) fields.set(field, value);
    else bag.add(attributeName(name), value);
  }
  const field = (name: string): string => (fields.get(name) ?? reading.constants[name] ?? '').trim();
  const isInterface = ['peer', 'source', 'destination', 'message'].some((name) => field(name) !== '');
  const isMark = /^-- MARK --$/.test(frame.message.trim());
  const written = field('event') || frame.messageId || (isMark ? 'mark' : (severity ?? 'message'));
  const word = Object.hasOwn(reading.words, written) ? (reading.words[written] ?? written) : written;
  const kind = isMark ? 'heartbeat' : kindOfWord(word, isInterface);
  const writer = field('system') || frame.application || frame.host || '';
  const ends = endsOf(
    kind,
    writer,
    peerName(field('peer')),
    peerName(field('source')),
    peerName(field('destination')),
  );
  return {
    time,
    system: ends.writer || null,
    activity: word,
    kind,
    peer: ends.peer || null,
    message: field('message') || null,
    record: field('record') || null,
    attributes: bag.toRecord(),
    line,
  };
}
