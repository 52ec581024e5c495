/** What sources and people say of the names of systems, or of datasets: all that decides which of them are one. */
export interface NameFacts {
  readonly rows: readonly NamedRow[];
  readonly claims: readonly NameClaim[];
  /** A person's word on two names. */
  readonly words: readonly NameWord[];
}

/** A name as it stands in the case: one spelling, apart from case and spacing. */
export interface NamedRow {
  readonly id: number;
  readonly name: string;
  readonly key: string;
  /** Sources that list it as a system of its own. */
  readonly declaredBy: readonly number[];
  /** Listed by an inventory or a person. */
  readonly isDeclared: boolean;
  /** How many statements name it; 0 where the sources that did are gone. */
  readonly uses: number;
}

/** A source's statement that a system goes by another name too. */
export interface NameClaim {
  readonly subjectId: number;
  readonly name: string;
  readonly kind: string;
  readonly assertionId: number;
}

export interface NameWord {
  readonly subjectId: number;
  readonly name: string;
  readonly isSame: boolean;
  readonly assertionId: number;
}

/** Another name of a system, and how it is known to be one. */
export interface OtherName {
  readonly name: string;
  /** The kind of a claim ("alias", "code", …), "stated" for a person's word, "spelling" where only that differs. */
  readonly kind: string;
  /** Statements that say so; none where the spelling does. */
  readonly assertionIds: readonly number[];
  /** The stored name that is read as this system; null where no source uses it. */
  readonly rowId: number | null;
}

/** A name that could not be given to one system. */
export interface NameConflict {
  readonly name: string;
  readonly kind: string;
  /** Systems that claim it. */
  readonly subjectIds: readonly number[];
  readonly assertionIds: readonly number[];
  readonly why: 'claimed by several' | 'listed as another' | 'joins two that are listed apart';
  /** A source writes this name. */
  readonly isUsed: boolean;
}

export interface FoldedNames {
  /** By stored name: the system it is read as. Names that are read as themselves are not in it. */
  readonly as: ReadonlyMap<number, number>;
  readonly others: ReadonlyMap<number, readonly OtherName[]>;
  readonly conflicts: readonly NameConflict[];
}
