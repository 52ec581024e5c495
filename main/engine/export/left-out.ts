import type { Stated } from '../../../shared/model/citation';
import type { Attributes, Control, Estate, RoleCell } from '../../../shared/model/estate';

type Counted = readonly [count: number, one: string, many: string];

/** "6 owners of systems, 1 site": what is not nought, for a note. */
function listed(counts: readonly Counted[]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`)
    .join(', ');
}

/**
 * What no format for models can carry of this one, whatever its form: it has one value for a question, and no
 * word for a question left blank.
 */
export function leftOutByAny(estate: Estate): readonly string[] {
  const systems = [...estate.systems.values()];
  const flows = [...estate.flows.values()];
  const holdings = [...estate.holdings.values()];
  const stated: readonly Stated<unknown>[] = [
    ...systems.flatMap((one) => [
      ...[one.supplier, one.site, one.purpose, one.endOfLife, one.criticality, one.organisation],
    ]),
    ...flows.flatMap((one) => [
      ...[one.status, one.expectation, one.maximumDelaySeconds, one.method, one.schedule],
    ]),
    ...holdings.map((one) => one.role),
  ];
  const controls: readonly Control[] = [...systems, ...flows].flatMap((one) => one.controls);
  const cells: readonly RoleCell[] = [
    ...[...systems, ...flows, ...holdings, ...estate.datasets.values()].flatMap(
      (one) => one.responsibilities,
    ),
  ];
  const attributes: readonly Attributes[] = [
    ...[...systems, ...flows, ...holdings, ...estate.datasets.values(), ...estate.sites.values()].map(
      (one) => one.attributes,
    ),
  ];
  const disputed = [...stated, ...controls].filter(({ state }) => state === 'conflicting').length;
  const blanks = cells.filter(({ state }) => state === 'missing').length;
  const others = attributes.reduce((sum, one) => sum + one.size, 0);
  const parts = listed([
    [disputed, 'answer on which sources differ', 'answers on which sources differ'],
    [blanks, 'question that a source leaves blank', 'questions that a source leaves blank'],
    [others, 'further column of a source', 'further columns of sources'],
  ]);
  return parts === '' ? [] : [`Not written, since the format has no place for it: ${parts}.`];
}

/** What OpenLineage in particular has no place for: it knows systems only as where datasets are. */
export function leftOutOfSystems(estate: Estate): readonly string[] {
  const systems = [...estate.systems.values()];
  const present = (pick: (system: (typeof systems)[number]) => Stated): number =>
    systems.filter((system) => pick(system).state === 'present').length;
  const owners = systems.filter((one) =>
    one.responsibilities.some(({ parties }) => parties.length > 0),
  ).length;
  const controls = [...systems, ...estate.flows.values()].flatMap((one) => one.controls);
  const parts = listed([
    [owners, 'system’s owners', 'systems’ owners'],
    [present((one) => one.site), 'system’s site', 'systems’ sites'],
    [present((one) => one.supplier), 'system’s supplier', 'systems’ suppliers'],
    [present((one) => one.organisation), 'system’s organisation', 'systems’ organisations'],
    [controls.filter(({ state }) => state === 'present' || state === 'absent').length, 'control', 'controls'],
    [estate.warnings.length, 'dated warning', 'dated warnings'],
  ]);
  return parts === '' ? [] : [`OpenLineage says nothing of systems themselves; not written: ${parts}.`];
}
