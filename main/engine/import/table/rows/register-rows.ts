import { type ControlKind, controlKinds } from '../../../../../shared/model/vocabulary';
import type { Subject } from '../../fact';
import { meaningsOf } from '../plan/field-dictionary';
import { isBlank } from '../vocabulary/blank';
import { controlStateOf } from '../vocabulary/control-state';
import { splitNames } from '../vocabulary/names-in-cell';
import { responsibilityRoleOf } from '../vocabulary/roles';
import { raciLettersOf } from './raci';
import { rowTenure } from './role-tenures';
import type { RowAccess } from './row-access';
import type { RowReader } from './row-reader';
import { stateAttributes } from './state-properties';
import { roleOfHeader, stateRaciParty } from './state-responsibilities';
import { twoEnds } from './two-ends';

/** A row of a register: one party or more in one role, or RACI letters. */
export const readResponsibility: RowReader = (row, sink) => {
  const subject = subjectOf(row);
  if (!subject)
    return {
      code: 'missing-field',
      message: 'The row names no dataset, system, flow or organisation. Fill one in.',
    };
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
  const role = responsibilityRoleOf(text) ?? roleOfHeader(text);
  if (!role) {
    return {
      code: 'unknown-role',
      message: `"${text}" is no role this program knows. Map it under values.role of the mapping.`,
    };
  }
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  if (names.length === 0) sink.state({ fact: 'responsibility', subject, role, party: null }, row.place);
  const time = rowTenure(row);
  for (const party of names) sink.state({ fact: 'responsibility', subject, role, party, ...time }, row.place);
  stateAttributes(row, sink, subject);
  return null;
};

/** A row of a register: one control and its state. */
export const readControl: RowReader = (row, sink) => {
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

/** The control that a cell names, by the kind's own word or one under which sheets have it ("Audit trail"). */
function controlKindOf(text: string): ControlKind | null {
  const bare = text.toLowerCase().replace(/[^a-z]/g, '');
  const named = controlKinds.find((kind) => bare.includes(kind.slice(0, 5)));
  if (named) return named;
  const meant = meaningsOf(text, 'systems').map((meaning) => meaning.field);
  return controlKinds.find((kind) => meant.includes(kind)) ?? null;
}

/** A row of a register about a dataset in a system, a system, a dataset, a flow or an organisation: whichever it names. */
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
  if (hasDataset) return { kind: 'dataset', name: dataset };
  const organisation = row.cell('organisation');
  return isBlank(organisation) ? null : { kind: 'party', name: organisation };
}
