import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import type { FactSink } from '../importer';
import type { JsonProblemElement } from '../json/element';
import { list, member, text } from '../json/value';
import { isoTime, LogClock } from '../log/log-clock';
import { auditEvent } from './audit-event';
import { messageEvents } from './message-header';
import { provenanceEvent } from './provenance';
import { patientIdentifier } from './reference';

/** Reads resources in the file's order. A message waits for the end of its Bundle, which names the patient. */
export class FhirReader {
  readonly #clock: LogClock;
  readonly #capturedBy: string | null;
  #rows = 0;
  #otherResources = 0;
  #firstProblem: JsonProblemElement | null = null;
  #lastEntry = -1;
  #timestamp: string | null = null;
  #patient: string | null = null;
  #messages: { readonly resource: unknown; readonly place: Place }[] = [];

  constructor(
    mapping: Mapping,
    private readonly sink: FactSink,
  ) {
    this.#clock = new LogClock(mapping, isoTime);
    this.#capturedBy = mapping.constants?.system ?? null;
  }

  get rows(): number {
    return this.#rows;
  }

  get firstProblem(): JsonProblemElement | null {
    return this.#firstProblem;
  }

  problem(element: JsonProblemElement): void {
    // Before the first row it may be that nothing of the file can be read: then the file is refused.
    if (this.#rows === 0 && element.isFatal && this.#messages.length === 0) {
      this.#firstProblem ??= element;
      return;
    }
    this.#reject(element.place, element.code, element.message, element.raw);
  }

  timestamp(text: string | null): void {
    this.#timestamp = text;
  }

  /** A resource of a Bundle that is read part by part; a number that starts again is the next Bundle. */
  entry(resource: unknown, place: Place, number: number): void {
    if (number <= this.#lastEntry) this.#finishBundle();
    this.#lastEntry = number;
    this.#inBundle(resource, place);
  }

  bundle(bundle: unknown, place: Place): void {
    this.#timestamp = text(bundle, 'timestamp');
    for (const [index, entry] of list(bundle, 'entry').entries()) {
      this.#inBundle(member(entry, 'resource'), { ...place, pointer: `/entry/${index}/resource` });
    }
    this.#finishBundle();
  }

  #inBundle(resource: unknown, place: Place): void {
    const type = text(resource, 'resourceType');
    // A batch's answer holds the Bundle of each search.
    if (type === 'Bundle') this.#inner(resource, place);
    else if (type === 'MessageHeader') this.#messages.push({ resource, place });
    else {
      if (type === 'Patient') this.#patient ??= patientIdentifier(resource);
      this.resource(resource, place);
    }
  }

  #inner(bundle: unknown, place: Place): void {
    for (const [index, entry] of list(bundle, 'entry').entries()) {
      const pointer = `${place.pointer ?? ''}/entry/${index}/resource`;
      this.#inBundle(member(entry, 'resource'), { ...place, pointer });
    }
  }

  #finishBundle(): void {
    for (const { resource, place } of this.#messages) this.#message(resource, place);
    this.#messages = [];
    this.#patient = null;
    this.#timestamp = null;
    this.#lastEntry = -1;
  }

  resource(resource: unknown, place: Place): void {
    const type = text(resource, 'resourceType');
    if (type === 'MessageHeader') {
      this.#message(resource, place);
      return;
    }
    if (type !== 'AuditEvent' && type !== 'Provenance') {
      this.#otherResources += 1;
      return;
    }
    const recorded = text(resource, 'recorded');
    const time = recorded === null ? null : this.#clock.read(recorded);
    if (time === null) {
      const problem =
        recorded === null ? 'has no recorded time' : `was recorded at "${recorded}", which is no time`;
      this.#reject(place, 'bad-time', `The ${type} ${problem}.`, JSON.stringify(resource));
      return;
    }
    const event = (type === 'AuditEvent' ? auditEvent : provenanceEvent)(resource, time, place.line);
    this.sink.event({ ...event, system: event.system ?? this.#capturedBy });
    this.#accept();
  }

  #message(resource: unknown, place: Place): void {
    const written = this.#timestamp;
    const time = written === null ? null : this.#clock.read(written);
    if (written !== null && time === null) {
      this.sink.warn(
        place,
        'bad-time',
        `The Bundle's timestamp "${written}" is no time; the message has none.`,
      );
    }
    const context = { time, record: this.#patient, capturedBy: this.#capturedBy, line: place.line };
    for (const event of messageEvents(resource, context)) this.sink.event(event);
    this.#accept();
  }

  #accept(): void {
    this.#rows += 1;
    this.sink.accept();
  }

  #reject(place: Place, code: string, message: string, raw: string): void {
    this.#rows += 1;
    this.sink.reject(place, code, message, raw.slice(0, 2000));
  }

  finish(): void {
    this.#finishBundle();
    if (this.#otherResources > 0) {
      this.sink.note(`Resources of other types, passed over: ${this.#otherResources}.`);
    }
    for (const note of this.#clock.notes()) this.sink.note(note);
  }
}
