import { type Cell, plainTable, type TableStyle, tableBytes } from './delimited-text';
import { hl7Batch } from './hl7-batch';
import { heartbeats, type LogStyle, logFile } from './log-file';
import type { LogLine } from './log-line';
import { sampleHoldings } from './sample-holdings';
import * as inventory from './sample-inventory';
import { names } from './sample-inventory';
import * as plan from './sample-traffic';
import { spreadsheetBytes } from './spreadsheet';
import type { TimeStyle } from './time-text';
import { flowTruths, type Truth } from './truth';

export interface MadeUpEstate {
  /** File name to bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly truth: Truth;
}

export const sampleSeed = 'harrowmere-2024';

const tabs: TableStyle = { delimiter: '\t', encoding: 'utf-8', byteOrderMark: false, newline: '\n' };
const semicolons: TableStyle = { delimiter: ';', encoding: 'utf-8', byteOrderMark: true, newline: '\r\n' };
const lineFeeds: TableStyle = { ...plainTable, newline: '\n' };
const utc: TimeStyle = { format: 'iso', zone: 'UTC' };
const local: TimeStyle = { format: 'dd/MM/yyyy HH:mm:ss', zone: 'Europe/London' };

/** Fields in the order of a log's columns, with the headers it gives them. */
const columns = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([field, header]) => ({ field, header }));
const plainColumns = columns({
  time: 'Timestamp',
  system: 'Logged by',
  event: 'Event',
  peer: 'Peer',
  message: 'Message Control ID',
  record: 'NHS Number',
  type: 'Message Type',
  site: 'Site',
  version: 'Interface Version',
  error: 'Error',
});
const jsonColumns = columns({
  time: 'time',
  system: 'system',
  event: 'event',
  peer: 'peer',
  message: 'messageId',
  record: 'nhsNumber',
  type: 'type',
  site: 'site',
  version: 'version',
  error: 'error',
});

const table = (file: string, more: Partial<LogStyle> = {}): LogStyle => ({
  file,
  format: 'table',
  table: plainTable,
  columns: plainColumns,
  time: utc,
  order: 'oldest first',
  ...more,
});
const json = (file: string, more: Partial<LogStyle> = {}): LogStyle =>
  table(file, { format: 'json lines', table: lineFeeds, columns: jsonColumns, ...more });

const logStyles: ReadonlyMap<string, LogStyle> = new Map([
  [names.engine, table('causeway-integration-engine.csv')],
  [
    names.pas,
    table('larkspur-interface-log.csv', {
      table: semicolons,
      time: local,
      columns: columns({
        time: 'Date/Time',
        system: 'System',
        event: 'Action',
        peer: 'Other system',
        message: 'MSH-10',
        record: 'NHS No',
        type: 'MSH-9',
        site: 'Location',
        version: 'HL7 version',
        error: 'Error text',
      }),
    }),
  ],
  [names.laboratory, table('pipit-laboratory.tsv', { table: tabs })],
  [names.record, json('rowan-patient-record.jsonl')],
  [names.radiology, table('cobalt-radiology.csv', { time: { format: 'iso seconds', zone: 'UTC' } })],
  [names.images, table('cobalt-image-archive.csv', { order: 'newest first' })],
  [names.prescribing, table('fennel-prescribing.csv')],
  [names.letters, json('kestrel-letters-hub.jsonl')],
  [names.warehouse, table('foxglove-warehouse.csv')],
  [names.reporting, json('bramble-reporting.jsonl')],
  [
    names.community,
    table('aster-community-record.tsv', {
      table: tabs,
      columns: columns({
        time: 'Timestamp',
        system: 'System',
        event: 'Event',
        peer: 'Remote',
        record: 'Patient ID',
        type: 'Type',
        site: 'Site',
        version: 'Version',
      }),
      nameCase: 'upper',
    }),
  ],
  [names.practiceA, json('heron-practice-record.jsonl', { isTorn: true })],
  [names.practiceB, table('plover-practice-record.csv')],
  [names.inbox, json('curlew-document-inbox.jsonl')],
  [names.objections, json('national-objection-register.jsonl')],
]);

