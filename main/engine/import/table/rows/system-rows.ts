import type { Subject } from '../../fact';
import type { FactSink } from '../../importer';
import { isBlank } from '../vocabulary/blank';
import { readOtherFactSheet } from './fact-sheet-rows';
import type { RowAccess } from './row-access';
import { missing, type RowReader } from './row-reader';
import { stateInterfaces } from './state-interfaces';
import {
  stateAsAttribute,
  stateAttributes,
  stateControls,
  stateProperties,
  stateStatus,
} from './state-properties';
import { dataRoleFields, stateResponsibilities } from './state-responsibilities';
import { stateSystemNames } from './state-system-names';

/** A row about one system, the data it holds and what it is tied to. */
export const readSystem: RowReader = (row, sink) => {
  const name = row.cell('system');
  if (isBlank(name)) return missing(row, 'system', 'system');
  const other = readOtherFactSheet(row, sink, name);
  if (other !== undefined) return other;
  if (isNetworkClass(row.cell('class'))) return readNetwork(row, sink, name);
  const subject = { kind: 'system', name } as const;
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
  stateInterfaces(row, sink, name);
  stateAsAttribute(row, sink, subject, 'class');
  stateSystemNames(row, sink, subject);
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
