import type { StatableFact, StatableQuestion } from '../../shared/contract/edit-methods';
import {
  controlKinds,
  flowExpectations,
  flowStatuses,
  holdingRoles,
  type ResponsibilityRole,
  responsibilityRoles,
} from '../../shared/model/vocabulary';

/** What a person answers: a value, and for a control a few words. */
export interface Answer {
  readonly value: string;
  readonly detail: string;
}

export const noAnswer: Answer = { value: '', detail: '' };

/** The only values that a question takes; null where it is answered in words. */
export function choicesOf(question: StatableQuestion): readonly string[] | null {
  if (question.fact === 'control') return ['present', 'absent'];
  if (question.fact !== 'property') return null;
  switch (question.predicate) {
    case 'holdingRole':
      return holdingRoles;
    case 'status':
      return flowStatuses;
    case 'expectation':
      return flowExpectations;
    case 'siteKind':
      return ['site', 'network'];
    default:
      return null;
  }
}

/** The statement that an answer makes; null while it is none. */
export function factOf(question: StatableQuestion, answer: Answer): StatableFact | null {
  const value = answer.value.trim();
  const choices = choicesOf(question);
  if (value === '' || (choices !== null && !choices.includes(value))) return null;
  switch (question.fact) {
    case 'property':
      if (question.predicate === 'maximumDelaySeconds' && !/^\d+$/.test(value)) return null;
      return { ...question, value };
    case 'attribute':
      return { ...question, value };
    case 'responsibility':
      return { ...question, party: value };
    case 'control': {
      const detail = answer.detail.trim();
      const state = value === 'present' ? 'present' : 'absent';
      return { ...question, state, ...(detail === '' ? {} : { detail }) };
    }
  }
}

/** Questions that can be asked of a sort of subject, for adding what no source says. */
export const propertiesOf = {
  system: ['supplier', 'site', 'organisation', 'purpose', 'endOfLife', 'criticality', 'description'],
  holding: ['holdingRole', 'description'],
  flow: ['status', 'expectation', 'maximumDelaySeconds', 'method', 'schedule', 'description'],
} as const;

export const isRole = (value: string): value is ResponsibilityRole =>
  (responsibilityRoles as readonly string[]).includes(value);

export const isControl = (value: string): value is (typeof controlKinds)[number] =>
  (controlKinds as readonly string[]).includes(value);
