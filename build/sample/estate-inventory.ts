import type { Cell } from './delimited-text';
import type { DelayStyle } from './estate-options';
import { allHops, type EstatePlan } from './estate-plan';
import type { Hop } from './hop';
import { createRandom, type Random } from './random';
import { dayMs, hourMs } from './time-text';

type Rows = readonly (readonly Cell[])[];

export interface EstateInventory {
  readonly systems: Rows;
  readonly flows: Rows;
  readonly datasets: Rows;
  readonly noOwner: readonly string[];
  readonly noController: readonly string[];
  readonly silent: readonly (readonly [string, string])[];
  readonly planned: readonly (readonly [string, string])[];
}

/** Headers by which real sheets name a field; the first is the plainest. */
const headers = {
  system: ['System', 'System Name', 'Application Name', 'Application'],
  owner: ['Owner', 'Business owner', 'Managed by'],
  supplier: ['Supplier', 'Vendor', 'System Supplier', 'Manufacturer'],
  site: ['Site', 'Data Centre', 'Hosting', 'Platform Host'],
  purpose: ['Purpose', 'Description'],
  endOfLife: ['End of life', 'lifecycle:endOfLife'],
  backup: ['Backup', 'Backup?'],
  logging: ['Logging', 'Audit trail'],
  reconciliation: ['Reconciliation', 'Recon check', 'Balancing'],
  source: ['Source', 'From', 'Provider Business Application', 'fromSystem', 'Sending Application'],
  destination: ['Destination', 'To', 'Recipient system', 'toSystem', 'Receiving Application'],
  dataset: ['Dataset', 'Information Asset', 'Asset Name', 'Data Entity'],
  method: ['Method', 'Protocol', 'How is the data transferred'],
  status: ['Status', 'Flow status'],
  expectation: ['Expectation', 'Expected records'],
  controller: ['Controller', 'Data Controller'],
  processor: ['Processor', 'Data Processor'],
  assetOwner: ['Information asset owner', 'IAO', 'Information Asset Owner'],
  holder: ['System of record', 'Location/system or place of storage'],
} as const;
type Field = keyof typeof headers;

/** The estate's three sheets, with an owner and a controller missing, a silent flow and a planned one. */
export function estateInventory(plan: EstatePlan): EstateInventory {
  const { options, names } = plan;
  const random = createRandom(`${options.seed}/inventory`);
  const { system, trust } = names;
  const header = (fields: readonly Field[]) =>
    fields.map((field) =>
      options.inventoryStyle === 'varied' ? random.pick(headers[field]) : headers[field][0],
    );
  const declared = Object.entries(system).filter(([role]) => role !== 'platform' && role !== 'research');
  const extras = plan.hops.extra.flatMap((hop) => [hop.from, hop.to]);
  const yesNo = () => random.pick(['yes', 'no', '']);
  const unowned = [system.letters];
  const systemFields = [
    'system',
    'owner',
    'supplier',
    'site',
    'purpose',
    'endOfLife',
    'backup',
    'logging',
    'reconciliation',
  ] as const;
  const systemRows = [...declared.map(([, name]) => name), ...extras].map((name): Cell[] => [
    name,
    unowned.includes(name) ? '' : trust,
    names.supplier(random),
    random.pick(['DC One', 'DC Two', 'Supplier cloud']),
    'Care',
    name === system.pas ? '2022-12-31' : '',
    yesNo(),
    yesNo(),
    yesNo(),
  ]);

  const datasetOf = new Map<Hop, string>([
    [plan.hops.results, 'Pathology results'],
    [plan.hops.resultsOn, 'Pathology results'],
    [plan.hops.demographics, 'Demographics'],
    [plan.hops.letters, 'Clinic letters'],
    [plan.hops.lettersOn, 'Clinic letters'],
    [plan.hops.objectionsA, 'Sharing objections'],
    [plan.hops.objectionsB, 'Sharing objections'],
    [plan.hops.activity, 'Activity'],
    [plan.hops.summaries, 'Activity'],
  ]);
  const delays = options.delays;
  const flowFields = ['source', 'destination', 'dataset', 'method', 'status', 'expectation'] as const;
  const delayHeader =
    delays === 'minutes' ? 'Max delay (minutes)' : delays === 'hours' ? 'Max delay (hours)' : 'Max delay';
  const withDelay = (row: Cell[], delayMs: number | null): Cell[] =>
    delays === 'no column' ? row : [...row, delayText(delayMs, delays)];
  const live = allHops(plan).filter((hop) => hop !== plan.hops.research);
  const flowRows = live.map((hop) => {
    const expectation =
      hop === plan.hops.activity ? 'filtered' : hop === plan.hops.summaries ? 'aggregated' : 'all';
    const dataset = datasetOf.get(hop) ?? 'Ward notes';
    return withDelay([hop.from, hop.to, dataset, 'HL7 v2 MLLP', 'live', expectation], hop.maximumDelayMs);
  });
  flowRows.push(
    withDelay([system.radiology, system.record, 'Radiology reports', 'HL7 v2 MLLP', 'live', 'all'], hourMs),
    withDelay([system.record, system.platform, 'Pathology results', 'FHIR API', 'planned', 'all'], null),
  );
  const datasetFields = ['dataset', 'holder', 'controller', 'processor', 'assetOwner'] as const;
  const datasetRows: Cell[][] = [
    ['Pathology results', system.laboratory, trust, '', 'Head of Pathology'],
    ['Demographics', system.pas, trust, '', ''],
    ['Clinic letters', system.record, '', names.supplier(random), ''],
    ['Sharing objections', system.practiceA, 'Practices', names.supplier(random), 'Practice manager'],
    ['Sharing objections', system.practiceB, 'Practices', names.supplier(random), 'Practice manager'],
    ['Radiology reports', system.radiology, trust, names.supplier(random), 'Head of Imaging'],
  ];
  const arranged = (fields: readonly string[], rows: readonly (readonly Cell[])[]): Rows =>
    options.inventoryStyle === 'varied'
      ? inColumnOrder([fields, ...shuffledRows(rows, random)], random)
      : [fields, ...rows];
  return {
    systems: arranged(header(systemFields), systemRows),
    flows: arranged([...header(flowFields), ...(delays === 'no column' ? [] : [delayHeader])], flowRows),
    datasets: arranged(header(datasetFields), datasetRows),
    noOwner: unowned,
    noController: ['Clinic letters'],
    silent: [[system.radiology, system.record]],
    planned: [[system.record, system.platform]],
  };
}

function delayText(delayMs: number | null, style: DelayStyle): Cell {
  if (delayMs === null) return '';
  const hours = delayMs / hourMs;
  const isDays = delayMs % dayMs === 0;
  switch (style) {
    case 'minutes':
      return delayMs / 60_000;
    case 'hours':
      return hours;
    case 'text':
      if (isDays) return hours === 24 ? '1 day' : `${hours / 24} days`;
      return hours === 1 ? '60 minutes' : `${hours} hours`;
    case 'iso duration':
      return isDays ? `P${hours / 24}D` : `PT${hours}H`;
    case 'blank':
    case 'no column':
      return '';
  }
}

function shuffledRows(rows: readonly (readonly Cell[])[], random: Random): (readonly Cell[])[] {
  return random.shuffle(rows);
}

/** Columns in another order, the same for every row. */
function inColumnOrder(rows: Rows, random: Random): Rows {
  const order = random.shuffle((rows[0] ?? []).map((_, index) => index));
  return rows.map((row) => order.map((index) => row[index]));
}
