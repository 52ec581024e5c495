/*
 * Format: dbt manifest (target/manifest.json), the models, sources and uses of an analytics project.
 * Version: manifest v1 to v12 (dbt 0.19 to 1.9); a newer one is read as v12.
 * Spec: https://schemas.getdbt.com/dbt/manifest/v12.json and the same for each version.
 * Read: each node, source and exposure (the row): database.schema.relation is a dataset in its database, a model the job that makes it, an exposure a system it flows to.
 * Dropped: SQL, macros, docs, unit tests; metrics, semantic models and saved queries (looked through); disabled nodes are named where something depends on one.
 */

import type { Place } from '../../../../shared/model/citation';
import type { Held, Job } from '../fact';
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { readJson } from '../json/read-json';
import { entries, list, text } from '../json/value';
import { stateDerivation } from '../lineage/derive';
import { stateMeta } from '../lineage/meta-owners';
import { holdingOf, StatedOnce } from '../lineage/stated-once';
import { dependenciesOf, isDataset, type ManifestNode, readNode } from './manifest-node';

const signature = /"dbt_schema_version"\s*:\s*"https:\/\/schemas\.getdbt\.com\/dbt\/manifest\/v(\d+)\.json"/;
const newestKnown = 12;
const between = ['metrics', 'semantic_models', 'saved_queries'];
const select = [
  ...['/metadata', '/nodes/*', '/sources/*', '/exposures/*', '/groups/*', '/disabled/*'],
  ...between.map((section) => `/${section}/*`),
];

export const dbtManifestImporter: Importer = {
  id: 'dbt-manifest',
  title: 'dbt manifest',
  version: 1,
  detects: 'JSON whose metadata.dbt_schema_version names a dbt manifest.',
  fields: ['system', 'dataset', 'field', 'job', 'source', 'destination', 'owner', 'description'],
  drops: [
    'SQL, macros and docs',
    'metrics, semantic models and saved queries (what depends on one depends on what it is worked out from), unit tests',
    'disabled nodes (named only where something depends on one)',
  ],
  detect(probe) {
    const version = signature.exec(probe.text)?.[1];
    return version === undefined ? null : { confidence: 0.97, summary: `dbt manifest v${version}` };
  },
  read: (input, sink) => new ManifestReading(sink).read(input),
};

class ManifestReading {
  readonly #facts: StatedOnce;
  readonly #nodes = new Map<string, ManifestNode>();
  readonly #disabled = new Set<string>();
  /** Metrics and the like by id: no data of their own, only what they are worked out from. */
  readonly #between = new Map<string, readonly string[]>();
  /** Owner's name by the group's own name. */
  readonly #groupOwners = new Map<string, string>();
  #adapter: string | null = null;
  #hasMetadata = false;
  #problem: { readonly message: string; readonly line: number } | null = null;

  constructor(private readonly sink: FactSink) {
    this.#facts = new StatedOnce(sink);
  }

  async read(input: ImportInput): Promise<void> {
    const { encoding } = input.probe;
    const progress = (bytes: number): void => this.sink.progress(bytes);
    await readJson(input.open(), { layout: 'document', encoding, progress, select }, (element) => {
      if (!element.ok) {
        this.#problem ??= { message: element.message, line: element.place.line };
        this.sink.reject(element.place, element.code, element.message, element.raw);
        return;
      }
      const [section, key] = element.path;
      if (section === 'metadata') this.#metadata(element.value, element.place);
      else if (section === 'disabled') this.#disable(key, element.value);
      else if (section === 'groups') this.#group(element.value);
      else if (typeof section === 'string' && between.includes(section)) this.#through(key, element.value);
      else this.#node(element.value, element.place);
    });
    if (!this.#hasMetadata && this.#nodes.size === 0) {
      throw this.#problem === null
        ? new FileRefused(
            'not-a-manifest',
            'The file holds no dbt manifest. Pass target/manifest.json of the project.',
          )
        : new FileRefused(
            'bad-json',
            `The manifest cannot be read: ${this.#problem.message}`,
            this.#problem.line,
          );
    }
    for (const node of this.#nodes.values()) {
      if (isDataset(node)) this.#dataset(node);
      else if (node.type === 'exposure') this.#exposure(node);
      this.#dependencies(node);
    }
    this.#facts.sayFigures();
  }

