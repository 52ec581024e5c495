import fc from 'fast-check';
import { controlKinds, type ResponsibilityRole, responsibilityRoles } from '../../../shared/model/vocabulary';
import type { Fact, Held, Job, Subject } from '../import/fact';

const pick = (...names: readonly string[]) => fc.constantFrom(...names);
const systems = pick(
  'Ward EPR',
  'Letters <hub> & Co',
  'GP "system"',
  "O'Hare PAS",
  'Système été',
  '#5; x=y',
  'a > b',
);
const datasets = pick('Letters', 'db.public.orders', 'Größe', 'x & y < z', 'constructor', '漢字');
const parties = pick('Records office', 'Dr I. Achebe', 'Ashgrove NHS Trust; Estates');
const jobs: fc.Arbitrary<Job> = fc.record({
  name: pick('load', 'load/again', 'nightly: all'),
  namespace: fc.option(pick('airflow', 'team/dbt')),
});
const roles = fc.constantFrom<ResponsibilityRole>(...responsibilityRoles);
const held: fc.Arbitrary<Held> = fc.record({ dataset: datasets, system: fc.option(systems) });
const holding = fc.record({ kind: fc.constant('holding' as const), dataset: datasets, system: systems });
const flow = fc.record({
  kind: fc.constant('flow' as const),
  from: systems,
  to: systems,
  dataset: fc.option(datasets),
});
const field = fc.record({
  dataset: datasets,
  system: fc.option(systems),
  field: pick('id', 'NHS number', 'a.b', '__proto__'),
});
const declared = (subject: fc.Arbitrary<Subject>): fc.Arbitrary<Fact> =>
  subject.map((one) => ({ fact: 'exists', subject: one, as: 'declared' }));

/** Facts of a model of datasets, holdings, flows, derivations and columns, with awkward names. */
export const arbitraryLineageFacts: fc.Arbitrary<readonly Fact[]> = fc.array(
  fc.oneof(
    declared(holding),
    declared(flow),
    flow.map((subject): Fact => ({ fact: 'exists', subject, as: 'observed' })),
    fc
      .record({
        subject: flow,
        predicate: fc.constant('status' as const),
        value: pick('live', 'planned', 'retired'),
      })
      .map((one): Fact => ({ fact: 'property', ...one })),
    fc
      .record({
        subject: flow,
        predicate: fc.constant('maximumDelaySeconds' as const),
        value: pick('60', '7200'),
      })
      .map((one): Fact => ({ fact: 'property', ...one })),
    fc
      .record({
        subject: holding,
        predicate: fc.constant('holdingRole' as const),
        value: pick('copy', 'system of record'),
      })
      .map((one): Fact => ({ fact: 'property', ...one })),
    fc
      .record({ subject: fc.oneof(holding, flow), role: roles, party: parties })
      .map((one): Fact => ({ fact: 'responsibility', ...one })),
    fc
      .record({ from: fc.option(held), to: fc.option(held), by: fc.option(jobs) })
      // An edge needs an end, and with one end only a job.
      .filter(
        ({ from, to, by }) =>
          (from !== null && to !== null) || (by !== null && (from !== null || to !== null)),
      )
      .map((one): Fact => ({ fact: 'derivation', ...one })),
    fc.record({ from: field, to: field }).map((one): Fact => ({ fact: 'fieldFlow', ...one })),
  ),
  { minLength: 1, maxLength: 25 },
);

const sites = pick('North data hall', 'Core <network>', 'Site 1; B');
const system = fc.record({ kind: fc.constant('system' as const), name: systems });
const site = fc.record({ kind: fc.constant('site' as const), name: sites });

/** The same without columns, and with what an inventory says: sites, dependencies and responsibilities. */
export const arbitraryEstateFacts: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(
    arbitraryLineageFacts,
    fc.array(
      fc.oneof(
        declared(system),
        declared(site),
        declared(fc.record({ kind: fc.constant('dataset' as const), name: datasets })),
        fc
          .record({
            subject: system,
            control: fc.constantFrom(...controlKinds),
            state: fc.constantFrom('present', 'absent'),
          })
          .map((one): Fact => ({ fact: 'control', ...one })),
        site.map((subject): Fact => ({ fact: 'property', subject, predicate: 'siteKind', value: 'network' })),
        fc
          .record({ subject: system, predicate: fc.constant('site' as const), value: sites })
          .map((one): Fact => ({ fact: 'property', ...one })),
        fc
          .record({ from: fc.oneof(system, site), to: fc.oneof(system, site) })
          // A thing that needs itself says nothing.
          .filter(({ from, to }) => from.kind !== to.kind || from.name !== to.name)
          .map((one): Fact => ({ fact: 'dependency', ...one })),
        fc
          .record({
            subject: fc.oneof(system, fc.record({ kind: fc.constant('dataset' as const), name: datasets })),
            role: roles,
            party: parties,
          })
          .map((one): Fact => ({ fact: 'responsibility', ...one })),
      ),
      { maxLength: 15 },
    ),
  )
  .map(([lineage, inventory]) => [...lineage.filter(({ fact }) => fact !== 'fieldFlow'), ...inventory]);
