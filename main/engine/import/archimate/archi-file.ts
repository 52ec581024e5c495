/*
 * Format: native model of the Archi tool (.archimate), plain or the ZIP that also holds images.
 * Version: model versions 2 to 5; ArchiMate 2 names are read as their ArchiMate 3 successors.
 * Spec: https://github.com/archimatetool/archi, com.archimatetool.model/model/archimate.ecore
 * Read: as the exchange format; an Access without accessType is a Write, 1 is Read, 2 is unspecified, 3 is both.
 * Dropped: diagrams, images, profiles; motivation, strategy and migration elements (counted in the report).
 */

import { openBytes } from '../file/open-file';
import type { FileProbe, Importer, ImportInput } from '../importer';
import { attributeOf, childrenOf, childText, type XmlElement } from '../xml/xml-element';
import { type ModelFormat, type ModelPart, readModel, typeOf } from './collect-model';

export const archimateNativeImporter: Importer = {
  id: 'archimate-native',
  title: 'Archi model (.archimate)',
  version: 1,
  detects: 'XML in the namespace of archimatetool.com.',
  fields: [
    'system',
    'dataset',
    'job',
    'source',
    'destination',
    'method',
    'status',
    'owner',
    'site',
    'dependsOn',
    'description',
  ],
  drops: ['diagrams, images and profiles', 'motivation, strategy and migration elements'],
  detect(probe) {
    if (isArchive(probe)) return { confidence: 0.9, summary: 'Archi model with images' };
    if (
      !/<archimate:model[\s>]/.test(probe.text) ||
      !/http:\/\/www\.(archimatetool|bolton)/.test(probe.text)
    ) {
      return null;
    }
    const count =
      probe.text.match(/<elements?\s[^>]*xsi:type="archimate:(?!\w*(?:Relationship|Diagram))/g)?.length ?? 0;
    return { confidence: 0.97, summary: `Archi model, ${count}${probe.isWhole ? '' : ' or more'} elements` };
  },
  read: (input, sink) => readModel(isArchive(input.probe) ? inArchive(input) : input, sink, archiFormat),
};

const modelEntry = 'model.xml';

/** A model with images is a ZIP archive whose first entry is the model. */
const isArchive = ({ head, compression }: FileProbe): boolean =>
  compression === 'none' &&
  head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' &&
  head.subarray(30, 30 + modelEntry.length).toString('latin1') === modelEntry;

const inArchive = (input: ImportInput): ImportInput => ({
  ...input,
  open: () => openBytes({ path: input.path, member: modelEntry }, input.probe.bytes, 'zip'),
});

const notModel = /(DiagramModel|SketchModel|CanvasModel)$/;

const archiFormat: ModelFormat = {
  // Version 2 files say <elements> and <folders> for the same.
  isRecord: (tag, ancestors) =>
    (tag.name === 'element' || tag.name === 'elements') &&
    /^folders?$/.test(ancestors.at(-1)?.name ?? '') &&
    !notModel.test(attributeOf(tag, 'type') ?? ''),
  read: readPart,
};

function readPart(record: XmlElement): ModelPart {
  const type = typeOf(record);
  const isRelation = /Relationship$/.test(attributeOf(record, 'type') ?? '');
  const name = attributeOf(record, 'name')?.trim() ?? '';
  const common = {
    id: attributeOf(record, 'id')?.trim() ?? '',
    type,
    documentation: childText(record, 'documentation'),
    properties: ['property', 'properties']
      .flatMap((tag) => childrenOf(record, tag))
      .map((property) => [attributeOf(property, 'key') ?? '', attributeOf(property, 'value') ?? ''] as const)
      .filter(([key]) => key !== ''),
    line: record.line,
  };
  if (!isRelation) return { part: 'element', ...common, name };
  return {
    part: 'relation',
    ...common,
    name: name === '' ? null : name,
    source: reference(attributeOf(record, 'source')),
    target: reference(attributeOf(record, 'target')),
    access: accessOf(attributeOf(record, 'accessType')),
  };
}

/** Split models refer to other files as "file.xml#id". */
const reference = (written: string | null): string => written?.slice(written.indexOf('#') + 1).trim() ?? '';

/** Archi leaves out the default of its enumeration, which is Write (archimate.ecore, AccessRelationship). */
function accessOf(written: string | null): 'reads' | 'writes' | 'reads and writes' | 'accesses' {
  switch (written) {
    case null:
    case '0':
    case 'Write':
      return 'writes';
    case '1':
    case 'Read':
      return 'reads';
    case '3':
    case 'ReadWrite':
      return 'reads and writes';
    default:
      return 'accesses';
  }
}
