import type { FactSink } from '../importer';
import type { Interpretation, Party } from './interpret';

/** Above this many control ids the check for repeated ones stops: memory must not grow with the file. */
const maximumControlIds = 200_000;

/**
 * What the messages of one sender say about each other: numbers that jump (messages missing from the
 * file), control ids used again, one application name at several facilities, several issuers of numbers.
 */
export class SenderChecks {
  readonly #lastSequence = new Map<string, number>();
  readonly #controlIds = new Map<string, number | null>();
  readonly #facilities = new Map<string, Set<string>>();
  readonly #authorities = new Set<string>();
  #repeated = 0;

  constructor(private readonly sink: FactSink) {}

  check(read: Interpretation, line: number, nameOf: (party: Party) => string | null): void {
    const sender = `${read.sender.application ?? ''}|${read.sender.facility ?? ''}`;
    if (read.sequence !== null) {
      const last = this.#lastSequence.get(sender);
      if (last !== undefined && read.sequence > last + 1) {
        const message = `MSH-13 of ${nameOf(read.sender) ?? 'the sender'} goes from ${last} to ${read.sequence}: ${read.sequence - last - 1} messages are not in this file.`;
        this.sink.warn({ line }, 'sequence-gap', message);
      }
      this.#lastSequence.set(sender, read.sequence);
    }
    if (read.controlId !== null && this.#controlIds.size < maximumControlIds) {
      const key = `${sender}|${read.controlId}`;
      const time = read.time?.value ?? null;
      if (this.#controlIds.has(key) && this.#controlIds.get(key) !== time) this.#repeated += 1;
      this.#controlIds.set(key, time);
    }
    if (read.patient.authority !== null && this.#authorities.size < 20) {
      this.#authorities.add(read.patient.authority);
    }
    for (const party of [read.sender, read.receiver]) this.#facility(party, line, nameOf(party));
  }

  #facility(party: Party, line: number, system: string | null): void {
    const { application, facility } = party;
    if (application === null || facility === null || system === null) return;
    const known = this.#facilities.get(system) ?? new Set<string>();
    if (known.has(facility) || known.size >= 1000) return;
    known.add(facility);
    this.#facilities.set(system, known);
    const subject = { kind: 'system', name: system } as const;
    this.sink.state({ fact: 'attribute', subject, name: 'facility', value: facility }, { line });
  }

  finish(): void {
    if (this.#repeated > 0) {
      this.sink.note(`Control ids (MSH-10) that one sender uses again at another time: ${this.#repeated}.`);
    }
    for (const [system, facilities] of this.#facilities) {
      if (facilities.size < 2) continue;
      this.sink.note(
        `${system} stands for ${facilities.size} facilities (${[...facilities].slice(0, 5).join(', ')}) and is read as one system; values.system in the mapping tells them apart, as "${system}|facility".`,
      );
    }
    if (this.#authorities.size > 1) {
      this.sink.note(`Patient numbers come from several issuers (${[...this.#authorities].join(', ')}).`);
    }
  }
}
