import type { TableKind } from '../../../../shared/model/mapping';
import type { ControlKind, ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { controlKinds } from '../../../../shared/model/vocabulary';
import type { Predicate, Subject } from '../fact';
import type { FactSink } from '../importer';
import { meaningsOf } from './field-dictionary';
import { readOrganisation } from './organisation-rows';
import { type RaciLetter, raciLettersOf, raciWords } from './raci';
import { readRelation } from './relation-rows';
import type { RowAccess } from './row-access';
import type { RowProblem, RowReader } from './row-reader';
import { twoEnds } from './two-ends';
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

/** Roles that are held over data: what a row of a system says of them holds for the data it lists too. */
const dataRoleFields: readonly string[] = [
  'informationAssetOwner',
  'informationAssetAdministrator',
  'steward',
  'controller',
  'jointController',
  'processor',
  'subProcessor',
];

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

function stateResponsibilities(
  row: RowAccess,
  sink: FactSink,
  subject: Subject,
  only: readonly string[] | null = null,
): void {
  for (const [field, role] of Object.entries(roleOfField)) {
    if (!row.has(field) || (only !== null && !only.includes(field))) continue;
    const cell = row.cell(field);
    const names = splitNames(cell);
    if (names.length > 0 && names.every((name) => /^(https?:\/\/|\\\\)\S+$/i.test(name))) {
      // Where a contract lies says that there is a processor, not who.
      stateAsAttribute(row, sink, subject, field);
      continue;
    }
    if (names.length === 0 && optionalRoles.includes(field) && isNotApplicable(cell, row.headerOf(field))) {
      stateAsAttribute(row, sink, subject, field, true);
      continue;
    }
    if (names.length === 0) sink.state({ fact: 'responsibility', subject, role, party: null }, row.place);
    for (const party of names) sink.state({ fact: 'responsibility', subject, role, party }, row.place);
  }
  if (only === null) stateRaci(row, sink, subject);
}

/** Roles that a dataset may rightly be without: "none" answers the question, and is no gap. */
const optionalRoles: readonly string[] = ['jointController', 'processor', 'subProcessor'];

const isNotApplicable = (cell: string, header: string): boolean =>
  cell === ''
    ? /if (applicable|any|possible)/i.test(header)
    : /^(n\W?a|none|not applicable|nil)\W*$/i.test(cell);

/** The cells of a RACI matrix, whose other columns are parties. */
function stateRaci(row: RowAccess, sink: FactSink, subject: Subject): void {
  const cells = [...row.raci()];
  for (const [party, letters] of cells) stateRaciParty(sink, subject, letters, party, row.place);
}

/**
 * Who is accountable owns; who does the work, is asked or told does not. An item that lists such people and
 * names nobody accountable has a question left open.
 */
function stateRaciParty(
  sink: FactSink,
  subject: Subject,
  letters: readonly RaciLetter[],
  party: string,
  place: RowAccess['place'],
): void {
  const isAccountable = letters.includes('a');
  sink.state({ fact: 'responsibility', subject, role: 'owner', party: isAccountable ? party : null }, place);
  for (const letter of letters) {
    if (letter !== 'a')
      sink.state({ fact: 'attribute', subject, name: raciWords[letter], value: party }, place);
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
  for (const dataset of row.names('dataset')) {
    const holding: Subject = { kind: 'holding', dataset, system: name };
    sink.state({ fact: 'exists', subject: holding, as: 'declared' }, row.place);
    stateResponsibilities(row, sink, holding, dataRoleFields);
  }
  for (const needed of row.names('dependsOn')) {
    sink.state({ fact: 'dependency', from: subject, to: { kind: 'system', name: needed } }, row.place);
  }
  for (const to of row.names('sendsTo')) stateFlow(row, sink, name, to);
  for (const from of row.names('receivesFrom')) stateFlow(row, sink, from, name);
  stateAsAttribute(row, sink, subject, 'class');
  stateAttributes(row, sink, subject);
  return null;
};

const stateFlow = (row: RowAccess, sink: FactSink, from: string, to: string): void =>
  sink.state(
    { fact: 'exists', subject: { kind: 'flow', from, to, dataset: null }, as: 'declared' },
    row.place,
  );

/** Configuration items that carry traffic, or house the others: part of the site, not systems. */
const isNetworkClass = (name: string): boolean =>
  /netgear|firewall|switch|router|load.?balancer|_lb_|_vpn|data.?cent(er|re)|cmdb_ci_(ip_|network|wap|zone|rack)/i.test(
    name,
  );

/** What the model has no place for here is an attribute under its own header. */
function stateAsAttribute(
  row: RowAccess,
  sink: FactSink,
  subject: Subject,
  field: string,
  evenBlank = false,
): void {
  const value = row.cell(field);
  if (row.has(field) && value !== '' && (evenBlank || !isBlank(value)))
    sink.state({ fact: 'attribute', subject, name: row.headerOf(field) || field, value }, row.place);
}

function readNetwork(row: RowAccess, sink: FactSink, name: string): null {
  const subject: Subject = { kind: 'site', name };
  const siteKind = /data.?cent|rack|zone/i.test(row.cell('class')) ? 'site' : 'network';
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  sink.state({ fact: 'property', subject, predicate: 'siteKind', value: siteKind }, row.place);
  stateResponsibilities(row, sink, subject);
  for (const field of [
    'class',
    'organisation',
    'supplier',
    'site',
    'purpose',
    'criticality',
    'endOfLife',
    'status',
  ])
    stateAsAttribute(row, sink, subject, field);
  stateAttributes(row, sink, subject);
  return null;
}

const readDataset: RowReader = (row, sink) => {
  const name = row.cell('dataset');
  if (isBlank(name)) return missing(row, 'dataset', 'dataset');
  const dataset: Subject = { kind: 'dataset', name };
  sink.state({ fact: 'exists', subject: dataset, as: 'declared' }, row.place);
  const record = row.names('systemOfRecord');
  const held = row.names('system').filter((system) => !record.includes(system));
  for (const system of [...record, ...held]) {
    const subject: Subject = { kind: 'holding', dataset: name, system };
    sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
    const role = record.includes(system) ? 'system of record' : holdingRoleOf(row.cell('holdingRole'));
    if (role) sink.state({ fact: 'property', subject, predicate: 'holdingRole', value: role }, row.place);
    stateResponsibilities(row, sink, subject);
  }
  const [place] = [...record, ...held];
  // Of several systems nobody can say whose supplier it is: then it is the dataset's attribute.
  if (place !== undefined && record.length + held.length === 1) {
    const system: Subject = { kind: 'system', name: place };
    stateProperties(row, sink, system, ['supplier', 'site']);
    stateControls(row, sink, system);
  } else
    for (const field of ['supplier', 'site', ...controlKinds]) stateAsAttribute(row, sink, dataset, field);
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

/** Both ends of a row's flow, each one or several systems ("A; B", as an interface with many consumers has). */
function endsOfRow(
  row: RowAccess,
): { readonly from: readonly string[]; readonly to: readonly string[] } | RowProblem {
  const both = row.has('flow') ? twoEnds(row.cell('flow'), true) : null;
  const from = isBlank(row.cell('source')) ? [] : row.names('source');
  const to = isBlank(row.cell('destination')) ? [] : row.names('destination');
  if (from.length > 0 && to.length > 0) return { from, to };
  if (both) return { from: splitNames(both[0]), to: splitNames(both[1]) };
  if (row.has('flow') && !row.has('source')) {
    return {
      code: 'missing-field',
      message: `"${row.cell('flow')}" in "${row.headerOf('flow')}" does not name two systems. Write it as A > B.`,
    };
  }
  return from.length === 0
    ? missing(row, 'source', 'source system')
    : missing(row, 'destination', 'destination system');
}

const readFlow: RowReader = (row, sink) => {
  const ends = endsOfRow(row);
  if (ends === null || !('from' in ends)) return ends;
  const datasets: readonly (string | null)[] = row.names('dataset');
  for (const [from, to, dataset] of combinations(
    ends.from,
    ends.to,
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
  const [dataset, system, source, destination] = ['dataset', 'system', 'source', 'destination'].map((f) =>
    row.cell(f),
  );
  const [from, to] = twoEnds(row.cell('flow'), true) ?? twoEnds(system ?? '') ?? [source, destination];
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
  const names = splitNames(row.cell('party'));
  const letters = raciLettersOf(text);
  if (letters !== null) {
    sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
    for (const party of names) stateRaciParty(sink, subject, letters, party, row.place);
    if (names.length === 0 && letters.includes('a'))
      sink.state({ fact: 'responsibility', subject, role: 'owner', party: null }, row.place);
    stateAttributes(row, sink, subject);
    return null;
  }
  const role = responsibilityRoleOf(text);
  if (!role) {
    return {
      code: 'unknown-role',
      message: `"${text}" is no role this program knows. Map it under values.role of the mapping.`,
    };
  }
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
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
  for (const field of ['network', 'firewall']) {
    for (const needed of row.names(field)) {
      const network: Subject = { kind: 'site', name: needed };
      sink.state({ fact: 'dependency', from: subject, to: network }, row.place);
      sink.state({ fact: 'property', subject: network, predicate: 'siteKind', value: 'network' }, row.place);
    }
  }
  const kind = row.cell('kind');
  if (!isBlank(kind)) {
    const isNetwork = /network|firewall|router|switch|link|vpn|gateway|lan|wan|balancer|dns/i.test(kind);
    sink.state(
      { fact: 'property', subject, predicate: 'siteKind', value: isNetwork ? 'network' : 'site' },
      row.place,
    );
    sink.state({ fact: 'attribute', subject, name: row.headerOf('kind'), value: kind }, row.place);
  }
  for (const needed of row.names('dependsOn')) {
    sink.state({ fact: 'dependency', from: subject, to: { kind: 'site', name: needed } }, row.place);
  }
  for (const system of row.names('system')) {
    sink.state(
      { fact: 'property', subject: { kind: 'system', name: system }, predicate: 'site', value: name },
      row.place,
    );
  }
  stateResponsibilities(row, sink, subject);
  stateAttributes(row, sink, subject);
  return null;
};

/** The control that a cell names, by the kind's own word or one under which sheets have it ("Audit trail"). */
function controlKindOf(text: string): ControlKind | null {
  const bare = text.toLowerCase().replace(/[^a-z]/g, '');
  const named = controlKinds.find((kind) => bare.includes(kind.slice(0, 5)));
  if (named) return named;
  const meant = meaningsOf(text, 'systems').map((meaning) => meaning.field);
  return controlKinds.find((kind) => meant.includes(kind)) ?? null;
}

const readControl: RowReader = (row, sink) => {
  const subject = subjectOf(row);
  if (!subject) return { code: 'missing-field', message: 'The row names no system or flow. Fill one in.' };
  const text = row.cell('control');
  const control = controlKindOf(text);
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
