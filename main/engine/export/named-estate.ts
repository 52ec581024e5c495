import type { Stated } from '../../../shared/model/citation';
import type { Estate, Flow, Holding, RoleCell, System } from '../../../shared/model/estate';
import type { DatasetId, SystemId } from '../../../shared/model/ids';
import type { ExportInput } from './exporter';

export interface NamedHeld {
  readonly dataset: string;
  readonly system: string | null;
}

export interface NamedDerivation {
  readonly from: NamedHeld | null;
  readonly to: NamedHeld | null;
  readonly job: { readonly namespace: string | null; readonly name: string } | null;
}

/** The model by names instead of ids, each list in a fixed order, for formats that carry whole models. */
export interface NamedEstate {
  readonly systems: readonly System[];
  readonly datasets: readonly { readonly name: string; readonly responsibilities: readonly RoleCell[] }[];
  readonly holdings: readonly {
    readonly dataset: string;
    readonly system: string;
    readonly holding: Holding;
  }[];
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly dataset: string | null;
    readonly flow: Flow;
  }[];
  readonly derivations: readonly NamedDerivation[];
  readonly fieldFlows: readonly {
    readonly from: NamedHeld & { readonly field: string };
    readonly to: NamedHeld & { readonly field: string };
  }[];
  readonly dependencies: readonly { readonly from: NamedPart; readonly to: NamedPart }[];
  readonly sites: readonly { readonly name: string; readonly kind: 'site' | 'network' }[];
}

export interface NamedPart {
  readonly kind: 'system' | 'site';
  readonly name: string;
}

/** Only what a source speaks of: an identity that lost its last source is not exported. */
export function namedEstate(estate: Estate): NamedEstate {
  const system = (id: SystemId | null): string | null =>
    id === null ? null : (estate.systems.get(id)?.name ?? null);
  const dataset = (id: DatasetId): string => estate.datasets.get(id)?.name ?? '';
  const held = (
    end: { readonly dataset: DatasetId; readonly system: SystemId | null } | null,
  ): NamedHeld | null =>
    end === null ? null : { dataset: dataset(end.dataset), system: system(end.system) };
  const part = ({ kind, id }: { readonly kind: 'system' | 'site'; readonly id: number }): NamedPart => ({
    kind,
    name:
      (kind === 'system'
        ? [...estate.systems.values()].find((one) => one.id === id)
        : [...estate.sites.values()].find((one) => one.id === id)
      )?.name ?? '',
  });
  return {
    systems: inOrder([...estate.systems.values()].filter(isCited), (one) => one.name),
    datasets: inOrder([...estate.datasets.values()].filter(isCited), (one) => one.name),
    holdings: inOrder(
      [...estate.holdings.values()].filter(isCited).map((holding) => ({
        dataset: dataset(holding.dataset),
        system: system(holding.system) ?? '',
        holding,
      })),
      (one) => `${one.dataset}\n${one.system}`,
    ),
    flows: inOrder(
      [...estate.flows.values()].filter(isCited).map((flow) => ({
        from: system(flow.from) ?? '',
        to: system(flow.to) ?? '',
        dataset: flow.dataset === null ? null : dataset(flow.dataset),
        flow,
      })),
      (one) => `${one.from}\n${one.to}\n${one.dataset ?? ''}`,
    ),
    derivations: inOrder(
      estate.derivations.filter(isCited).map(({ from, to, jobName }) => ({
        from: held(from),
        to: held(to),
        job: jobName,
      })),
      (one) => JSON.stringify([one.job, one.from, one.to]),
    ),
    fieldFlows: inOrder(
      estate.fieldFlows.filter(isCited).map(({ from, to }) => ({
        from: { dataset: dataset(from.dataset), system: system(from.system), field: from.field },
        to: { dataset: dataset(to.dataset), system: system(to.system), field: to.field },
      })),
      (one) => JSON.stringify([one.to, one.from]),
    ),
    dependencies: inOrder(
      estate.dependencies.filter(isCited).map(({ from, to }) => ({ from: part(from), to: part(to) })),
      (one) => JSON.stringify([one.from, one.to]),
    ),
    sites: inOrder([...estate.sites.values()].filter(isCited), (one) => one.name),
  };
}

const isCited = (one: { readonly citations: readonly unknown[] }): boolean => one.citations.length > 0;

/** By code units, not by locale: the same case gives the same bytes everywhere. */
function inOrder<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  return list
    .map((one) => [key(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one);
}

/** What all sources agree on; null where they differ or say nothing. */
export const agreed = <T>(stated: Stated<T>): T | null => (stated.state === 'present' ? stated.value : null);

export function requireEstate(input: ExportInput): Estate {
  if (input.estate === undefined) throw new Error('A model format needs the whole model.');
  return input.estate;
}
