import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import type { FactSink } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import { isoTime, LogClock } from '../log/log-clock';

export interface OcelEvent {
  readonly id: string | null;
  readonly type: string | null;
  readonly time: string | null;
  readonly attributes: readonly (readonly [string, string | null])[];
  readonly links: readonly { readonly objectId: string; readonly qualifier: string | null }[];
  readonly place: Place;
}

interface Change {
  readonly name: string;
  readonly value: string;
  readonly time: number | null;
}

interface OcelObject {
  readonly type: string | null;
  readonly changes: readonly Change[];
}

/** Objects are held in memory, because events name them by id only; beyond this, without type and values. */
const maximumObjects = 500_000;

/**
 * Puts objects and events of one OCEL log together, whichever encoding they come from. Every object is
 * told before the first event.
 */
export class OcelLog {
  readonly #clock: LogClock;
  readonly #system: string | null;
  readonly #objects = new Map<string, OcelObject>();
  #objectCount = 0;
  #eventObjectLinks = 0;
  #objectObjectLinks = 0;
  #unknownObjects = 0;
  #withoutObject = 0;

  constructor(
    mapping: Mapping,
    private readonly sink: FactSink,
  ) {
    this.#clock = new LogClock(mapping, isoTime);
    this.#system = mapping.constants?.system ?? null;
  }

  object(
    id: string,
    type: string | null,
    changes: readonly { readonly name: string; readonly value: string; readonly time: string | null }[],
    links: number,
  ): void {
    this.#objectCount += 1;
    this.#objectObjectLinks += links;
    if (this.#objects.size >= maximumObjects) return;
    const timed = changes
      .map(({ name, value, time }) => ({ name, value, time: time === null ? null : this.#clock.read(time) }))
      .sort((a, b) => (a.time ?? Number.NEGATIVE_INFINITY) - (b.time ?? Number.NEGATIVE_INFINITY));
    this.#objects.set(id, { type, changes: timed });
  }

  /** One event for each of its objects, so that every object has its whole journey; one alone without any. */
  event(event: OcelEvent): void {
    const { id, type, place } = event;
    if (type === null) {
      this.sink.reject(place, 'no-type', `Event ${id ?? ''} has no type.`, JSON.stringify(event));
      return;
    }
    const time = event.time === null ? null : this.#clock.read(event.time);
    if (event.time !== null && time === null) {
      const message = `Event ${id ?? ''}: "${event.time}" is not a time of ISO 8601.`;
      this.sink.reject(place, 'bad-time', message, JSON.stringify(event));
      return;
    }
    this.#eventObjectLinks += event.links.length;
    if (event.links.length === 0) this.#withoutObject += 1;
    for (const link of event.links.length === 0 ? [null] : event.links) {
      const object = link === null ? undefined : this.#objects.get(link.objectId);
      if (link !== null && object === undefined && this.#objectCount <= maximumObjects)
        this.#unknownObjects += 1;
      const bag = new AttributeBag()
        .add('object type', object?.type ?? null)
        .add('qualifier', link?.qualifier ?? null);
      for (const [name, value] of event.attributes) bag.add(name, value);
      for (const [name, value] of valuesAt(object, time)) bag.add(`object.${name}`, value);
      this.sink.event({
        time,
        system: this.#system,
        activity: type,
        kind: 'step',
        message: id,
        record: link?.objectId ?? null,
        attributes: bag.toRecord(),
        line: place.line,
      });
    }
    this.sink.accept();
  }

  finish(): void {
    const { sink } = this;
    sink.note(
      `${this.#objectCount} objects, ${this.#eventObjectLinks} links of events to objects, ${this.#objectObjectLinks} links between objects. An event of several objects is a step of each of them, under the event's id as message.`,
    );
    if (this.#unknownObjects > 0) {
      sink.warn(
        { line: 1 },
        'unknown-object',
        `${this.#unknownObjects} links name an object that the log does not list: they are kept without its type.`,
      );
    }
    if (this.#withoutObject > 0) sink.note(`Events without any object: ${this.#withoutObject}.`);
    if (this.#objectCount > maximumObjects) {
      sink.note(
        `Events of objects beyond the first ${maximumObjects} carry neither type nor values of the object.`,
      );
    }
    for (const note of this.#clock.notes()) sink.note(note);
  }
}

/** An object's values as they were at a moment; without a moment, as they were at first. */
function valuesAt(object: OcelObject | undefined, time: number | null): Map<string, string> {
  const values = new Map<string, string>();
  for (const change of object?.changes ?? []) {
    const isEarlier = change.time === null || (time !== null && change.time <= time);
    if (isEarlier || (time === null && !values.has(change.name))) values.set(change.name, change.value);
  }
  return values;
}
