import { controlKinds } from '../../../../../shared/model/vocabulary';
import type { Subject } from '../../fact';
import { isBlank } from '../vocabulary/blank';
import { holdingRoleOf } from '../vocabulary/roles';
import { missing, type RowReader } from './row-reader';
import { stateAsAttribute, stateAttributes, stateControls, stateProperties } from './state-properties';
import { stateResponsibilities } from './state-responsibilities';
import { stateDatasetNames } from './state-system-names';

/** A row about one dataset, and the systems that hold it. */
export const readDataset: RowReader = (row, sink) => {
  const name = row.cell('dataset');
  if (isBlank(name)) return missing(row, 'dataset', 'dataset');
  const dataset = { kind: 'dataset', name } as const;
  sink.state({ fact: 'exists', subject: dataset, as: 'declared' }, row.place);
  stateDatasetNames(row, sink, dataset);
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
