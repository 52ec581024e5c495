import type { Place } from '../../../../shared/model/citation';
import type { TableKind } from '../../../../shared/model/mapping';
import { type ControlKind, controlKinds } from '../../../../shared/model/vocabulary';
import type { Predicate, Subject } from '../fact';
import { meaningsOf } from '../table/plan/field-dictionary';
import { isBlank } from '../table/vocabulary/blank';
import { controlStateOf } from '../table/vocabulary/control-state';
import { delaySecondsOf } from '../table/vocabulary/delay-seconds';
import { expectationOf } from '../table/vocabulary/flow-expectation';
import { flowStatusOf } from '../table/vocabulary/flow-status';
import { splitNames } from '../table/vocabulary/names-in-cell';
import { holdingRoleOf, responsibilityRoleOf } from '../table/vocabulary/roles';
import type { StatedOnce } from './stated-once';

const tableOf: Readonly<Partial<Record<Subject['kind'], TableKind>>> = {
  system: 'systems',
  dataset: 'datasets',
  holding: 'datasets',
  flow: 'flows',
  site: 'sites',
};

const predicateOf: Readonly<Record<string, Predicate>> = {
  organisation: 'organisation',
  supplier: 'supplier',
  site: 'site',
  purpose: 'purpose',
  criticality: 'criticality',
  endOfLife: 'endOfLife',
  method: 'method',
  frequency: 'schedule',
};

/**
 * States a property that a modelling tool keeps as free key and value ("IAO" = "…"), by the same dictionary
 * of headers as a sheet's columns; what no header maps is an attribute under its own key.
 */
export function stateNamedProperty(
  subject: Subject,
  key: string,
  value: string,
  facts: StatedOnce,
  place: Place,
): void {
  const kind = tableOf[subject.kind];
  const meanings = kind === undefined ? [] : [...meaningsOf(key, kind)];
  const field = meanings.sort((a, b) => b.weight - a.weight)[0]?.field;
  if (field === undefined || !stateField(subject, field, key, value, facts, place)) {
    facts.attribute(subject, key, value.trim() === '' ? null : value, place);
  }
}

/** False where the subject has no such field or the value does not fit it. */
function stateField(
  subject: Subject,
  field: string,
  key: string,
  value: string,
  facts: StatedOnce,
  place: Place,
): boolean {
  const role = responsibilityRoleOf(field.replace(/[A-Z]/g, (letter) => ` ${letter}`));
  if (role !== null && field !== 'supplier') {
    const parties = splitNames(value);
    if (parties.length === 0) facts.state({ fact: 'responsibility', subject, role, party: null }, place);
    for (const party of parties) facts.state({ fact: 'responsibility', subject, role, party }, place);
    return true;
  }
  const control = controlKinds.find((kind): kind is ControlKind => kind === field);
  if (control !== undefined && (subject.kind === 'system' || subject.kind === 'flow')) {
    facts.state({ fact: 'control', subject, control, ...controlStateOf(value) }, place);
    return true;
  }
  const [predicate, stated] = propertyOf(field, key, value);
  if (predicate === null || stated === null || isBlank(stated)) return false;
  facts.state({ fact: 'property', subject, predicate, value: stated }, place);
  return true;
}

function propertyOf(field: string, key: string, value: string): readonly [Predicate | null, string | null] {
  switch (field) {
    case 'status':
      return ['status', flowStatusOf(value)];
    case 'expectation':
      return ['expectation', expectationOf(value)];
    case 'holdingRole':
      return ['holdingRole', holdingRoleOf(value)];
    case 'maximumDelay': {
      const seconds = delaySecondsOf(value, key);
      return ['maximumDelaySeconds', seconds === null ? null : String(seconds)];
    }
    default:
      return [predicateOf[field] ?? null, value];
  }
}