/** Every file of the sample estate, and what an investigation of it should find. The same seed gives the same bytes. */
export function sampleEstate(seed = sampleSeed): MadeUpEstate {
  const files = new Map<string, Buffer>();
  const counts: Truth['files'] = {};
  const addTable = (file: string, rows: readonly (readonly Cell[])[], style: TableStyle = plainTable) => {
    files.set(file, tableBytes(rows, style));
    counts[file] = { rows: rows.length - 1, rejected: 0 };
  };
  addTable('it-service-catalogue.csv', inventory.systemRows);
  addTable('interface-register.csv', inventory.flowRows);
  addTable('owners-it-review.tsv', inventory.ownerReviewRows, tabs);
  addTable('sites.csv', inventory.siteRows);
  addTable('controls.csv', inventory.controlRows);
  addTable('warnings.csv', inventory.warningRows);
  files.set(
    'information-asset-register.xlsx',
    spreadsheetBytes([{ name: 'Asset register', rows: inventory.assetRegisterRows }]),
  );
  counts['information-asset-register.xlsx'] = { rows: inventory.assetRegisterRows.length - 4, rejected: 0 };

  const { traffic, renumbered, localNumbers } = plan.sampleTraffic(seed);
  const holdings = sampleHoldings(seed);
  addTable('elderflower-patients-before-move.csv', holdings.before);
  addTable('larkspur-patients-after-move.csv', holdings.after);
  const crosswalk = [...renumbered, ...holdings.crosswalk];
  addTable('renumbered-patients.csv', [['Superseded NHS Number', 'Current NHS Number'], ...crosswalk]);
  addTable('aster-patient-numbers.csv', [['NHS Number', 'Local Patient ID'], ...localNumbers]);

  const births = traffic.lines.filter((line) => line.system === names.maternity && line.event === 'sent');
  files.set(
    'marigold-births-2024-03-18.hl7',
    // The trailer announces one message more than the file has.
    hl7Batch(
      names.maternity,
      names.engine,
      births.map((line) => ({ id: line.message ?? '', record: line.record ?? '', at: line.at })),
      births.length + 1,
    ),
  );
  counts['marigold-births-2024-03-18.hl7'] = { rows: births.length * 2, rejected: 0 };

  for (const [system, style] of logStyles) {
    const window = plan.windows.get(system);
    if (!window) throw new Error(`no window for ${system}`);
    const own = traffic.lines.filter((line) => line.system === system);
    const beats = heartbeats(system, window).filter(
      (beat) => !window.gaps.some(([from, to]) => beat.at >= from && beat.at < to),
    );
    const ahead = window.clockAheadMs ?? 0;
    const lines = [...own, ...beats.map((beat) => ({ ...beat, at: beat.at + ahead }))];
    const written = logFile(
      system === names.community ? lines.map((line) => inLocalNumbers(line)) : lines,
      style,
    );
    files.set(style.file, written.bytes);
    counts[style.file] = { rows: written.rows, rejected: written.rejected };
  }

  function inLocalNumbers(line: LogLine): LogLine {
    const local = line.record ? localNumbers.get(line.record) : undefined;
    return local ? { ...line, record: local } : line;
  }

  return { files, truth: sampleTruth(traffic, counts, holdings.truth) };
}

function sampleTruth(
  traffic: ReturnType<typeof plan.sampleTraffic>['traffic'],
  counts: Truth['files'],
  holdings: ReturnType<typeof sampleHoldings>['truth'],
): Truth {
  const day = (at: number) => new Date(at).toISOString();
  return {
    flows: flowTruths(traffic, plan.hops, plan.windows, plan.end),
    stuck_queue: traffic.queued.map((queued) => queued.message.id).sort(),
    extra: Object.fromEntries(traffic.extras),
    undeclared_flows: [
      [names.engine, names.research],
      [names.letters, names.inbox],
    ],
    silent_flows: [
      [names.radiology, names.record],
      [names.emergency, names.record],
    ],
    planned_flows: [
      [names.record, names.platform],
      [names.community, names.platform],
      [names.maternity, names.record],
    ],
    retired_flows: [[names.legacy, names.pas]],
    aggregated_flows: [[names.warehouse, names.reporting]],
    no_owner_systems: [names.inbox, names.legacy, names.letters].sort(),
    no_controller_datasets: ['Clinic letters'],
    owner_conflicts: inventory.ownerConflicts,
    onset: {
      [plan.resultsFlow]: day(plan.moments.resultsOnset),
      [plan.objectionsFlow]: day(plan.moments.objectionsOnset),
    },
    pattern: { [plan.resultsFlow]: { ...plan.lossPattern } },
    random_losses: [`${names.engine} > ${names.community}`, `${names.prescribing} > ${names.record}`],
    gap: { [names.record]: [day(plan.moments.gap[0]), day(plan.moments.gap[1])] },
    cut_off: { [names.practiceA]: day(plan.moments.cutOff) },
    clocks_ahead: { [names.prescribing]: 3600 },
    empty_acknowledgements: traffic.emptyAcknowledgements.map(({ message }) => message.id).sort(),
    shared_dependency: inventory.firewall,
    holdings,
    start: day(plan.start),
    end: day(plan.end),
    files: counts,
  };
}
