import type { Citation, Stated } from '../../../../shared/model/citation';
import type { Control, Estate, RoleCell } from '../../../../shared/model/estate';
import type { SiteId, SystemId } from '../../../../shared/model/ids';
import { nameKey } from '../../store/names/name-key';
import { flowName } from '../flow-title';
import { holdingName } from '../wording';
import type { EstateKeys } from './shared-keys';

export type FactKind = 'system' | 'dataset' | 'flow' | 'owner' | 'control' | 'holding' | 'dependency';

/** One thing an estate says, so that two can be laid side by side. */
export interface EstateFact {
  readonly kind: FactKind;
  readonly name: string;
  /** Null for the thing's being there at all. */
  readonly field: string | null;
  readonly value: string | null;
  /** The value under keys that both estates share. */
  readonly same: string;
  /** Key of the thing that it is said of; a field of something added or removed is no difference of its own. */
  readonly of: string;
  readonly citations: readonly Citation[];
}

/** Everything an estate says, as facts; what a source asks and leaves blank is "(blank)". */
export function* estateFacts(estate: Estate, keys: EstateKeys): Iterable<EstateFact> {
  for (const system of estate.systems.values()) {
    if (system.citations.length === 0) continue;
    const own = about('system', system.name, keys.system(system.id), keys);
    yield own.there(system.citations);
    yield own.field('on an inventory', system.isDeclared ? 'yes' : 'no', system.citations);
    yield* own.stated({ supplier: system.supplier, organisation: system.organisation }, keys.party);
    yield* own.stated({
      site: system.site,
      purpose: system.purpose,
      criticality: system.criticality,
      'end of life': system.endOfLife,
    });
    yield* own.roles(system.responsibilities);
    yield* own.controls(system.controls);
  }
  for (const dataset of estate.datasets.values()) {
    if (dataset.citations.length === 0) continue;
    const own = about('dataset', dataset.name, keys.dataset(dataset.id), keys);
    yield own.there(dataset.citations);
    yield* own.roles(dataset.responsibilities);
  }
  for (const holding of estate.holdings.values()) {
    if (holding.citations.length === 0) continue;
    const key = `${keys.dataset(holding.dataset)} in ${keys.system(holding.system)}`;
    const own = about('holding', holdingName(estate, holding), key, keys);
    yield own.there(holding.citations);
    yield* own.stated({ role: holding.role });
    yield* own.roles(holding.responsibilities);
  }
  for (const flow of estate.flows.values()) {
    if (flow.citations.length === 0) continue;
    const dataset = flow.dataset === null ? null : estate.datasets.get(flow.dataset)?.name;
    const ends = flowName(estate.systems.get(flow.from)?.name ?? '', estate.systems.get(flow.to)?.name ?? '');
    const key = `${keys.system(flow.from)} > ${keys.system(flow.to)}: ${flow.dataset === null ? '' : keys.dataset(flow.dataset)}`;
    const own = about('flow', dataset ? `${ends}: ${dataset}` : ends, key, keys);
    yield own.there(flow.citations);
    yield* own.stated({
      status: flow.status,
      expectation: flow.expectation,
      'maximum delay in seconds': flow.maximumDelaySeconds,
      method: flow.method,
      schedule: flow.schedule,
    });
    yield* own.roles(flow.responsibilities);
    yield* own.controls(flow.controls);
  }
  type End = { readonly kind: 'system' | 'site'; readonly id: number };
  const endOf = ({ kind, id }: End): { readonly name: string; readonly key: string } => {
    const name =
      kind === 'system' ? estate.systems.get(id as SystemId)?.name : estate.sites.get(id as SiteId)?.name;
    return {
      name: name ?? '',
      key: kind === 'system' ? keys.system(id as SystemId) : keys.site(name ?? ''),
    };
  };
  for (const { from, to, citations } of estate.dependencies) {
    if (citations.length === 0) continue;
    const [one, other] = [endOf(from), endOf(to)];
    yield about('dependency', `${one.name} needs ${other.name}`, `${one.key} needs ${other.key}`, keys).there(
      citations,
    );
  }
}

function about(kind: FactKind, name: string, key: string, keys: EstateKeys) {
  const of = `${kind} ${key}`;
  const fact = (
    factKind: FactKind,
    field: string | null,
    value: string | null,
    citations: readonly Citation[],
    same: string = nameKey(value ?? ''),
  ): EstateFact => ({ kind: factKind, name, field, value, same, of, citations });
  return {
    there: (citations: readonly Citation[]) => fact(kind, null, null, citations),
    field: (field: string, value: string, citations: readonly Citation[]) =>
      fact(kind, field, value, citations),
    *stated(
      fields: Readonly<Record<string, Stated<string | number>>>,
      keyOf: (value: string) => string = nameKey,
    ): Iterable<EstateFact> {
      for (const [field, { claims }] of Object.entries(fields)) {
        if (claims.length === 0) continue;
        const values = [...new Set(claims.map((claim) => String(claim.value)))].sort();
        yield fact(
          kind,
          field,
          values.join(' | '),
          claims.map((claim) => claim.citation),
          [...new Set(values.map(keyOf))].sort().join(' | '),
        );
      }
    },
    *roles(cells: readonly RoleCell[]): Iterable<EstateFact> {
      for (const { role, parties, blanks } of cells) {
        const names = parties.map((party) => party.partyName);
        yield fact(
          'owner',
          role,
          names.length > 0 ? names.join(' | ') : '(blank)',
          [...parties.flatMap((party) => party.citations), ...blanks],
          names.map(keys.party).sort().join(' | '),
        );
      }
    },
    *controls(controls: readonly Control[]): Iterable<EstateFact> {
      for (const { kind: control, state, claims } of controls) {
        yield fact(
          'control',
          control,
          state,
          claims.map((claim) => claim.citation),
        );
      }
    },
  };
}
