import { timeText } from './time-text';

export interface BatchMessage {
  readonly id: string;
  readonly record: string;
  readonly at: number;
}

/**
 * An HL7 v2 batch file (chapter 2.10.3) of births, each with the receiver's acknowledgement. `announced` is
 * the number that its trailer states, right or wrong.
 */
export function hl7Batch(
  from: string,
  to: string,
  messages: readonly BatchMessage[],
  announced: number,
): Buffer {
  const time = (at: number) => `${timeText(at, { format: 'hl7', zone: 'UTC' })}+0000`;
  const header = (name: string, sender: string, receiver: string, at: number) =>
    `${name}|^~\\&|${sender}||${receiver}||${time(at)}`;
  const first = messages[0]?.at ?? 0;
  const births = messages.flatMap(({ id, record, at }) => [
    `${header('MSH', from, to, at)}||ADT^A01^ADT_A01|${id}|P|2.4`,
    `PID|1||${record}^^^NHS^NH||Example^Infant`,
  ]);
  const acknowledgements = messages.flatMap(({ id, at }) => [
    `${header('MSH', to, from, at + 2000)}||ACK^A01|${id}-ACK|P|2.4`,
    `MSA|AA|${id}`,
  ]);
  const segments = [
    header('FHS', from, to, first),
    header('BHS', from, to, first),
    ...births,
    `BTS|${announced}`,
    'FTS|1',
    ...acknowledgements,
  ];
  return Buffer.from(segments.map((segment) => `${segment}\r`).join(''), 'latin1');
}
