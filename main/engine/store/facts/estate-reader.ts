import type { Claim } from '../../../../shared/model/citation';
import type {
  Control,
  Dataset,
  Dependency,
  Estate,
  Flow,
  Holding,
  Party,
  RoleCell,
  Site,
  System,
  Warning,
} from '../../../../shared/model/estate';
import type { DatasetId, FlowId, HoldingId, PartyId, SiteId, SystemId } from '../../../../shared/model/ids';
import {
  type ControlKind,
  controlKinds,
  type FlowExpectation,
  type FlowStatus,
  type HoldingRole,
} from '../../../../shared/model/vocabulary';
import type { Database } from '../database';
import { otherNamesOf, readNameConflicts } from '../names/read-other-names';
import { type Assertion, Assertions, statedOf } from './assertions';
import { readDerivations, readFieldFlows, readFields } from './read-derivations';
import { readRoles } from './read-roles';

/** Properties that have a place of their own in the model; any other is shown with the attributes. */
const modelled = {
  system: ['supplier', 'site', 'purpose', 'endOfLife', 'criticality', 'organisation'],
  site: ['siteKind'],
  holding: ['holdingRole'],
  flow: ['status', 'expectation', 'maximumDelaySeconds', 'method', 'schedule'],
} as const;

/** Reads the inventory side of a case, folded from its assertions; with `knownAt`, as the case knew it then. */
export function readEstate(db: Database, knownAt?: string): Estate {
  const assertions = new Assertions(db, knownAt);
  const named = <I extends number>(table: string): { id: I; name: string }[] =>
    db.all<{ id: I; name: string }>(`SELECT id, name FROM ${table} ORDER BY name_key`);
  const names = assertions.parties.all();
  const roles = readRoles(db, assertions, new Map(names.map(({ id, name }) => [id, name])));
  const parties = new Map(
    names.map((one): [PartyId, Party] => [
      one.id as PartyId,
      { ...one, id: one.id as PartyId, responsibilities: roles.get(`party ${one.id}`) ?? [] },
    ]),
  );
  const controls = readControls(db, assertions);
  const cells = (kind: string, id: number): readonly RoleCell[] => roles.get(`${kind} ${id}`) ?? [];

  const systems = new Map<SystemId, System>();
  for (const { id, name } of named<SystemId>('system')) {
    if (assertions.names.as.has(id)) continue;
    const { isDeclared, citations } = assertions.existence('system', id);
    const stated = (predicate: string) => assertions.stated('system', id, predicate);
    systems.set(id, {
      id,
      name,
      isDeclared,
      citations,
      responsibilities: cells('system', id),
      supplier: stated('supplier'),
      site: stated('site'),
      purpose: stated('purpose'),
      endOfLife: stated('endOfLife'),
      criticality: stated('criticality'),
      organisation: stated('organisation'),
      controls: controls.get(`system ${id}`) ?? [],
      attributes: assertions.attributes('system', id, modelled.system),
      otherNames: otherNamesOf(assertions, 'system', id),
    });
  }

  const sites = new Map<SiteId, Site>();
  for (const { id, name } of named<SiteId>('site')) {
    sites.set(id, {
      id,
      name,
      kind: assertions.stated('site', id, 'siteKind').value === 'network' ? 'network' : 'site',
      citations: assertions.existence('site', id).citations,
      attributes: assertions.attributes('site', id, modelled.site),
    });
  }

  const datasets = new Map<DatasetId, Dataset>();
  for (const { id, name } of named<DatasetId>('dataset')) {
    if (assertions.datasetNames.as.has(id)) continue;
    datasets.set(id, {
      id,
      name,
      citations: assertions.existence('dataset', id).citations,
      responsibilities: cells('dataset', id),
      attributes: assertions.attributes('dataset', id),
      otherNames: otherNamesOf(assertions, 'dataset', id),
    });
  }

  const holdings = new Map<HoldingId, Holding>();
  for (const row of db.all<{ id: HoldingId; dataset: DatasetId; system: SystemId }>(
    'SELECT id, dataset_id AS dataset, system_id AS system FROM holding',
  )) {
    if (assertions.items.subject('holding', row.id).id !== row.id) continue;
    holdings.set(row.id, {
      id: row.id,
      dataset: assertions.items.dataset(row.dataset),
      system: assertions.items.system(row.system) as SystemId,
      role: assertions.stated('holding', row.id, 'holdingRole') as Holding['role'] & {
        value: HoldingRole | null;
      },
      responsibilities: cells('holding', row.id),
      citations: assertions.existence('holding', row.id).citations,
      attributes: assertions.attributes('holding', row.id, modelled.holding),
    });
  }

  const flows = new Map<FlowId, Flow>();
  for (const row of db.all<{ id: FlowId; from: SystemId; to: SystemId; dataset: DatasetId | null }>(
    'SELECT id, from_system_id AS "from", to_system_id AS "to", dataset_id AS dataset FROM flow',
  )) {
    if (assertions.items.subject('flow', row.id).id !== row.id) continue;
    const { isDeclared, citations } = assertions.existence('flow', row.id);
    const stated = (predicate: string) => assertions.stated('flow', row.id, predicate);
    const delay = stated('maximumDelaySeconds');
    flows.set(row.id, {
      id: row.id,
      dataset: assertions.items.dataset(row.dataset),
      from: assertions.items.flowEnd(row.from) as SystemId,
      to: assertions.items.flowEnd(row.to) as SystemId,
      isDeclared,
      citations,
      status: stated('status') as Flow['status'] & { value: FlowStatus | null },
      expectation: stated('expectation') as Flow['expectation'] & { value: FlowExpectation | null },
      maximumDelaySeconds: statedOf(
        delay.claims.map((c): Claim<number> => ({ ...c, value: Number(c.value) })),
      ),
      method: stated('method'),
      schedule: stated('schedule'),
      responsibilities: cells('flow', row.id),
      controls: controls.get(`flow ${row.id}`) ?? [],
      attributes: assertions.attributes('flow', row.id, modelled.flow),
    });
  }

  return {
    parties,
    sites,
    systems,
    datasets,
    holdings,
    flows,
    dependencies: readDependencies(db, assertions),
    derivations: readDerivations(db, assertions),
    fields: readFields(db, assertions),
    fieldFlows: readFieldFlows(db, assertions),
    warnings: readWarnings(db, assertions),
    nameConflicts: readNameConflicts(assertions, {
      system: new Map([...systems].map(([id, { name }]) => [id, name])),
      dataset: new Map([...datasets].map(([id, { name }]) => [id, name])),
    }),
  };
}

