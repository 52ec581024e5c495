import { type Cell, plainTable, tableBytes } from './delimited-text';
import { createRandom } from './random';

/**
 * An inventory of many systems and flows as three sheets. Systems lie in organisations and sites; most flows
 * run from earlier systems to later ones, some back (cycles), a few to themselves.
 */
export function largeInventory(systems: number, flows: number, seed = 'large'): ReadonlyMap<string, Buffer> {
  const random = createRandom(seed);
  const names = Array.from({ length: systems }, (_, index) => `System ${String(index + 1).padStart(4, '0')}`);
  const organisations = Math.max(2, Math.round(systems / 25));
  const systemRows: Cell[][] = [
    ['System', 'Department', 'Owner', 'Vendor', 'Site', 'Backup', 'Logging', 'Reconciliation'],
    ...names.map((name, index) => [
      name,
      `Organisation ${1 + (index % organisations)}`,
      random.chance(0.1) ? '' : `Owner ${random.integer(1, 60)}`,
      `Vendor ${random.integer(1, 12)}`,
      `Site ${random.integer(1, 9)}`,
      random.pick(['yes', 'no', '']),
      random.pick(['yes', 'no', '']),
      random.pick(['yes', 'no', '']),
    ]),
  ];
  const flowRows: Cell[][] = [
    ['Source', 'Destination', 'Dataset', 'Method', 'Status', 'Expectation', 'Max delay (minutes)'],
  ];
  const known = new Set<string>();
  while (flowRows.length <= flows) {
    const from = random.integer(0, systems - 1);
    const reach = random.chance(0.8) ? random.integer(1, 40) : random.integer(1, systems - 1);
    const isSelf = random.chance(0.004);
    const to = isSelf ? from : (from + reach) % systems;
    const dataset = `Dataset ${random.integer(1, 80)}`;
    const key = `${from}/${to}/${dataset}`;
    if (known.has(key)) continue;
    known.add(key);
    const status = random.pick(['live', 'live', 'live', 'live', 'planned', 'retired']);
    flowRows.push([names[from], names[to], dataset, 'HL7 v2 MLLP', status, 'all', 60]);
  }
  const datasetRows: Cell[][] = [
    ['Dataset', 'System of record', 'Controller', 'Processor', 'Information asset owner'],
    ...Array.from({ length: 80 }, (_, index) => [
      `Dataset ${index + 1}`,
      random.pick(names),
      `Organisation ${random.integer(1, organisations)}`,
      `Vendor ${random.integer(1, 12)}`,
      random.chance(0.2) ? '' : `Owner ${random.integer(1, 60)}`,
    ]),
  ];
  return new Map([
    ['systems.csv', tableBytes(systemRows, plainTable)],
    ['flows.csv', tableBytes(flowRows, plainTable)],
    ['datasets.csv', tableBytes(datasetRows, plainTable)],
  ]);
}
