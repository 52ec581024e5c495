import type { ControlKind, HoldingRole, ResponsibilityRole } from '../../../shared/model/vocabulary';

/** What a fact is about, by name; which spellings are one name is the store's to say (store/name-key.ts). */
export type Subject =
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'dataset'; readonly name: string }
  | { readonly kind: 'site'; readonly name: string }
  | { readonly kind: 'party'; readonly name: string }
  | { readonly kind: 'holding'; readonly dataset: string; readonly system: string }
  | { readonly kind: 'flow'; readonly from: string; readonly to: string; readonly dataset: string | null }
  /** A column or field of a dataset, for column-level lineage. */
  | { readonly kind: 'field'; readonly dataset: string; readonly name: string }
  | ({ readonly kind: 'job' } & Job);

/** What makes datasets out of others: an ETL job, a model, a query. Named within a scheduler's or project's namespace. */
export interface Job {
  readonly name: string;
  readonly namespace: string | null;
}

/** A dataset as one system holds it; `system` null where the source does not say which. */
export interface Held {
  readonly dataset: string;
  readonly system: string | null;
}

/** A column of a dataset as one system holds it. */
export interface HeldField extends Held {
  readonly field: string;
}

/**
 * Single-valued predicates with a meaning of their own in the model; sources that differ are a conflict.
 * Anything else is an attribute under its own header.
 */
export const predicates = [
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
export type Predicate = (typeof predicates)[number];

export type Fact =
  /** The source names the subject as existing (an inventory row, a flow's end, a log's writer). */
  | { readonly fact: 'exists'; readonly subject: Subject; readonly as: 'declared' | 'mentioned' | 'observed' }
  /** The source answers a question of the model. */
  | {
      readonly fact: 'property';
      readonly subject: Subject;
      readonly predicate: Predicate;
      readonly value: string;
    }
  /**
   * The system or dataset goes by another name too: its code, its short name, what logs call it. `kind` says
   * what kind of name the source gives it as.
   */
  | {
      readonly fact: 'alias';
      readonly subject: Extract<Subject, { readonly kind: 'system' | 'dataset' }>;
      readonly name: string;
      readonly kind: string;
    }
  /** A person's word that two names are one system, dataset or party, or that they are not. */
  | {
      readonly fact: 'sameName';
      readonly subject: Extract<Subject, { readonly kind: 'system' | 'dataset' | 'party' }>;
      readonly name: string;
      readonly isSame: boolean;
    }
  /** Unknown columns and properties: kept, never dropped. */
  | { readonly fact: 'attribute'; readonly subject: Subject; readonly name: string; readonly value: string }
  /** `party` null: the source has the question and leaves it blank ("missing", not "not recorded"). */
  | {
      readonly fact: 'responsibility';
      readonly subject: Subject;
      readonly role: ResponsibilityRole;
      readonly party: string | null;
      /** The time of the role, as the source writes the dates. */
      readonly from?: string;
      readonly until?: string;
    }
  /** `state` null: the source has the column and leaves it blank: not recorded. */
  | {
      readonly fact: 'control';
      readonly subject: Subject;
      readonly control: ControlKind;
      readonly state: 'present' | 'absent' | null;
      readonly detail?: string;
    }
  /** `from` needs `to`. */
  | { readonly fact: 'dependency'; readonly from: Subject; readonly to: Subject }
  /**
   * A dataset-level edge: the records of `to` are made from those of `from`, by a job where the source names
   * one. `from` null: the job writes `to` and reads nothing that is named; `to` null: it only reads. The
   * distinct pairs (from, by) and (by, to) are the job's edges, the distinct pairs (from, to) the datasets'.
   */
  | {
      readonly fact: 'derivation';
      readonly from: Held | null;
      readonly to: Held | null;
      readonly by: Job | null;
      /** A run that was logged shows it; else it is declared. */
      readonly as?: 'observed';
    }
  /** A column-level edge: `to` is derived from `from`. */
  | {
      readonly fact: 'fieldFlow';
      readonly from: HeldField;
      readonly to: HeldField;
      readonly transformation?: string;
    }
  | {
      readonly fact: 'warning';
      /** Microseconds since 1970 UTC; null when the source's date cannot be read. */
      readonly at: number | null;
      readonly text: string;
      readonly subject: string | null;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** The file is (part of) a list of what `system` held of `dataset` at a moment. */
  | {
      readonly fact: 'extract';
      readonly system: string;
      readonly dataset: string | null;
      readonly takenAt: number | null;
    };

/** Convenience for the common shape of a holding's role. */
export function holdingRoleFact(dataset: string, system: string, role: HoldingRole): Fact {
  return {
    fact: 'property',
    subject: { kind: 'holding', dataset, system },
    predicate: 'holdingRole',
    value: role,
  };
}
