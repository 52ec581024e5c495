import type { Citation, Stated } from '../../../../shared/model/citation';
import type { Control, Estate, RoleCell } from '../../../../shared/model/estate';
import { flowName } from '../flow-title';
import { holdingName } from '../wording';

export type FactKind = 'system' | 'dataset' | 'flow' | 'owner' | 'control' | 'holding' | 'dependency';

/** One thing an estate says, by names alone, so that two cases can be laid side by side. */
export interface EstateFact {
  readonly kind: FactKind;
  readonly name: string;
  /** Null for the thing's being there at all. */
  readonly field: string | null;
  readonly value: string | null;
  /** The thing that it is said of; a field of something added or removed is no difference of its own. */
  readonly of: string;
  readonly citations: readonly Citation[];
}

/** Everything an estate says, as facts; what a source asks and leaves blank is "(blank)". */
export function* estateFacts(estate: Estate): Iterable<EstateFact> {
  for (const system of estate.systems.values()) {
    if (system.citations.length === 0) continue;
    const own = about('system', system.name);
    yield own.there(system.citations);
    yield own.field('on an inventory', system.isDeclared ? 'yes' : 'no', system.citations);
    yield* own.stated({
      supplier: system.supplier,
      site: system.site,
      organisation: system.organisation,
      purpose: system.purpose,
      criticality: system.criticality,
      'end of life': system.endOfLife,
    });
    yield* own.roles(system.responsibilities);
    yield* own.controls(system.controls);
  }
  for (const dataset of estate.datasets.values()) {
    if (dataset.citations.length === 0) continue;
    const own = about('dataset', dataset.name);
    yield own.there(dataset.citations);
    yield* own.roles(dataset.responsibilities);
  }
  for (const holding of estate.holdings.values()) {
    if (holding.citations.length === 0) continue;
    const own = about('holding', holdingName(estate, holding));
    yield own.there(holding.citations);
    yield* own.stated({ role: holding.role });
    yield* own.roles(holding.responsibilities);
  }
  for (const flow of estate.flows.values()) {
    if (flow.citations.length === 0) continue;
    const dataset = flow.dataset === null ? null : estate.datasets.get(flow.dataset)?.name;
    const ends = flowName(estate.systems.get(flow.from)?.name ?? '', estate.systems.get(flow.to)?.name ?? '');
    const own = about('flow', dataset ? `${ends}: ${dataset}` : ends);
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
  const nameOf = ({ kind, id }: { readonly kind: 'system' | 'site'; readonly id: number }): string =>
    [...(kind === 'system' ? estate.systems : estate.sites).values()].find((one) => one.id === id)?.name ??
    '';
  for (const { from, to, citations } of estate.dependencies) {
    if (citations.length > 0)
      yield about('dependency', `${nameOf(from)} needs ${nameOf(to)}`).there(citations);
  }
}

function about(kind: FactKind, name: string) {
  const of = `${kind} ${name}`;
  const fact = (
    factKind: FactKind,
    field: string | null,
    value: string | null,
    citations: readonly Citation[],
  ): EstateFact => ({ kind: factKind, name, field, value, of, citations });
  return {
    there: (citations: readonly Citation[]) => fact(kind, null, null, citations),
    field: (field: string, value: string, citations: readonly Citation[]) =>
      fact(kind, field, value, citations),
    *stated(fields: Readonly<Record<string, Stated<string | number>>>): Iterable<EstateFact> {
      for (const [field, { claims }] of Object.entries(fields)) {
        if (claims.length === 0) continue;
        const value = [...new Set(claims.map((claim) => String(claim.value)))].sort().join(' | ');
        yield fact(
          kind,
          field,
          value,
          claims.map((claim) => claim.citation),
        );
      }
    },
    *roles(cells: readonly RoleCell[]): Iterable<EstateFact> {
      for (const { role, parties, blanks } of cells) {
        const value = parties.length > 0 ? parties.map((party) => party.partyName).join(' | ') : '(blank)';
        yield fact('owner', role, value, [...parties.flatMap((party) => party.citations), ...blanks]);
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