function readControls(db: Database, assertions: Assertions): ReadonlyMap<string, readonly Control[]> {
  const said = new Map<string, Map<ControlKind, Assertion[]>>();
  for (const row of db.all<{ id: number; subject_kind: string; subject_id: number; kind: ControlKind }>(
    'SELECT * FROM control ORDER BY id',
  )) {
    const subject = assertions.items.subject(row.subject_kind, row.subject_id);
    const key = `${subject.kind} ${subject.id}`;
    const kinds = said.get(key) ?? new Map<ControlKind, Assertion[]>();
    said.set(key, kinds);
    kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), ...assertions.of('control', row.id)]);
  }
  const found = new Map<string, readonly Control[]>();
  for (const [key, kinds] of said) {
    found.set(
      key,
      [...kinds]
        .map(([kind, claims]) => controlOf(kind, claims))
        .sort((a, b) => controlKinds.indexOf(a.kind) - controlKinds.indexOf(b.kind)),
    );
  }
  return found;
}

function controlOf(kind: ControlKind, said: readonly Assertion[]): Control {
  const states = new Set(said.flatMap(({ value }) => value ?? []));
  const state =
    states.size > 1
      ? 'conflicting'
      : states.has('present')
        ? 'present'
        : states.has('absent')
          ? 'absent'
          : 'not recorded';
  const claims = said.map(({ value, detail, citation }) => ({
    value: value === null ? '' : detail ? `${value}: ${detail}` : value,
    citation,
  }));
  return { kind, state, claims };
}

function readDependencies(db: Database, assertions: Assertions): readonly Dependency[] {
  const said = db
    .all<{
      id: number;
      from_kind: 'system' | 'site';
      from_id: number;
      to_kind: 'system' | 'site';
      to_id: number;
    }>('SELECT * FROM dependency')
    .map((row) => ({
      from: assertions.items.end(row.from_kind, row.from_id),
      to: assertions.items.end(row.to_kind, row.to_id),
      citations: assertions.of('dependency', row.id).map((a) => a.citation),
    }))
    .filter(({ citations }) => citations.length > 0);
  return joinSame(said);
}

/** Dependencies that are the same once their ends have names. */
function joinSame(dependencies: readonly Dependency[]): readonly Dependency[] {
  const joined = new Map<string, Dependency>();
  for (const one of dependencies) {
    const key = JSON.stringify([one.from, one.to]);
    const known = joined.get(key);
    joined.set(key, known ? { ...known, citations: [...known.citations, ...one.citations] } : one);
  }
  return [...joined.values()];
}

function readWarnings(db: Database, assertions: Assertions): readonly Warning[] {
  return db
    .all<{
      id: number;
      at: number | null;
      text: string;
      subject: string | null;
      from_party: string | null;
      to_party: string | null;
    }>('SELECT * FROM warning ORDER BY at, text')
    .map(({ id, at, text, subject, from_party, to_party }) => ({
      id,
      at,
      text,
      subject,
      from: from_party,
      to: to_party,
      citations: assertions.of('warning', id).map((a) => a.citation),
    }))
    .filter((warning) => warning.citations.length > 0);
}
