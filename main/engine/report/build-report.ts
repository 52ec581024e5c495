import type { ReportPreview } from '../../../shared/contract/report-methods';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import type { ReportDefinition, ReportTemplate } from '../../../shared/model/report';
import type { CallContext, EngineContext } from '../context';
import { graphOf } from '../methods/map-handlers';
import { readEdits } from '../store/facts/edits';
import { FigureRegister } from './document/figure-register';
import { prose } from './document/prose';
import type { ReportDocument, Section } from './document/report-document';
import { counted, day, number, span } from './document/words';
import { CitedFigures } from './facts/cited-figures';
import { type ReportFacts, reportFacts } from './facts/report-facts';
import { mapDrawer } from './picture/draw-map';
import { knownNames, namesToRedact } from './redact/names-to-redact';
import { redactDocument } from './redact/redact-document';
import { redactorOf } from './redact/redactor';
import { wordsLeftOver } from './redact/words-left-over';
import { makeSection } from './sections/make-section';

export interface BuiltReport {
  readonly document: ReportDocument;
  /** For each section of the definition its place among the document's, or null where it has nothing to show. */
  readonly places: readonly (number | null)[];
  readonly notes: readonly string[];
  readonly redacted: ReportPreview['redacted'];
}

export const reportTypes: Readonly<Record<ReportTemplate, string>> = {
  investigation: 'Investigation report',
  ownership: 'Ownership review',
  outage: 'Outage report',
};

/** Makes a report's words, tables and pictures from the case, with the definition's names taken out. */
export async function buildReport(
  context: EngineContext,
  definition: ReportDefinition,
  progress: CallContext['progress'],
): Promise<BuiltReport> {
  const facts = reportFacts(context);
  const notes: string[] = [];
  const known = knownNames(
    facts.estate,
    readEdits(context.openCase.db).map(({ author }) => author),
  );
  const names = namesToRedact(
    definition,
    known,
    facts.sources().map(({ name }) => name),
  );
  const redactor = redactorOf(names);
  const figures = new FigureRegister();
  const graphs = new Map<string, LineageGraph>();
  const input = {
    facts,
    definition,
    figures,
    cited: new CitedFigures(facts, figures),
    drawMap: mapDrawer(context, redactor),
    graphOf: (level: Parameters<typeof graphOf>[1], groupBy: Parameters<typeof graphOf>[2]): LineageGraph => {
      const key = `${level} ${groupBy}`;
      const graph = graphs.get(key) ?? graphOf(context, level, groupBy);
      graphs.set(key, graph);
      return graph;
    },
    note: (text: string) => void notes.push(text),
  };
  // The map says what was lost only where the case has been reconciled.
  facts.flows();
  const made = new Map<number, Section>();
  // The annex lists what every other section cited: it is made last, wherever it stands.
  const order = [...definition.sections.entries()].sort(
    ([a, { kind: one }], [b, { kind: other }]) =>
      Number(one === 'annex') - Number(other === 'annex') || a - b,
  );
  for (const [step, [index, section]] of order.entries()) {
    progress({
      label: 'Making the report',
      done: step,
      total: order.length + 1,
      unit: 'steps',
      secondsLeft: null,
    });
    const result = await makeSection(input, section);
    if (result !== null) made.set(index, result);
  }
  const indexes = [...made.keys()].sort((a, b) => a - b);
  const document = redactDocument(
    {
      title: definition.title,
      type: reportTypes[definition.template],
      caseTitle: facts.info.title,
      marking: definition.marking,
      asOf: facts.asOf,
      footer: footerOf(facts, redactor.isActive),
      sections: indexes.flatMap((index) => made.get(index) ?? []).map(withoutEmptyTables),
    },
    redactor,
  );
  return {
    document,
    places: definition.sections.map((_, index) => (made.has(index) ? indexes.indexOf(index) : null)),
    notes: [...notes, ...wordsLeftOver(document, names, known)],
    redacted: names,
  };
}

/** A head without rows says nothing to the eye and less to the ear: the caption says that there is none. */
function withoutEmptyTables(section: Section): Section {
  return {
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table' && block.rows.length === 0
        ? { kind: 'paragraph', tone: 'body', text: prose(`${block.caption}: none.`) }
        : block,
    ),
  };
}

/** Sources, coverage and date, for the foot of every page. */
function footerOf({ info, asOf, coverage, systems }: ReportFacts, isRedacted: boolean): readonly string[] {
  const { counts, from, to } = info;
  const logs = coverage();
  const lines = counts.events === 0 ? 'no log lines' : `${number(counts.events)} log lines`;
  const time = from === null || to === null ? '' : ` of ${span(from, to)} (UTC)`;
  const gaps = logs.reduce((sum, row) => sum + row.gaps.length, 0);
  const coveredText =
    logs.length === 0
      ? 'no system’s log'
      : `logs of ${logs.length} of ${counted(systems().length, 'system')}, with ${counted(gaps, 'gap')}`;
  return [
    `Sources: ${counted(counts.sources, 'file')}, ${lines}${time}. Coverage: ${coveredText}.`,
    `State of the case: ${day(asOf)}.${isRedacted ? ' Names are redacted, each the same way throughout.' : ''}`,
  ];
}
