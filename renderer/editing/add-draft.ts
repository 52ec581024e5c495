import type { StatableFact, StatableQuestion, StatableSubject } from '../../shared/contract/edit-methods';
import { type Answer, factOf, isControl, isRole, noAnswer, propertiesOf } from './answer';

export const additions = [
  'system',
  'flow',
  'holding',
  'owner',
  'control',
  'property',
  'dependency',
  'oneSystem',
  'twoSystems',
  'warning',
] as const;
export type Addition = (typeof additions)[number];

export const abouts = ['system', 'holding', 'flow'] as const;
export type About = (typeof abouts)[number];

/** What is typed into the dialog for additions; fields that the chosen sort does not ask for are ignored. */
export interface Draft {
  readonly what: Addition;
  readonly about: About;
  readonly system: string;
  readonly dataset: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly control: string;
  readonly property: string;
  readonly answer: Answer;
  readonly needed: string;
  readonly neededKind: 'system' | 'site';
  readonly otherName: string;
  readonly warning: string;
  readonly warningAt: string;
  readonly warningSubject: string;
  readonly warningFrom: string;
  readonly warningTo: string;
}

const empty: Draft = {
  what: 'system',
  about: 'system',
  system: '',
  dataset: '',
  from: '',
  to: '',
  role: 'information asset owner',
  control: 'backup',
  property: 'supplier',
  answer: noAnswer,
  needed: '',
  neededKind: 'system',
  otherName: '',
  warning: '',
  warningAt: '',
  warningSubject: '',
  warningFrom: '',
  warningTo: '',
};

/** A draft that begins with the thing beside which it was asked for. */
export function draftFor(subject: StatableSubject | null): Draft {
  switch (subject?.kind) {
    case undefined:
    case 'site':
      return empty;
    case 'dataset':
      return { ...empty, what: 'holding', about: 'holding', dataset: subject.name };
    case 'system':
      return {
        ...empty,
        what: 'owner',
        system: subject.name,
        from: subject.name,
        warningSubject: subject.name,
      };
    case 'holding':
      return {
        ...empty,
        what: 'owner',
        about: 'holding',
        dataset: subject.dataset,
        system: subject.system,
        warningSubject: subject.system,
      };
    case 'flow':
      return {
        ...empty,
        what: 'owner',
        about: 'flow',
        from: subject.from,
        to: subject.to,
        dataset: subject.dataset ?? '',
        warningSubject: `${subject.from} > ${subject.to}`,
      };
  }
}

/** A draft that says that a name is not this system's, where it is shown as one. */
export const draftToPart = (system: string, otherName: string): Draft => ({
  ...draftFor({ kind: 'system', name: system }),
  what: 'twoSystems',
  otherName,
});

/** The question of an owner, control or property; null while its subject is incomplete. */
export function questionOf(draft: Draft): StatableQuestion | null {
  const subject = subjectOf(draft);
  if (subject === null) return null;
  if (draft.what === 'owner' && isRole(draft.role))
    return { fact: 'responsibility', subject, role: draft.role };
  if (draft.what === 'control' && isControl(draft.control))
    return { fact: 'control', subject, control: draft.control };
  const predicate = propertiesOf[draft.about].find((property) => property === draft.property);
  return draft.what === 'property' && predicate !== undefined
    ? { fact: 'property', subject, predicate }
    : null;
}

/** A date and time as typed, taken as UTC where it names no zone; null where it is none. */
export function instantOf(typed: string): string | null {
  const text = typed.trim().replace(' ', 'T');
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && text.length > 10;
  const date = new Date(hasZone ? text : `${text.length === 10 ? `${text}T00:00` : text}Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The statements that a draft makes; empty while it is incomplete. */
export function factsOf(draft: Draft): readonly StatableFact[] {
  switch (draft.what) {
    case 'system': {
      const name = draft.system.trim();
      return name === '' ? [] : [{ fact: 'exists', subject: { kind: 'system', name } }];
    }
    case 'flow':
    case 'holding': {
      const subject = subjectOf({ ...draft, about: draft.what });
      return subject === null ? [] : [{ fact: 'exists', subject }];
    }
    case 'owner':
    case 'control':
    case 'property': {
      const question = questionOf(draft);
      const fact = question === null ? null : factOf(question, draft.answer);
      return fact === null ? [] : [fact];
    }
    case 'dependency': {
      const [name, needed] = [draft.system.trim(), draft.needed.trim()];
      if (name === '' || needed === '') return [];
      return [
        {
          fact: 'dependency',
          from: { kind: 'system', name },
          to: { kind: draft.neededKind, name: needed },
        },
      ];
    }
    case 'oneSystem':
    case 'twoSystems': {
      const [system, name] = [draft.system.trim(), draft.otherName.trim()];
      if (system === '' || name === '' || system.toLowerCase() === name.toLowerCase()) return [];
      const subject = { kind: 'system', name: system } as const;
      return [{ fact: 'sameName', subject, name, isSame: draft.what === 'oneSystem' }];
    }
    case 'warning':
      return warningOf(draft);
  }
}

function warningOf(draft: Draft): readonly StatableFact[] {
  const text = draft.warning.trim();
  const at = draft.warningAt.trim() === '' ? null : instantOf(draft.warningAt);
  if (text === '' || (at === null && draft.warningAt.trim() !== '')) return [];
  const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  return [
    {
      fact: 'warning',
      at,
      text,
      subject: orNull(draft.warningSubject),
      from: orNull(draft.warningFrom),
      to: orNull(draft.warningTo),
    },
  ];
}

function subjectOf(draft: Draft): StatableSubject | null {
  const [system, dataset] = [draft.system.trim(), draft.dataset.trim()];
  const [from, to] = [draft.from.trim(), draft.to.trim()];
  switch (draft.about) {
    case 'system':
      return system === '' ? null : { kind: 'system', name: system };
    case 'holding':
      return system === '' || dataset === '' ? null : { kind: 'holding', dataset, system };
    case 'flow':
      return from === '' || to === ''
        ? null
        : { kind: 'flow', from, to, dataset: dataset === '' ? null : dataset };
  }
}
