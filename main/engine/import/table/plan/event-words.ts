import type { EventKind } from '../../../../../shared/model/vocabulary';
import type { FactSink } from '../../importer';
import { kindOfWord } from '../rows/log-row';
import { foreignDirections } from '../vocabulary/languages/foreign-words';
import { headerKey } from './field-dictionary';

/** Words of a log that are said in the report one by one. */
const shownWords = 12;

const tellingWords: readonly (readonly [EventKind, RegExp])[] = [
  [
    'rejected',
    /^(fail\w*|error\w*|reject\w*|refus\w*|nack\w*|nak|bounced?|undeliver\w*|declined|invalid|exception|abend)$/,
  ],
  ['filtered', /^(filter\w*|suppress\w*|withheld|exclud\w*|blocked|ignored)$/],
  // Whoever sent it claims so: only the other side's own line proves that a message arrived.
  ['acknowledged', /^(ack|acks|acked|acknowledg\w*|delivered)$/],
  ['heartbeat', /^(heartbeat|keepalive|ping|alive)$/],
  ['queued', /^(queued?|queuing|enqueued?|spooled|parked)$/],
  ['received', /^(receiv\w*|reciev\w*|recv\w*|rcv\w*|rx|inbound|incoming|arriv\w*|receipt)$/],
  [
    'sent',
    /^(sent|send|sends|sending|resent|resend|retransmit\w*|transmit\w*|dispatch\w*|forward\w*|publish\w*|outbound|outgoing|tx)$/,
  ],
];

/**
 * What a phrase that no list has says by its words: "Message sent to peer", "MSG_RCVD". Null where it says
 * nothing, several things, or the contrary ("not sent", "received by peer").
 */
export function kindOfPhrase(phrase: string): EventKind | null {
  const words = phrase
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  if (
    words.length > 6 ||
    words.some((word) => /^(not|no|never|cannot|unable|un\w+|by|awaiting|before)$/.test(word))
  )
    return null;
  const kinds = tellingWords.filter(([, pattern]) => words.some((word) => pattern.test(word)));
  const [first] = kinds;
  // "Send failed" failed, "ACK received" is an answer; two others beside each other say nothing sure.
  const isClear = kinds.length === 1 || first?.[0] === 'rejected' || first?.[0] === 'acknowledged';
  return first && isClear ? first[0] : null;
}

const directionKeys: ReadonlySet<string> = new Set(foreignDirections.map(headerKey));

/** Headers of a column that says nothing but which way a message went. */
export const isDirectionHeader = (header: string): boolean =>
  directionKeys.has(headerKey(header)) ||
  /direction|\b(in|inbound|sent|send)\s*(\/|or)\s*(out|outbound|received?)\b/i.test(header);

/** The letters that stand for a way. */
const wayLetters: Readonly<Record<string, EventKind>> = {
  i: 'received',
  r: 'received',
  o: 'sent',
  s: 'sent',
};

/** Reads a log's words for events, and says in the report which were guessed and which are unknown. */
export class EventWords {
  readonly #guessed = new Map<string, EventKind>();
  readonly #unknown = new Set<string>();

  constructor(
    public isInterfaceLog: boolean,
    private readonly isDirection = false,
  ) {}

  kindOf(word: string): EventKind {
    const letter = word.toLowerCase();
    if (this.isDirection && this.isInterfaceLog && Object.hasOwn(wayLetters, letter))
      return wayLetters[letter] ?? 'step';
    const kind = kindOfWord(word, this.isInterfaceLog);
    if (kind !== 'step' || !this.isInterfaceLog) return kind;
    const guess = this.#guessed.get(word) ?? (this.#unknown.has(word) ? null : kindOfPhrase(word));
    if (guess !== null) {
      if (this.#guessed.size < 1000) this.#guessed.set(word, guess);
      return guess;
    }
    if (this.#unknown.size < 1000) this.#unknown.add(word);
    return 'step';
  }

  report(sink: FactSink): void {
    if (this.#guessed.size > 0) {
      const read = [...this.#guessed].slice(0, shownWords).map(([word, kind]) => `"${word}" as ${kind}`);
      sink.note(`Events read by the words in them: ${read.join(', ')}${more(this.#guessed.size)}.`);
    }
    if (this.#unknown.size > 0) {
      const shown = [...this.#unknown].slice(0, shownWords).map((word) => `"${word}"`);
      sink.note(
        `Events that say neither sent nor received are kept as steps: ${shown.join(', ')}${more(this.#unknown.size)}. Where one means more, say so when it is imported (values.event of a mapping).`,
      );
    }
  }
}

const more = (count: number): string => (count > shownWords ? ` and ${count - shownWords} more` : '');
