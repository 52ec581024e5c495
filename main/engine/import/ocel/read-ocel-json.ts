import type { Place } from '../../../../shared/model/citation';
import { type FactSink, FileRefused, type ImportInput } from '../importer';
import type { JsonElement, JsonProblemElement, JsonValueElement } from '../json/element';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { entries, list, text } from '../json/value';
import type { OcelEvent, OcelLog } from './ocel-log';

/** Twice through the file: writers put objects before events or after them. */
export async function readOcelJson(input: ImportInput, sink: FactSink, log: OcelLog): Promise<void> {
  const layout = peekJson(input.probe)?.layout ?? 'document';
  const { encoding } = input.probe;
  const part = (select: readonly string[], base: number, take: (element: JsonElement) => void) => {
    const progress = (bytes: number) => sink.progress(base + bytes / 2);
    return readJson(input.open(), { layout, select: [...select], encoding, progress }, take);
  };
  let fatal: JsonProblemElement | null = null;
  let rows = 0;
  await part(['/objects/*', '/ocel:objects/*'], 0, (element) => {
    if (!element.ok) {
      fatal ??= element;
      return;
    }
    const { value, place } = element;
    if (element.selected === firstVersion) {
      const changes = valuesOf(value, 'ocel:ovmap').map(([name, written]) => ({
        name,
        value: written,
        time: null,
      }));
      log.object(keyOf(element), text(value, 'ocel:type'), changes, 0);
      return;
    }
    const id = text(value, 'id');
    if (id === null) {
      sink.warn(place, 'no-id', 'An object without an id cannot be linked and is passed over.');
      return;
    }
    const changes = list(value, 'attributes').flatMap((attribute) => {
      const name = text(attribute, 'name');
      const written = text(attribute, 'value');
      return name === null || written === null
        ? []
        : [{ name, value: written, time: text(attribute, 'time') }];
    });
    log.object(id, text(value, 'type'), changes, list(value, 'relationships').length);
  });
  await part(['/events/*', '/ocel:events/*'], input.probe.bytes / 2, (element) => {
    if (!element.ok) {
      fatal ??= element;
      if (rows > 0) sink.reject(element.place, element.code, element.message, element.raw);
      return;
    }
    rows += 1;
    const { value, place } = element;
    if (element.selected === firstVersion) {
      log.event(eventOfFirstVersion(keyOf(element), value, place));
      return;
    }
    log.event({
      id: text(value, 'id'),
      type: text(value, 'type'),
      time: text(value, 'time'),
      attributes: list(value, 'attributes').map(
        (one) => [text(one, 'name') ?? '', text(one, 'value')] as const,
      ),
      links: list(value, 'relationships').flatMap((one) => {
        const objectId = text(one, 'objectId');
        return objectId === null ? [] : [{ objectId, qualifier: text(one, 'qualifier') }];
      }),
      place,
    });
  });
  if (rows === 0) refuse(fatal);
}

/** Index of the selection of version 1.0, which keeps objects and events under their ids. */
const firstVersion = 1;

const keyOf = (element: JsonValueElement): string => String(element.path.at(-1) ?? '');

/** The members of a map as texts; one that is no text or number as its JSON. */
function valuesOf(value: unknown, name: string): (readonly [string, string])[] {
  return entries(value, name).map(
    ([key, inner]) => [key, text(value, name, key) ?? JSON.stringify(inner)] as const,
  );
}

function eventOfFirstVersion(id: string, value: unknown, place: Place): OcelEvent {
  return {
    id,
    type: text(value, 'ocel:activity'),
    time: text(value, 'ocel:timestamp'),
    attributes: valuesOf(value, 'ocel:vmap'),
    links: list(value, 'ocel:omap').flatMap((objectId) =>
      typeof objectId === 'string' ? [{ objectId, qualifier: null }] : [],
    ),
    place,
  };
}

function refuse(problem: JsonProblemElement | null): never {
  if (problem === null) throw new FileRefused('no-event', 'The log holds no event.');
  throw new FileRefused(problem.code, problem.message, problem.place.line);
}
