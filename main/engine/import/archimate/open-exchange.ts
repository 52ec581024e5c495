/*
 * Format: ArchiMate Model Exchange File (.xml), models of enterprise architecture tools.
 * Version: 2.1, 3.0, 3.1 and 3.2 of the exchange format.
 * Spec: https://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd
 * Read: each element and relationship (the row): components and nodes are systems, data objects datasets; Flow, Access as holding, Serving as dependency, sites, roles, properties.
 * Dropped: views and organizations; motivation, strategy and migration elements (counted in the report).
 */

import type { Importer } from '../importer';
import { attributeOf, childOf, childrenOf, childText, type XmlElement } from '../xml/xml-element';
import { type ModelFormat, type ModelPart, readModel, typeOf } from './collect-model';

const namespace = /xmlns(?::\w+)?\s*=\s*["']http:\/\/www\.opengroup\.org\/xsd\/archimate(?:\/3\.\d)?\/?["']/;

export const archimateExchangeImporter: Importer = {
  id: 'archimate-exchange',
  title: 'ArchiMate Open Exchange',
  version: 1,
  detects: 'XML in the namespace of the ArchiMate exchange format.',
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
  drops: ['views and organizations', 'motivation, strategy and migration elements'],
  detect(probe) {
    if (!/<(?:\w+:)?model[\s>]/.test(probe.text) || !namespace.test(probe.text)) return null;
    const count = probe.text.match(/<(?:\w+:)?element[\s>]/g)?.length ?? 0;
    return {
      confidence: 0.97,
      summary: `ArchiMate model, ${count}${probe.isWhole ? '' : ' or more'} elements`,
    };
  },
  read: (input, sink) => readModel(input, sink, exchangeFormat()),
};

const recordParents: Readonly<Record<string, string>> = {
  element: 'elements',
  relationship: 'relationships',
  propertyDefinition: 'propertyDefinitions',
  propertydef: 'propertydefs',
};

/** Property definitions stand after the elements that use them (spec, sequence of model). */
function exchangeFormat(): ModelFormat {
  const definitions = new Map<string, string>();
  return {
    isRecord: (tag, ancestors) =>
      Object.hasOwn(recordParents, tag.name) && ancestors.at(-1)?.name === recordParents[tag.name],
    read(record) {
      if (record.name !== 'element' && record.name !== 'relationship') {
        const name = labelOf(record) ?? attributeOf(record, 'name');
        const id = attributeOf(record, 'identifier');
        if (id !== null && name !== null) definitions.set(id, name);
        return null;
      }
      return readPart(record);
    },
    finish: (part) => ({
      ...part,
      properties: part.properties.map(
        ([reference, value]) => [definitions.get(reference) ?? reference, value] as const,
      ),
    }),
  };
}

function readPart(record: XmlElement): ModelPart {
  const common = {
    id: attributeOf(record, 'identifier')?.trim() ?? '',
    type: typeOf(record),
    documentation: childText(record, 'documentation'),
    properties: propertiesOf(record),
    line: record.line,
  };
  if (record.name === 'element') return { part: 'element', ...common, name: labelOf(record) ?? '' };
  return {
    part: 'relation',
    ...common,
    name: labelOf(record),
    source: attributeOf(record, 'source')?.trim() ?? '',
    target: attributeOf(record, 'target')?.trim() ?? '',
    access: accessOf(attributeOf(record, 'accessType')),
  };
}

/** Version 3 says name, version 2 said label; the first language given is used. */
function labelOf(record: XmlElement): string | null {
  return childText(record, 'name') ?? childText(record, 'label');
}

function propertiesOf(record: XmlElement): readonly (readonly [string, string])[] {
  const properties = childOf(record, 'properties');
  if (properties === null) return [];
  return childrenOf(properties, 'property').flatMap((property) => {
    const reference =
      attributeOf(property, 'propertyDefinitionRef') ?? attributeOf(property, 'identifierref');
    return reference === null ? [] : [[reference, childText(property, 'value') ?? ''] as const];
  });
}

function accessOf(written: string | null): 'reads' | 'writes' | 'reads and writes' | 'accesses' {
  switch (written) {
    case 'Read':
      return 'reads';
    case 'Write':
      return 'writes';
    case 'ReadWrite':
      return 'reads and writes';
    default:
      return 'accesses';
  }
}
