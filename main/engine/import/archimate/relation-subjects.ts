import type { Subject } from '../fact';
import { elementKind } from './element-kinds';
import type { ArchiElement, ArchiModel, ArchiRelation } from './model';
import type { Structure } from './structure';

export type FlowSubject = Extract<Subject, { kind: 'flow' }>;
export type HoldingSubject = Extract<Subject, { kind: 'holding' }>;

/** A label of a flow that says how the data travel rather than what they are. */
const methodWord =
  /\b(hl7|fhir|api|rest|soap|https?|s?ftp|mesh|dicom|itk|mllp|mq|kafka|jdbc|odbc|e-?mail|csv|xml|json|batch|real.?time|nightly|daily|weekly|sync|feed|interface|message|sends?)\b/i;

export interface FlowMeaning {
  readonly flows: readonly FlowSubject[];
  /** The label, where it says how the data travel. */
  readonly method: string | null;
}

/** What of the lineage model a relation stands for, so that other relations can point at it. */
export class RelationSubjects {
  constructor(
    private readonly model: ArchiModel,
    private readonly structure: Structure,
  ) {}

  /** The flows and holdings behind a relation; none for relations of other types. */
  of(relation: ArchiRelation): readonly (FlowSubject | HoldingSubject)[] {
    if (relation.type === 'Flow') return this.flowsOf(relation).flows;
    return relation.type === 'Access' ? this.holdingsOf(relation) : [];
  }

  /**
   * Between the systems behind the ends, through junctions. What flows is a data object associated with the
   * flow, else its label unless that says how it travels.
   */
  flowsOf(relation: ArchiRelation): FlowMeaning {
    const source = this.model.elements.get(relation.source);
    const from = source === undefined ? [] : this.structure.systemsOf(source);
    const to = this.structure.flowTargets(relation).flatMap((element) => this.structure.systemsOf(element));
    const carried = this.structure.carriedBy(relation);
    const label = relation.name;
    const isMethod =
      label !== null && !this.structure.isDataset(label) && (carried.length > 0 || methodWord.test(label));
    const datasets = carried.length > 0 ? carried : [label === null || isMethod ? null : label];
    return {
      flows: from.flatMap((a) =>
        to.flatMap((b) =>
          datasets.map((dataset) => ({ kind: 'flow', from: a.name, to: b.name, dataset }) as const),
        ),
      ),
      method: isMethod ? label : null,
    };
  }

  /** A system that accesses data holds them, whether itself or through what it performs. */
  holdingsOf(relation: ArchiRelation): readonly HoldingSubject[] {
    const source = this.model.elements.get(relation.source);
    const target = this.model.elements.get(relation.target);
    if (source === undefined || target === undefined || elementKind(target.type) !== 'dataset') return [];
    return this.structure
      .systemsOf(source)
      .map(({ name }) => ({ kind: 'holding', dataset: target.name, system: name }) as const);
  }
}

/** The value of a property of one of a model's parts, by its exact key. */
export const propertyOf = (part: ArchiElement | ArchiRelation, key: string): string | null =>
  part.properties.find(([name]) => name === key)?.[1] ?? null;
