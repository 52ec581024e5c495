import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { MapSection, ReportDefinition, ReportSection } from '../../../../shared/model/report';
import type { MapLevel } from '../../../../shared/model/vocabulary';
import type { FigureRegister } from '../document/figure-register';
import type { Section } from '../document/report-document';
import type { CitedFigures } from '../facts/cited-figures';
import type { ReportFacts } from '../facts/report-facts';
import type { DrawMap } from '../picture/draw-map';

/** What sections are made from. */
export interface SectionInput {
  readonly facts: ReportFacts;
  readonly definition: ReportDefinition;
  readonly figures: FigureRegister;
  readonly cited: CitedFigures;
  readonly drawMap: DrawMap;
  /** The whole graph of a level, not redacted: sections are made of real names, which are taken out at the end. */
  readonly graphOf: (level: MapLevel, groupBy: MapSection['groupBy']) => LineageGraph;
  /** Says something to the person who makes the report; nothing of it is printed. */
  readonly note: (text: string) => void;
}

/** Makes one kind of section; null where it has nothing to show. */
export type SectionMaker<K extends ReportSection['kind']> = (
  input: SectionInput,
  section: Extract<ReportSection, { readonly kind: K }>,
) => Section | null | Promise<Section | null>;
