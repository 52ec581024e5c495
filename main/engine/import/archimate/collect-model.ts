import { type FactSink, FileRefused, type ImportInput } from '../importer';
import type { XmlTag } from '../xml/read-xml';
import { readXmlRows } from '../xml/read-xml-rows';
import { attributeOf, type XmlElement } from '../xml/xml-element';
import { Interpretation } from './interpret';
import { type ArchiElement, type ArchiModel, type ArchiRelation, typeName } from './model';

/** Above this many parts a file is no architecture model that a person drew. */
const maximumParts = 2_000_000;

export interface ModelFormat {
  isRecord(tag: XmlTag, ancestors: readonly XmlTag[]): boolean;
  /** Null for a record that is neither element nor relation (kept by the format itself). */
  read(record: XmlElement): ModelPart | null;
  /** The parts with what stood after them filled in. */
  finish?(part: ModelPart): ModelPart;
}

export type ModelPart =
  | ({ readonly part: 'element' } & ArchiElement)
  | ({ readonly part: 'relation' } & ArchiRelation);

/** Reads a model whole, then states it. Relations may stand before their ends, so they are checked last. */
export async function readModel(input: ImportInput, sink: FactSink, format: ModelFormat): Promise<void> {
  const parts = new Map<string, ModelPart>();
  await readXmlRows(input, sink, {
    isRecord: (tag, ancestors) => format.isRecord(tag, ancestors),
    row(record) {
      const part = format.read(record);
      if (part === null) return;
      const place = { line: part.line };
      if (part.id === '') {
        sink.reject(place, 'no-id', `The ${part.type} has no identifier, so nothing can refer to it.`);
      } else if (parts.has(part.id)) {
        sink.reject(
          place,
          'repeated-id',
          `The identifier ${part.id} stands in the model twice; the first is used.`,
        );
      } else if (part.part === 'element' && part.name === '' && part.type !== 'Junction') {
        sink.reject(place, 'no-name', `The ${part.type} ${part.id} has no name. Name it in the model.`);
      } else {
        if (parts.size >= maximumParts)
          throw new FileRefused('too-large', `The model has more than ${maximumParts} parts.`);
        parts.set(part.id, part);
      }
    },
  });
  const model = checkedModel(parts, sink, format);
  if (model.elements.size === 0) {
    throw new FileRefused(
      'no-elements',
      'The model has no elements. Export it with its elements and relationships.',
    );
  }
  new Interpretation(model, sink).state();
}

function checkedModel(
  parts: ReadonlyMap<string, ModelPart>,
  sink: FactSink,
  format: ModelFormat,
): ArchiModel {
  const model: ArchiModel = { elements: new Map(), relations: new Map() };
  for (const unfinished of parts.values()) {
    const part = format.finish?.(unfinished) ?? unfinished;
    if (part.part === 'element') {
      model.elements.set(part.id, part);
      sink.accept();
      continue;
    }
    const missing = [part.source, part.target].find((id) => !parts.has(id));
    if (missing !== undefined) {
      const message = `The ${part.type} relation ${part.id} joins "${missing}", which is not in the model.`;
      sink.reject({ line: part.line, pointer: part.id }, 'dangling-relation', message);
      continue;
    }
    model.relations.set(part.id, part);
    sink.accept();
  }
  return model;
}

export const typeOf = (element: XmlElement): string => typeName(attributeOf(element, 'type') ?? '');
