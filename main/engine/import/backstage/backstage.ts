/*
 * Format: Backstage software catalog (catalog-info.yaml, several documents a file; or the JSON of its API).
 * Version: backstage.io/v1alpha1 and v1beta1.
 * Spec: https://backstage.io/docs/features/software-catalog/descriptor-format
 * Read: each entity (the row): components, systems, resources and APIs as systems or datasets; dependsOn; who consumes an API receives from its provider; owners.
 * Dropped: API definitions, links, annotations other than the source location; templates, locations and domains (counted in the report).
 */

import type { Place } from '../../../../shared/model/citation';
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { detectJsonLayout } from '../json/layout';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { text } from '../json/value';
import { Catalog } from './catalog';
import { readEntity } from './entity';
import { readDocuments } from './read-documents';

const maximumBytes = 64 * 1024 * 1024;

export const backstageImporter: Importer = {
  id: 'backstage',
  title: 'Backstage catalog',
  version: 1,
  detects: 'YAML documents, or JSON, whose apiVersion is backstage.io.',
  fields: [
    'system',
    'dataset',
    'source',
    'destination',
    'method',
    'owner',
    'dependsOn',
    'description',
    'status',
  ],
  drops: [
    'API definitions and links',
    'annotations other than the source location',
    'templates, locations and domains',
  ],
  detect(probe) {
    const peek = peekJson(probe);
    if (peek !== null) {
      const count = peek.values.filter((value) =>
        text(value, 'apiVersion')?.startsWith('backstage.io/'),
      ).length;
      return count === 0
        ? null
        : { confidence: 0.96, summary: `Backstage catalog as JSON, ${count} entities` };
    }
    const count = probe.text.match(/^apiVersion:\s*["']?backstage\.io\//gm)?.length ?? 0;
    if (count === 0 || !/^kind:/m.test(probe.text)) return null;
    return {
      confidence: 0.96,
      summary: `Backstage catalog, ${count}${probe.isWhole ? '' : ' or more'} entities`,
    };
  },
  read,
};

async function read(input: ImportInput, sink: FactSink): Promise<void> {
  const catalog = new Catalog(sink);
  let rejected: string | null = null;
  const take = (value: unknown, place: Place): void => {
    const entity = readEntity(value, place);
    if ('code' in entity) {
      rejected ??= entity.message;
      sink.reject(place, entity.code, entity.message, JSON.stringify(value)?.slice(0, 2000));
    } else {
      catalog.add(entity);
      sink.accept();
    }
  };
  const refuse = (place: Place, code: string, message: string, raw: string): void => {
    rejected ??= message;
    sink.reject(place, code, message, raw);
  };

  const { text: head, isWhole, encoding } = input.probe;
  const layout = detectJsonLayout(head, isWhole);
  if (layout !== null) {
    const progress = (bytes: number): void => sink.progress(bytes);
    await readJson(input.open(), { layout, encoding, progress }, (element) => {
      if (element.ok) take(element.value, element.place);
      else refuse(element.place, element.code, element.message, element.raw);
    });
  } else {
    for (const document of readDocuments(await input.readText(maximumBytes))) {
      if (document.ok) take(document.value, document.place);
      else refuse(document.place, document.code, document.message, document.raw);
    }
  }
  if (catalog.isEmpty) {
    throw new FileRefused(
      'no-entities',
      rejected ?? 'The file holds no catalog entities. Pass the catalog-info.yaml of a repository.',
    );
  }
  catalog.state();
}
