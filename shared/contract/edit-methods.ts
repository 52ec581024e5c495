import { z } from 'zod';
import {
  type ControlKind,
  controlKinds,
  type ResponsibilityRole,
  responsibilityRoles,
} from '../model/vocabulary';
import { method } from './method';

const name = z.string().trim().min(1).max(500);

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system'), name }),
  z.strictObject({ kind: z.literal('dataset'), name }),
  z.strictObject({ kind: z.literal('site'), name }),
  z.strictObject({ kind: z.literal('holding'), dataset: name, system: name }),
  z.strictObject({ kind: z.literal('flow'), from: name, to: name, dataset: name.nullable() }),
]);
export type StatableSubject = z.infer<typeof subject>;

/** Questions of the model that a person can answer by hand. */
export const statablePredicates = [
  'supplier',
  'site',
  'organisation',
  'purpose',
  'endOfLife',
  'criticality',
  'holdingRole',
  'status',
  'expectation',
  'maximumDelaySeconds',
  'method',
  'schedule',
  'siteKind',
  'description',
] as const;

/** A question that a fact answers, so that a person can answer it too: a statable fact without its answer. */
export type StatableQuestion = { readonly subject: StatableSubject } & (
  | { readonly fact: 'property'; readonly predicate: (typeof statablePredicates)[number] }
  | { readonly fact: 'attribute'; readonly name: string }
  | { readonly fact: 'responsibility'; readonly role: ResponsibilityRole }
  | { readonly fact: 'control'; readonly control: ControlKind }
);

/** A fact as a person states it; the same that an importer states, with the person as its source. */
const statableFact = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('exists'), subject }),
  z.strictObject({
    fact: z.literal('property'),
    subject,
    predicate: z.enum(statablePredicates),
    value: name,
  }),
  z.strictObject({ fact: z.literal('attribute'), subject, name, value: z.string().max(5000) }),
  z.strictObject({
    fact: z.literal('responsibility'),
    subject,
    role: z.enum(responsibilityRoles),
    party: name,
  }),
  z.strictObject({
    fact: z.literal('control'),
    subject,
    control: z.enum(controlKinds),
    state: z.enum(['present', 'absent']),
    detail: z.string().max(5000).optional(),
  }),
  /** Two names are one, or (`isSame` false) they are not, whatever sources let one think. */
  z.strictObject({
    fact: z.literal('sameName'),
    subject: z.strictObject({ kind: z.enum(['system', 'dataset', 'party']), name }),
    name,
    isSame: z.boolean(),
  }),
  z.strictObject({ fact: z.literal('dependency'), from: subject, to: subject }),
  z.strictObject({
    fact: z.literal('warning'),
    /** ISO 8601. */
    at: z.iso.datetime({ offset: true }).nullable(),
    text: z.string().trim().min(1).max(5000),
    subject: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
]);
export type StatableFact = z.infer<typeof statableFact>;

/** One act of a person, as the case log keeps it. */
export interface Edit {
  readonly id: number;
  readonly at: string;
  readonly author: string;
  readonly reason: string;
  /** In words: "Owner of Letters Hub: Northmoor Trust". */
  readonly summary: string;
  /** A word on two names of systems. */
  readonly isOfNames: boolean;
  /** False once it was undone. */
  readonly stands: boolean;
}

const why = { author: z.string().trim().min(1).max(200), reason: z.string().trim().min(1).max(2000) };

export const editMethods = {
  /**
   * States facts in a person's name and, where they correct a source, sets that source's assertions aside:
   * those stay in the case, marked as set aside, with the reason. One act, undone as one.
   */
  'edit.state': method(
    'query',
    z.strictObject({
      facts: z.array(statableFact).max(100),
      /** Ids of assertions; "rivals": all that answer the same questions as `facts`. */
      setAside: z.union([z.array(z.int()).max(1000), z.literal('rivals')]).optional(),
      ...why,
    }),
  ).returns<Edit>(),
  /** Takes an act back: what it stated no longer counts, what it set aside counts again. */
  'edit.undo': method('query', z.strictObject({ id: z.int(), ...why })).returns<Edit>(),
  /** Undoes an undoing. */
  'edit.redo': method('query', z.strictObject({ id: z.int(), ...why })).returns<Edit>(),
  /** Newest first. */
  'edit.list': method('query', z.strictObject({})).returns<readonly Edit[]>(),
  'views.list': method('query', z.strictObject({})).returns<
    readonly { readonly name: string; readonly view: unknown }[]
  >(),
  /** `view` is the window's own business; any JSON up to 1 MB. */
  'views.save': method('query', z.strictObject({ name, view: z.unknown() })).returns<null>(),
  'views.remove': method('query', z.strictObject({ name })).returns<null>(),
};