  #metadata(value: unknown, place: Place): void {
    this.#hasMetadata = true;
    this.#adapter = text(value, 'adapter_type');
    const version = Number(/manifest\/v(\d+)\.json/.exec(text(value, 'dbt_schema_version') ?? '')?.[1] ?? 0);
    if (version > newestKnown) {
      const message = `The manifest has version ${version}; it is read as version ${newestKnown}, the newest known. New parts are left out.`;
      this.sink.warn(place, 'newer-version', message);
    }
  }

  /** v4 and later: lists by id. Before: one list of nodes. */
  #disable(key: string | number | undefined, value: unknown): void {
    const id = typeof key === 'string' ? key : text(value, 'unique_id');
    if (id !== null) this.#disabled.add(id);
  }

  #through(key: string | number | undefined, value: unknown): void {
    const id = text(value, 'unique_id') ?? (typeof key === 'string' ? key : null);
    if (id !== null) this.#between.set(id, dependenciesOf(value));
  }

  /** What a node depends on, with what stands behind metrics in place of the metrics. */
  #parentsOf(node: ManifestNode): ReadonlySet<string> {
    const parents = new Set<string>();
    const seen = new Set<string>();
    const open = [...node.dependsOn];
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      const behind = this.#nodes.has(id) ? undefined : this.#between.get(id);
      if (behind === undefined) parents.add(id);
      else if (!seen.has(id)) open.push(...behind);
      seen.add(id);
    }
    return parents;
  }

  #group(value: unknown): void {
    const name = text(value, 'name');
    const owner = text(value, 'owner', 'name') ?? text(value, 'owner', 'email');
    if (name !== null && owner !== null) this.#groupOwners.set(name, owner);
  }

  #node(value: unknown, place: Place): void {
    const node = readNode(value, place);
    if (node === null) {
      const message = 'The entry has no unique_id or name, so nothing can refer to it.';
      this.sink.reject(place, 'no-id', message, JSON.stringify(value)?.slice(0, 2000));
    } else if (this.#nodes.has(node.id)) {
      this.sink.reject(
        place,
        'repeated-id',
        `${node.id} stands in the manifest twice; the first one is used.`,
      );
    } else {
      this.#nodes.set(node.id, node);
      this.sink.accept();
    }
  }

  /** In its database, or the adapter's one where there are no databases (Spark, MySQL). */
  #held(node: ManifestNode): Held {
    return { dataset: node.held.dataset, system: node.held.system ?? this.#adapter };
  }

  #dataset(node: ManifestNode): void {
    const { value, place } = node;
    const held = this.#held(node);
    this.#facts.held(held.dataset, held.system, 'declared', place);
    if (held.system !== null) {
      this.#facts.attribute({ kind: 'system', name: held.system }, 'database type', this.#adapter, place);
    }
    const subject = { kind: 'dataset', name: held.dataset } as const;
    const holding = holdingOf(held.dataset, held.system);
    this.#facts.description(subject, text(value, 'description'), place);
    this.#facts.attribute(subject, 'dbt resource', node.type, place);
    this.#facts.attribute(holding, 'materialized', text(value, 'materialized'), place);
    this.#facts.attribute(holding, 'loader', text(value, 'loader'), place);
    this.#facts.attribute(subject, 'defined in', text(value, 'original_file_path'), place);
    for (const tag of list(value, 'tags')) {
      if (typeof tag === 'string') this.#facts.attribute(subject, 'tag', tag, place);
    }
    stateMeta(
      { ...Object.fromEntries(entries(value, 'configMeta')), ...Object.fromEntries(entries(value, 'meta')) },
      holding,
      this.#facts,
      place,
    );
    const owner = node.group === null ? undefined : this.#groupOwners.get(node.group);
    if (owner !== undefined) {
      this.#facts.state({ fact: 'responsibility', subject: holding, role: 'owner', party: owner }, place);
    }
    for (const [name, column] of entries(value, 'columns')) {
      const field = { kind: 'field', dataset: held.dataset, name: text(column, 'name') ?? name } as const;
      this.#facts.exists(field, 'declared', place);
      this.#facts.attribute(field, 'type', text(column, 'data_type'), place);
      this.#facts.description(field, text(column, 'description'), place);
    }
  }

  #exposure({ value, place, id }: ManifestNode): void {
    const subject = { kind: 'system', name: exposureName(value, id) } as const;
    this.#facts.exists(subject, 'declared', place);
    this.#facts.description(subject, text(value, 'description'), place);
    this.#facts.attribute(subject, 'type', text(value, 'type'), place);
    this.#facts.attribute(subject, 'address', text(value, 'url'), place);
    this.#facts.attribute(subject, 'maturity', text(value, 'maturity'), place);
    const party = text(value, 'owner', 'name') ?? text(value, 'owner', 'email');
    this.#facts.state({ fact: 'responsibility', subject, role: 'owner', party }, place);
  }

  #dependencies(node: ManifestNode): void {
    const { place, id } = node;
    const job: Job = { namespace: node.package, name: id };
    const makesSomething = node.type === 'model' || node.type === 'snapshot';
    if (makesSomething) this.#facts.exists({ kind: 'job', ...job }, 'declared', place);
    let known = 0;
    for (const parentId of this.#parentsOf(node)) {
      const parent = this.#nodes.get(parentId);
      if (parent === undefined) {
        const why = this.#disabled.has(parentId) ? 'is disabled' : 'is not in the manifest';
        this.sink.warn(place, 'dangling-dependency', `${id} depends on ${parentId}, which ${why}.`);
        continue;
      }
      if (!isDataset(parent)) continue;
      known++;
      this.#depends(node, parent, job);
    }
    if (makesSomething && known === 0) {
      this.#facts.state({ fact: 'derivation', from: null, to: this.#held(node), by: job }, place);
    }
  }

  #depends(node: ManifestNode, parent: ManifestNode, job: Job): void {
    const { place, id, value } = node;
    const from = this.#held(parent);
    if (node.type === 'test') {
      this.#facts.attribute(
        { kind: 'dataset', name: from.dataset },
        'dbt test',
        text(value, 'name') ?? id,
        place,
      );
    } else if (node.type === 'exposure') {
      if (from.system === null) return;
      const flow = {
        kind: 'flow',
        from: from.system,
        to: exposureName(value, id),
        dataset: from.dataset,
      } as const;
      this.#facts.exists(flow, 'declared', place);
    } else if (isDataset(node)) {
      stateDerivation(from, this.#held(node), job, 'declared', this.#facts, place);
    } else {
      // An analysis or operation reads and makes nothing that stays.
      this.#facts.exists({ kind: 'job', ...job }, 'declared', place);
      this.#facts.state({ fact: 'derivation', from, to: null, by: job }, place);
    }
  }
}

const exposureName = (value: unknown, id: string): string =>
  text(value, 'label') ?? text(value, 'name') ?? id;
