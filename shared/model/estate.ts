import type { Citation, Claim, Stated } from './citation';
import type { DatasetId, FlowId, HoldingId, PartyId, SiteId, SystemId } from './ids';
import type {
  ControlKind,
  FlowExpectation,
  FlowStatus,
  HoldingRole,
  KnowledgeState,
  ResponsibilityRole,
} from './vocabulary';

/** From when and until when a source says that a party held a role: ISO days, null where it gives none. */
export interface Tenure {
  readonly from: string | null;
  readonly until: string | null;
  readonly citation: Citation;
}

/** A party in a role, with every source that says so. */
export interface Responsibility {
  readonly role: ResponsibilityRole;
  readonly party: PartyId;
  readonly partyName: string;
  readonly citations: readonly Citation[];
  /** Only where a source gives dates. */
  readonly tenures?: readonly Tenure[];
}

/**
 * How far the sources get on one role of one subject. `missing`: a source has the question and leaves it
 * blank; `not recorded`: no source has the question at all.
 */
export interface RoleCell {
  readonly role: ResponsibilityRole;
  readonly state: 'clear' | 'missing' | 'conflicting' | 'not recorded';
  readonly parties: readonly Responsibility[];
  /** Who held the role before those: by the dates that sources give, their time ended as another's began. */
  readonly former?: readonly Responsibility[];
  /** Where the question was left blank. */
  readonly blanks: readonly Citation[];
}

export interface Control {
  readonly kind: ControlKind;
  readonly state: KnowledgeState;
  readonly claims: readonly Claim[];
}

/** Anything a sheet said that no field of the model takes: kept under its own header. */
export type Attributes = ReadonlyMap<string, readonly Claim[]>;

export interface Party {
  readonly id: PartyId;
  readonly name: string;
  /** Other spellings and codes that sources use for it. */
  readonly otherNames: readonly string[];
  /** Offices of an organisation as a whole: its information risk owner, its guardian. */
  readonly responsibilities: readonly RoleCell[];
}

export interface Site {
  readonly id: SiteId;
  readonly name: string;
  readonly kind: 'site' | 'network';
  readonly citations: readonly Citation[];
  readonly attributes: Attributes;
}

/** Another name of a system or a dataset. */
export interface SystemName {
  readonly name: string;
  /** "alias", "code", "short name", "former name", "id"; "stated" by a person; "spelling" where only that differs. */
  readonly kind: string;
  /** Where it is said to be its name. */
  readonly saidIn: readonly Citation[];
  /** Where a source calls it so. */
  readonly usedIn: readonly Citation[];
}

/** A name that sources give to more than one system, or dataset: it is read as none of them. */
export interface NameConflict {
  readonly name: string;
  readonly kind: string;
  readonly of: 'system' | 'dataset';
  readonly why: 'claimed by several' | 'listed as another' | 'joins two that are listed apart';
  /** Which claim it, by the names they go by. */
  readonly claimedBy: readonly string[];
  readonly citations: readonly Citation[];
  /** A log or list writes this name. */
  readonly isUsed: boolean;
}

export interface System {
  readonly id: SystemId;
  readonly name: string;
  /** True when an inventory names it as a system; false when only a flow or a log mentions it. */
  readonly isDeclared: boolean;
  readonly citations: readonly Citation[];
  readonly responsibilities: readonly RoleCell[];
  readonly supplier: Stated;
  readonly site: Stated;
  readonly purpose: Stated;
  /** ISO date or the text as written. */
  readonly endOfLife: Stated;
  readonly criticality: Stated;
  readonly organisation: Stated;
  readonly controls: readonly Control[];
  readonly attributes: Attributes;
  /** By name. */
  readonly otherNames: readonly SystemName[];
}

export interface Dataset {
  readonly id: DatasetId;
  readonly name: string;
  readonly citations: readonly Citation[];
  readonly responsibilities: readonly RoleCell[];
  readonly attributes: Attributes;
  /** By name. */
  readonly otherNames: readonly SystemName[];
}

export interface Holding {
  readonly id: HoldingId;
  readonly dataset: DatasetId;
  readonly system: SystemId;
  readonly role: Stated<HoldingRole>;
  readonly responsibilities: readonly RoleCell[];
  readonly citations: readonly Citation[];
  readonly attributes: Attributes;
}

export interface Flow {
  readonly id: FlowId;
  readonly from: SystemId;
  readonly to: SystemId;
  readonly dataset: DatasetId | null;
  /** False when only logs show it ("undeclared"). */
  readonly isDeclared: boolean;
  readonly status: Stated<FlowStatus>;
  readonly expectation: Stated<FlowExpectation>;
  readonly maximumDelaySeconds: Stated<number>;
  readonly method: Stated;
  readonly schedule: Stated;
  readonly responsibilities: readonly RoleCell[];
  readonly controls: readonly Control[];
  readonly citations: readonly Citation[];
  readonly attributes: Attributes;
}

/** `from` needs `to`: when `to` fails, `from` is unavailable. */
export interface Dependency {
  readonly from: { readonly kind: 'system' | 'site'; readonly id: number };
  readonly to: { readonly kind: 'system' | 'site'; readonly id: number };
  readonly citations: readonly Citation[];
}

/** That one held dataset is made from another, by a job (its name, with its namespace before a slash). */
export interface Derivation {
  readonly from: { readonly dataset: DatasetId; readonly system: SystemId | null } | null;
  readonly to: { readonly dataset: DatasetId; readonly system: SystemId | null } | null;
  readonly job: string | null;
  /** The same in parts; null where `job` is. */
  readonly jobName: { readonly namespace: string | null; readonly name: string } | null;
  /** A model, a register or a definition states it. */
  readonly isDeclared: boolean;
  /** The log of a run shows it. */
  readonly isObserved: boolean;
  readonly citations: readonly Citation[];
}

/** A column of a dataset; of one name in every system that holds the dataset. */
export interface Field {
  readonly dataset: DatasetId;
  readonly name: string;
  /** False where only an edge between columns names it. */
  readonly isDeclared: boolean;
  readonly citations: readonly Citation[];
  readonly attributes: Attributes;
}

/** One end of a column's edge; `system` null where the source does not say which system holds the dataset. */
export interface FieldEnd {
  readonly dataset: DatasetId;
  readonly system: SystemId | null;
  readonly field: string;
}

/** That one field of a dataset is made from another. */
export interface FieldFlow {
  readonly from: FieldEnd;
  readonly to: FieldEnd;
  /** How, in the words of each source that says it. */
  readonly transformations: readonly Claim[];
  readonly citations: readonly Citation[];
}

/** A dated, sourced statement that something was wrong. */
export interface Warning {
  readonly id: number;
  /** Microseconds since 1970 UTC, or null where the source gives no date that can be read. */
  readonly at: number | null;
  readonly text: string;
  /** Name of the system, flow ("A > B") or dataset it speaks of, as written. */
  readonly subject: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly citations: readonly Citation[];
}

/** The inventory side of a case, folded from its assertions. May contain cycles and self-loops. */
export interface Estate {
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly sites: ReadonlyMap<SiteId, Site>;
  readonly systems: ReadonlyMap<SystemId, System>;
  readonly datasets: ReadonlyMap<DatasetId, Dataset>;
  readonly holdings: ReadonlyMap<HoldingId, Holding>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  readonly dependencies: readonly Dependency[];
  readonly derivations: readonly Derivation[];
  /** In order of dataset and name. */
  readonly fields: readonly Field[];
  readonly fieldFlows: readonly FieldFlow[];
  readonly warnings: readonly Warning[];
  readonly nameConflicts: readonly NameConflict[];
}
