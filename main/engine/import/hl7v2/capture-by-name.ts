import type { EventKind } from '../../../../shared/model/vocabulary';

const inward = /^(in|inbound|incoming|received|receive|recv|rcvd|rx|inbox|receipts)$/;
const outward = /^(out|outbound|outgoing|sent|send|tx|outbox|sendings)$/;

/** What a file's name says of where it was captured. */
export interface NamedCapture {
  /** Which way the messages went, by a word such as "inbound". */
  readonly direction: EventKind | null;
  /** True for a system that the name is made of, as a log is named for who wrote it. */
  isNamedFor(system: string | null): boolean;
}

/** Words of a name, without dates and numbers that count its parts. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Reads a file's name such as "epr-inbound.hl7" or "Integration Engine.hl7". */
export function captureByName(fileName: string): NamedCapture {
  const words = wordsOf(fileName.replace(/(\.[A-Za-z0-9]{1,5}){1,2}$/, ''));
  const says = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const [isIn, isOut] = [says(inward), says(outward)];
  const plain = words.filter(
    (word) => !/^\d+$/.test(word) && !/^(hl7|log|messages|capture|adt|oru|orm|mdm)$/.test(word),
  );
  const name = plain.join(' ');
  return {
    direction: isIn === isOut ? null : isIn ? 'received' : 'sent',
    isNamedFor: (system) => system !== null && name !== '' && wordsOf(system).join(' ') === name,
  };
}
