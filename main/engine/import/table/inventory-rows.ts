import type { TableKind } from '../../../../shared/model/mapping';
import type { ControlKind, ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { controlKinds } from '../../../../shared/model/vocabulary';
import type { Predicate, Subject } from '../fact';
import type { FactSink } from '../importer';
import { readOrganisation } from './organisation-rows';
import { readRelation } from './relation-rows';
import type { RowAccess } from './row-access';
import type { RowProblem, RowReader } from './row-reader';
import {
  controlStateOf,
  delaySecondsOf,
  expectationOf,
  flowStatusOf,
  holdingRoleOf,
  isBlank,
  responsibilityRoleOf,
  splitNames,
} from './words';

const roleOfField: Readonly<Record<string, ResponsibilityRole>> = {
  owner: 'owner',
  informationAssetOwner: 'information asset owner',
  informationAssetAdministrator: 'information asset administrator',
  seniorInformationRiskOwner: 'senior information risk owner',
  caldicottGuardian: 'caldicott guardian',
  businessOwner: 'business owner',
  itOwner: 'it owner',
  steward: 'steward',
  custodian: 'custodian',
  controller: 'controller',
  jointController: 'joint controller',
  processor: 'processor',
  subProcessor: 'sub-processor',
  host: 'host',
};

const missing = (row: RowAccess, field: string, what: string): RowProblem => ({
  code: 'missing-field',
  message: `No ${what} in "${row.headerOf(field)}". Fill it in, or delete the row.`,
});

function stateResponsibilities(row: RowAccess, sink: FactSink, subject: Subject): void {
  for (const [field, role] of Object.entries(roleOfField)) {
    if (!row.has(field)) continue;
    const names = splitNames(row.cell(field));
    if (names.length === 0) sink.state({ fact: 'responsibility', subject, role, party: null }, row.place);
    for (const party of names) sink.state({ fact: 'responsibility', subject, role, party }, row.place);
  }
}

function stateControls(row: RowAccess, sink: FactSink, subject: Subject): void {
  for (const control of controlKinds) {
    if (!row.has(control)) continue;
    sink.state({ fact: 'control', subject, control, ...controlStateOf(row.cell(control)) }, row.place);
  }
}

function stateProperties(
  row: RowAccess,
  sink: FactSink,
  subject: Subject,
  fields: readonly Predicate[],
): void {
  for (const predicate of fields) {
    const value = row.cell(predicate);
    if (!isBlank(value)) sink.state({ fact: 'property', subject, predicate, value }, row.place);
  }
}

function stateAttributes(row: RowAccess, sink: FactSink, subject: Subject): void {
  for (const [name, value] of row.attributes())
    sink.state({ fact: 'attribute', subject, name, value }, row.place);
}

function stateStatus(row: RowAccess, sink: FactSink, subject: Subject): void {
  const text = row.cell('status');
  if (isBlank(text)) return;
  const status = flowStatusOf(text);
  if (status) sink.state({ fact: 'property', subject, predicate: 'status', value: status }, row.place);
  else {
    sink.warn(
      row.place,
      'unknown-status',
      `"${text}" is no status this program knows (live, planned, retired); kept as an attribute.`,
    );
    sink.state({ fact: 'attribute', subject, name: row.headerOf('status'), value: text }, row.place);
  }
}

const readSystem: RowReader = (row, sink) => {
  const name = row.cell('system');
  if (isBlank(name)) return missing(row, 'system', 'system');
  if (isNetworkClass(row.cell('class'))) return readNetwork(row, sink, name);
  const subject: Subject = { kind: 'system', name };
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  stateProperties(row, sink, subject, [
    'organisation',
    'supplier',
    'site',
    'purpose',
    'criticality',
    'endOfLife',
  ]);
  stateStatus(row, sink, subject);
  stateResponsibilities(row, sink, subject);
  stateControls(row, sink, subject);
  for (const dataset of splitNames(row.cell('dataset'))) {
    sink.state(
      { fact: 'exists', subject: { kind: 'holding', dataset, system: name }, as: 'declared' },
      row.place,
    );
  }
  for (const needed of splitNames(row.cell('dependsOn'))) {
    sink.state({ fact: 'dependency', from: subject, to: { kind: 'system', name: needed } }, row.place);
  }
  stateClass(row, sink, subject);
  stateAttributes(row, sink, subject);
  return null;
};

/** Configuration items that carry traffic, or house the others: part of the site, not systems. */
const isNetworkClass = (name: string): boolean =>
  /netgear|firewall|switch|router|load.?balancer|_lb_|_vpn|data.?cent(er|re)|cmdb_ci_(ip_|network|wap|zone|rack)/i.test(
    name,
  );

/** A class with nothing else said of it is an attribute like any other. */
function stateClass(row: RowAccess, sink: FactSink, subject: Subject): void {
  const value = row.cell('class');
  if (!isBlank(value))
    sink.state({ fact: 'attribute', subject, name: row.headerOf('class'), value }, row.place);
}

function readNetwork(row: RowAccess, sink: FactSink, name: string): null {
  const subject: Subject = { kind: 'site', name };
  const siteKind = /data.?cent|rack|zone/i.test(row.cell('class')) ? 'site' : 'network';
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  sink.state({ fact: 'property', subject, predicate: 'siteKind', value: siteKind }, row.place);
  stateResponsibilities(row, sink, subject);
  stateClass(row, sink, subject);
  stateAttributes(row, sink, subject);
  return null;
}

const readDataset: RowReader = (row, sink) => {
  const name = row.cell('dataset');
  if (isBlank(name)) return missing(row, 'dataset', 'dataset');
  const dataset: Subject = { kind: 'dataset', name };
  sink.state({ fact: 'exists', subject: dataset, as: 'declared' }, row.place);
  const record = splitNames(row.cell('systemOfRecord'));
  const held = splitNames(row.cell('system')).filter((system) => !record.includes(system));
  for (const system of [...record, ...held]) {
    const subject: Subject = { kind: 'holding', dataset: name, system };
    sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
    const role = record.includes(system) ? 'system of record' : holdingRoleOf(row.cell('holdingRole'));
    if (role) sink.state({ fact: 'property', subject, predicate: 'holdingRole', value: role }, row.place);
    stateResponsibilities(row, sink, subject);
  }
  // Without a place the roles are the dataset's own.
  if (record.length + held.length === 0) stateResponsibilities(row, sink, dataset);
  stateProperties(row, sink, dataset, ['organisation', 'purpose']);
  stateAttributes(row, sink, dataset);
  return null;
};

function* combinations<A, B, C>(
  as: readonly A[],
  bs: readonly B[],
  cs: readonly C[],
): Generator<readonly [A, B, C]> {
  for (const a of as) for (const b of bs) for (const c of cs) yield [a, b, c];
}

const readFlow: RowReader = (row, sink) => {
  if (isBlank(row.cell('source'))) return missing(row, 'source', 'source system');
  if (isBlank(row.cell('destination'))) return missing(row, 'destination', 'destination system');
  const datasets: readonly (string | null)[] = splitNames(row.cell('dataset'));
  // A cell may list several systems ("A; B"), as an interface with many consumers does.
  for (const [from, to, dataset] of combinations(
    splitNames(row.cell('source')),
    splitNames(row.cell('destination')),
    datasets.length > 0 ? datasets : [null],
  )) {
    const subject: Subject = { kind: 'flow', from, to, dataset };
    sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
    stateStatus(row, sink, subject);
    const expected = row.cell('expectation');
    const expectation = isBlank(expected) ? null : expectationOf(expected);
    if (expectation)
      sink.state({ fact: 'property', subject, predicate: 'expectation', value: expectation }, row.place);
    else if (!isBlank(expected)) {
      // A rule in words ("only over 18s") means that not all records pass.
      sink.state({ fact: 'property', subject, predicate: 'expectation', value: 'filtered' }, row.place);
      sink.state(
        { fact: 'attribute', subject, name: row.headerOf('expectation'), value: expected },
        row.place,
      );
    }
    const delay = row.cell('maximumDelay');
    if (!isBlank(delay)) {
      const seconds = delaySecondsOf(delay, row.headerOf('maximumDelay'));
      if (seconds === null) {
        sink.warn(
          row.place,
          'unknown-delay',
          `"${delay}" is no delay that can be read (60, 2 hours, PT1H); it is kept as an attribute.`,
        );
        sink.state(
          { fact: 'attribute', subject, name: row.headerOf('maximumDelay'), value: delay },
          row.place,
        );
      } else {
        sink.state(
          { fact: 'property', subject, predicate: 'maximumDelaySeconds', value: String(seconds) },
          row.place,
        );
      }
    }
    stateProperties(row, sink, subject, ['method', 'purpose']);
    const schedule = row.cell('frequency');
    if (!isBlank(schedule))
      sink.state({ fact: 'property', subject, predicate: 'schedule', value: schedule }, row.place);
    stateResponsibilities(row, sink, subject);
    stateControls(row, sink, subject);
    stateAttributes(row, sink, subject);
  }
  return null;
};

/** A row of a register about a dataset in a system, a system, a dataset, or a flow: whichever it names. */
function subjectOf(row: RowAccess): Subject | null {
  const [dataset, system, from, to] = ['dataset', 'system', 'source', 'destination'].map((f) => row.cell(f));
  if (from && to && !isBlank(from) && !isBlank(to)) {
    return { kind: 'flow', from, to, dataset: dataset && !isBlank(dataset) ? dataset : null };
  }
  const hasDataset = dataset !== undefined && !isBlank(dataset);
  const hasSystem = system !== undefined && !isBlank(system);
  if (hasDataset && hasSystem) return { kind: 'holding', dataset, system };
  if (hasSystem) return { kind: 'system', name: system };
  return hasDataset ? { kind: 'dataset', name: dataset } : null;
}

const readResponsibility: RowReader = (row, sink) => {
  const subject = subjectOf(row);
  if (!subject)
    return { code: 'missing-field', message: 'The row names no dataset, system or flow. Fill one in.' };
  const text = row.cell('role');
  const role = responsibilityRoleOf(text);
  if (!role) {
    return {
      code: 'unknown-role',
      message: `"${text}" is no role this program knows. Map it under values.role of the mapping.`,
    };
  }
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  const names = splitNames(row.cell('party'));
  if (names.length === 0) sink.state({ fact: 'responsibility', subject, role, party: null }, row.place);
  for (const party of names) sink.state({ fact: 'responsibility', subject, role, party }, row.place);
  stateAttributes(row, sink, subject);
  return null;
};

const readSite: RowReader = (row, sink) => {
  const name = row.cell('site');
  if (isBlank(name)) return missing(row, 'site', 'site or network');
  const subject: Subject = { kind: 'site', name };
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  const kind = row.cell('kind');
  if (!isBlank(kind)) {
    const isNetwork = /network|firewall|router|switch|link|vpn|gateway|lan|wan|balancer|dns/i.test(kind);
    sink.state(
      { fact: 'property', subject, predicate: 'siteKind', value: isNetwork ? 'network' : 'site' },
      row.place,
    );
    sink.state({ fact: 'attribute', subject, name: row.headerOf('kind'), value: kind }, row.place);
  }
  for (const needed of splitNames(row.cell('dependsOn'))) {
    sink.state({ fact: 'dependency', from: subject, to: { kind: 'site', name: needed } }, row.place);
  }
  for (const system of splitNames(row.cell('system'))) {
    sink.state(
      { fact: 'property', subject: { kind: 'system', name: system }, predicate: 'site', value: name },
      row.place,
    );
  }
  stateResponsibilities(row, sink, subject);
  stateAttributes(row, sink, subject);
  return null;
};

const readControl: RowReader = (row, sink) => {
  const subject = subjectOf(row);
  if (!subject) return { code: 'missing-field', message: 'The row names no system or flow. Fill one in.' };
  const text = row.cell('control').toLowerCase();
  const control: ControlKind | undefined = controlKinds.find((kind) => text.includes(kind.slice(0, 5)));
  if (!control) {
    return {
      code: 'unknown-control',
      message: `"${text}" is none of backup, logging, reconciliation, monitoring. Map it under values.control.`,
    };
  }
  const { state, detail } = controlStateOf(row.cell('state'));
  const note = [detail, row.cell('detail')].filter((part) => part).join('; ');
  sink.state({ fact: 'control', subject, control, state, ...(note ? { detail: note } : {}) }, row.place);
  stateAttributes(row, sink, subject);
  return null;
};

/** Readers of the inventory kinds; warnings, logs, extracts and crosswalks need times or identifiers too. */
export const inventoryReaders: Readonly<Partial<Record<TableKind, RowReader>>> = {
  systems: readSystem,
  datasets: readDataset,
  flows: readFlow,
  responsibilities: readResponsibility,
  sites: readSite,
  controls: readControl,
  dependencies: readRelation,
  organisations: readOrganisation,
};
