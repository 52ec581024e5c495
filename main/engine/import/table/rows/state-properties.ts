import { controlKinds } from '../../../../../shared/model/vocabulary';
import type { Predicate, Subject } from '../../fact';
import type { FactSink } from '../../importer';
import { isBlank } from '../vocabulary/blank';
import { controlStateOf } from '../vocabulary/control-state';
import { flowStatusOf } from '../vocabulary/flow-status';
import type { RowAccess } from './row-access';

/** Cells that are properties of the model, under its own names. */
export function stateProperties(
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

/** The controls that have a column, with the state that the cell gives. */
export function stateControls(row: RowAccess, sink: FactSink, subject: Subject): void {
  for (const control of controlKinds) {
    if (!row.has(control)) continue;
    sink.state({ fact: 'control', subject, control, ...controlStateOf(row.cell(control)) }, row.place);
  }
}

/** Live, planned or retired; another word is kept as it is, aloud. */
export function stateStatus(row: RowAccess, sink: FactSink, subject: Subject): void {
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

/** The columns that no field of the model has. */
export function stateAttributes(row: RowAccess, sink: FactSink, subject: Subject): void {
  for (const [name, value] of row.attributes())
    sink.state({ fact: 'attribute', subject, name, value }, row.place);
}

/** What the model has no place for here is an attribute under its own header. */
export function stateAsAttribute(
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
