import type { EvidenceLine } from '../../../../shared/contract/analysis-methods';
import { edgeStyle } from '../../../../shared/diagram/edge-style';
import type { LineageEdge, LineageGraph } from '../../../../shared/model/lineage-graph';
import type { MapSection } from '../../../../shared/model/report';
import { linesOf } from '../../analyse/evidence-lines';
import { linesCell, numberCell, strongCell, textCell } from '../document/cells';
import { prose, strong } from '../document/prose';
import type { Block, Table } from '../document/report-document';
import { counted, number } from '../document/words';
import { loggedFlows } from '../facts/totals';
import type { SectionInput, SectionMaker } from './section-input';
import { summaryJudgements } from './summary/summary';

/**
 * The picture as a table, every flow's reckoning, how ratings are decided, and each figure with what it stands
 * on. Made last, whatever its place: it lists what all other sections cited.
 */
export const annexSection: SectionMaker<'annex'> = (input) => {
  const hasSummary = input.definition.sections.some(({ kind }) => kind === 'summary');
  const blocks: Block[] = [
    ...input.definition.sections
      .filter((section): section is MapSection => section.kind === 'map')
      .map((section, index, maps) => edgeTable(input, section, maps.length > 1 ? index + 1 : null)),
    ...reckoning(input),
    ...(hasSummary ? rules(input) : []),
    ...figures(input),
  ];
  if (blocks.length === 0) return null;
  return {
    kind: 'annex',
    title: 'Annex: the figures and what they stand on',
    isLandscape: true,
    isOnePage: false,
    blocks,
  };
};

function edgeTable(input: SectionInput, section: MapSection, map: number | null): Table {
  const graph = input.graphOf(section.level, section.groupBy);
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  const only = section.only === undefined ? null : new Set(section.only);
  const edges = graph.edges.filter(({ from, to }) => only === null || (only.has(from) && only.has(to)));
  const left = graph.edges.length - edges.length;
  return {
    kind: 'table',
    caption: `${map === null ? 'The map' : `Map ${map}`} as a table${edges.length === 0 ? '' : `: ${counted(edges.length, 'connection')}`}${left > 0 ? `; ${number(left)} more are not on it` : ''}`,
    columns: [
      { title: 'From', points: 132 },
      { title: 'To', points: 132 },
      { title: 'Carries', share: 1 },
      { title: 'Drawn as', points: 70 },
      { title: 'Sent', points: 48, isNumber: true },
      { title: 'Received', points: 54, isNumber: true },
      { title: 'Lost', points: 44, isNumber: true },
      { title: 'Where it stands', points: 168 },
    ],
    rows: edges.map((edge) => [
      strongCell(names.get(edge.from) ?? edge.from),
      textCell(names.get(edge.to) ?? edge.to),
      textCell(edge.datasets.join('; ')),
      textCell(edgeStyle(edge, graph.level)),
      numberCell(edge.sent ?? edge.count),
      numberCell(edge.received),
      numberCell(edge.lost),
      linesCell(edgeLines(input, graph, edge), 3),
    ]),
  };
}

function edgeLines({ facts }: SectionInput, graph: LineageGraph, edge: LineageEdge): readonly EvidenceLine[] {
  const declared = [...facts.estate.flows.values()].filter(({ id }) => edge.flowIds.includes(id));
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  const from = names.get(edge.from);
  const to = names.get(edge.to);
  const log =
    graph.level === 'system' && from !== undefined && to !== undefined ? facts.logOf({ from, to }) : null;
  return [
    ...linesOf(declared.flatMap(({ citations }) => citations.slice(0, 1))),
    ...(log?.sent.first.slice(0, 1) ?? []),
    ...(log?.received.first.slice(0, 1) ?? []),
  ];
}

function reckoning({ facts }: SectionInput): readonly Block[] {
  const rows = loggedFlows(facts);
  if (rows.length === 0) return [];
  const columns = [
    'sent',
    'delivered',
    'late',
    'duplicate',
    'rejected',
    'filtered',
    'pending',
    'lost',
    'unobservable',
  ] as const;
  return [
    {
      kind: 'table',
      caption: 'The reckoning: what became of every message, flow by flow; the eight outcomes add up to sent',
      columns: [
        { title: 'From', share: 1 },
        { title: 'To', share: 1 },
        ...columns.map((word) => ({
          title: word === 'unobservable' ? 'Cannot be judged' : word.charAt(0).toUpperCase() + word.slice(1),
          points: 52,
          isNumber: true,
        })),
      ],
      rows: rows.map((row) => [
        strongCell(row.from),
        textCell(row.to),
        ...columns.map((word) => numberCell(row[word])),
      ]),
    },
  ];
}

const rules = (input: SectionInput): readonly Block[] => [
  {
    kind: 'table',
    caption: 'How the ratings of the summary are decided',
    columns: [
      { title: 'Question', points: 180 },
      { title: 'Here', points: 80 },
      { title: 'Rule', share: 1 },
    ],
    rows: summaryJudgements(input).map(({ question, rating, rule }) => [
      strongCell(question),
      { text: [], rating },
      textCell(rule),
    ]),
  },
];

function figures({ figures: register }: SectionInput): readonly Block[] {
  const all = register.figures;
  if (all.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Figures: each number in square brackets, and the lines that it stands on',
      columns: [
        { title: 'No.', points: 34 },
        { title: 'Figure', points: 50, isNumber: true },
        { title: 'What it counts', points: 190 },
        { title: 'How it was worked out', share: 1 },
        { title: 'Lines', points: 220 },
      ],
      rows: all.map((figure) => [
        { text: prose(strong(`[${figure.number}]`)) },
        textCell(figure.value),
        textCell(figure.meaning),
        textCell(figure.basis),
        figure.lines.length === 0
          ? textCell('In the table that it is counted from')
          : linesCell(figure.lines, 8, figure.allLines),
      ]),
      anchors: all.map((figure) => figure.number),
    },
  ];
}
