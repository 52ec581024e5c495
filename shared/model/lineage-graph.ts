import type { FlowStatus, MapLevel } from './vocabulary';

/** A line of text on a card, for example the owner. `state` says when it is a gap rather than a fact. */
export interface CardLine {
  readonly label: string;
  readonly text: string;
  readonly state: 'known' | 'missing' | 'conflicting' | 'not recorded';
  /** Step level: records begin or end here, which a mark says before the words. */
  readonly mark?: 'start' | 'end';
}

/** A row of an open dataset's card. */
export interface LineageField {
  /** The field's id on every level that shows it. */
  readonly id: string;
  readonly name: string;
  /** Its data type as the sources write it; null where none does. */
  readonly type: string | null;
}

export interface LineageNode {
  /** Stable across imports and restarts: kind and name, never a row id. */
  readonly id: string;
  readonly kind: 'organisation' | 'system' | 'dataset' | 'site' | 'step' | 'field' | 'job';
  readonly name: string;
  /** How it is called within its group's frame, where that says the rest. */
  readonly shortName?: string;
  /** What sources call a system too. */
  readonly otherNames?: readonly string[];
  /** Id of the group box it stands in, or null. */
  readonly group: string | null;
  readonly lines: readonly CardLine[];
  readonly isDeclared: boolean;
  /** Set where no inventory lists it and a register of flows or jobs names it; left out where logs alone do. */
  readonly namedBy?: 'flow' | 'job';
  readonly status: FlowStatus;
  /** Worst first, in words: "End of life 2026-03-31", "No owner". */
  readonly flags: readonly { readonly severity: 'high' | 'medium' | 'low'; readonly text: string }[];
  /** The case's own id for its panel (system id, dataset id), where there is one. */
  readonly subjectId: number | null;
  /** Step level: how many events there are of it. */
  readonly events?: number;
  /** Dataset level: how many fields the sources name, where any. Such a card can be opened. */
  readonly fieldCount?: number;
  /** Set where the card is open: its fields, in the order in which they are listed. */
  readonly fields?: readonly LineageField[];
}

export interface LineageEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly datasets: readonly string[];
  readonly declared: boolean;
  readonly observed: boolean;
  readonly status: FlowStatus;
  /** Counts of log events; null where no log of that end was imported. */
  readonly sent: number | null;
  readonly received: number | null;
  /** Null until the case has been reconciled, or where nobody can say. */
  readonly lost: number | null;
  /** Of the sent ones, of how many nobody can say whether they are lost; left out where of none. */
  readonly unobservable?: number;
  /** Step level: how often, and the median time between. */
  readonly count: number | null;
  readonly medianSeconds: number | null;
  readonly flowIds: readonly number[];
  /** Set where `to` is made from `from` by a job or a rule, rather than sent. */
  readonly isDerivation?: boolean;
  /** Id of the field at which the edge leaves or meets an open card; `from` and `to` stay the cards. */
  readonly fromField?: string;
  readonly toField?: string;
}

export interface LineageGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: 'organisation' | 'site' | 'system' | 'dataset';
}

/** What the map shows at one level. A graph with cycles, parallel edges and self-loops. */
export interface LineageGraph {
  readonly level: MapLevel;
  readonly groups: readonly LineageGroup[];
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
}
