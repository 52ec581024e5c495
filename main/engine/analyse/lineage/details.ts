import type { StatableQuestion, StatableSubject } from '../../../../shared/contract/edit-methods';
import type { DetailFact, DetailSection, Details } from '../../../../shared/contract/map-methods';
import type { Stated } from '../../../../shared/model/citation';
import type { Attributes, Control, Estate, Flow, RoleCell, System } from '../../../../shared/model/estate';
import type { LineageEdge, LineageGraph, LineageNode } from '../../../../shared/model/lineage-graph';
import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../../store/database';
import { firstLines } from '../../store/events/first-lines';
import { derivationSections, fieldDetails } from './derivation-details';

/** What a panel is told from: the case, and the map that is shown (asked for only where it is needed). */
export interface DetailsGround {
  readonly db: Database;
  readonly estate: Estate;
  graph(): LineageGraph;
}

/** Everything known about one card or edge of the map, each fact with its evidence. */
export function detailsOf(
  { db, estate, graph: graphOf }: DetailsGround,
  wanted: {
    readonly nodeId?: string | undefined;
    readonly edgeId?: string | undefined;
  },
): Details {
  const field = wanted.nodeId?.startsWith('field:') ? fieldDetails(estate, wanted.nodeId) : null;
  if (field) return field;
  const graph = graphOf();
  const node = graph.nodes.find((n) => n.id === wanted.nodeId);
  if (node) return nodeDetails(node, estate);
  const edge = graph.edges.find((e) => e.id === wanted.edgeId);
  if (edge) return edgeDetails(edge, graph.nodes, estate, db);
  throw new ExpectedFailure('not-found', 'What was selected is no longer on the map. Refresh it.');
}

function nodeDetails(node: LineageNode, estate: Estate): Details {
  if (node.kind === 'system') {
    const system = [...estate.systems.values()].find((s) => s.id === node.subjectId);
    if (system) return systemDetails(system, estate, node);
  }
  if (node.kind === 'dataset') {
    const dataset = [...estate.datasets.values()].find((d) => d.id === node.subjectId);
    if (dataset) {
      return {
        kind: 'dataset',
        name: dataset.name,
        sections: sections([
          [
            'Responsibilities',
            [...estate.holdings.values()]
              .filter((h) => h.dataset === dataset.id)
              .flatMap((h) => {
                const system = estate.systems.get(h.system)?.name ?? '';
                return roleFacts(
                  h.responsibilities,
                  { kind: 'holding', dataset: dataset.name, system },
                  system,
                );
              }),
          ],
          [
            'Held in',
            [...estate.holdings.values()]
              .filter((h) => h.dataset === dataset.id)
              .map((h) => {
                const system = estate.systems.get(h.system)?.name ?? '';
                return statedFact(system, h.role, heldAs(dataset.name, system));
              }),
          ],
          ['As recorded', attributeFacts(dataset.attributes, { kind: 'dataset', name: dataset.name })],
          [
            'Named in',
            [
              {
                label: 'Sources',
                value: `${dataset.citations.length}`,
                state: 'known',
                citations: dataset.citations,
              },
            ],
          ],
        ]),
      };
    }
  }
  return {
    kind: node.kind,
    name: node.name,
    sections: sections([
      [
        '',
        node.lines.map((line) => ({ label: line.label, value: line.text, state: line.state, citations: [] })),
      ],
    ]),
  };
}

const nameKinds: Readonly<Record<string, string>> = {
  alias: 'Alias',
  'short name': 'Short name',
  code: 'Code',
  'former name': 'Former name',
  id: 'Identifier',
  stated: 'Stated by a person',
  spelling: 'Other spelling',
};

/** As the legend calls the marks on a card. */
const riskWords = { high: 'High risk', medium: 'Medium risk', low: 'To note' } as const;

function systemDetails(system: System, estate: Estate, node: LineageNode): Details {
  const holdings = [...estate.holdings.values()].filter((h) => h.system === system.id);
  const subject = { kind: 'system', name: system.name } as const;
  return {
    kind: 'system',
    name: system.name,
    sections: sections([
      [
        'Attention',
        node.flags.map((flag) => ({
          label: riskWords[flag.severity],
          value: flag.text,
          state: 'known' as const,
          citations: system.citations.slice(0, 1),
        })),
      ],
      [
        'Also called',
        system.otherNames.map(({ name, kind, saidIn, usedIn }) => ({
          label: nameKinds[kind] ?? kind,
          value: name,
          state: 'known' as const,
          citations: [...saidIn, ...usedIn],
          otherName: { system: system.name, name },
        })),
      ],
      ['Responsibilities', roleFacts(system.responsibilities, subject)],
      [
        'Properties',
        [
          statedFact('Supplier', system.supplier, property(subject, 'supplier')),
          statedFact('Site', system.site, property(subject, 'site')),
          statedFact('Organisation', system.organisation, property(subject, 'organisation')),
          statedFact('Purpose', system.purpose, property(subject, 'purpose')),
          statedFact('End of life', system.endOfLife, property(subject, 'endOfLife')),
          statedFact('Criticality', system.criticality, property(subject, 'criticality')),
        ],
      ],
      ['Controls', controlFacts(system.controls, subject)],
      [
        'Datasets',
        holdings.map((h) => {
          const dataset = estate.datasets.get(h.dataset)?.name ?? '';
          return statedFact(dataset, h.role, heldAs(dataset, system.name), h.citations);
        }),
      ],
      ['As recorded', attributeFacts(system.attributes, subject)],
      [
        'Named in',
        [
          {
            label: system.isDeclared ? 'Inventory' : 'Not in an inventory',
            value: `${system.citations.length} places`,
            state: 'known',
            citations: system.citations,
          },
        ],
      ],
    ]),
  };
}

function edgeDetails(
  edge: LineageEdge,
  nodes: readonly LineageNode[],
  estate: Estate,
  db: Database,
): Details {
  const name = (id: string): string => nodes.find((n) => n.id === id)?.name ?? '';
  const flows = edge.flowIds.flatMap((id) => [...estate.flows.values()].filter((f) => f.id === id));
  const from = nodes.find((n) => n.id === edge.from)?.subjectId ?? null;
  const to = nodes.find((n) => n.id === edge.to)?.subjectId ?? null;
  const isSystemLevel = nodes.find((n) => n.id === edge.from)?.kind === 'system';
  const evidence = isSystemLevel && from !== null && to !== null ? firstLines(db, from, to) : null;
  const count = (label: string, value: number | null, citations: DetailFact['citations']): DetailFact => ({
    label,
    value: value === null ? 'no log of this end' : value.toLocaleString('en-GB'),
    state: value === null ? 'not recorded' : 'known',
    citations,
  });
  return {
    kind: 'flow',
    name: `${name(edge.from)} > ${name(edge.to)}`,
    sections: sections([
      [
        'In the logs',
        edge.isDerivation
          ? []
          : [
              count('Sent', edge.sent, evidence?.sent ?? []),
              count('Received', edge.received, evidence?.received ?? []),
              ...(edge.lost === null ? [] : [count('Lost', edge.lost, [])]),
            ],
      ],
      [
        'Declared',
        edge.declared || edge.isDerivation
          ? []
          : [
              {
                label: 'Undeclared',
                value: 'Only logs show this flow',
                state: 'missing',
                citations: evidence?.sent ?? [],
              },
            ],
      ],
      ...flows.map((flow): [string, DetailFact[]] => [flowTitle(flow, estate), flowFacts(flow, estate)]),
      ...derivationSections(estate, edge).map(({ title, facts }) => [title, facts] as const),
    ]),
  };
}

const flowTitle = (flow: Flow, estate: Estate): string =>
  flow.dataset === null ? 'Declared flow' : (estate.datasets.get(flow.dataset)?.name ?? 'Declared flow');

function flowFacts(flow: Flow, estate: Estate): DetailFact[] {
  const nameOf = (id: System['id']) => estate.systems.get(id)?.name ?? '';
  const subject: StatableSubject = {
    kind: 'flow',
    from: nameOf(flow.from),
    to: nameOf(flow.to),
    dataset: flow.dataset === null ? null : (estate.datasets.get(flow.dataset)?.name ?? null),
  };
  const delay: Stated = {
    ...flow.maximumDelaySeconds,
    value: flow.maximumDelaySeconds.value === null ? null : showSeconds(flow.maximumDelaySeconds.value),
    claims: flow.maximumDelaySeconds.claims.map((c) => ({ ...c, value: showSeconds(c.value) })),
  };
  return [
    {
      label: 'Declared in',
      value: `${flow.citations.length} places`,
      state: 'known',
      citations: flow.citations,
    },
    statedFact('Status', flow.status, property(subject, 'status')),
    statedFact('Method', flow.method, property(subject, 'method')),
    statedFact('Schedule', flow.schedule, property(subject, 'schedule')),
    statedFact('Expectation', flow.expectation, property(subject, 'expectation')),
    statedFact('Maximum delay', delay, property(subject, 'maximumDelaySeconds')),
    ...roleFacts(flow.responsibilities, subject),
    ...controlFacts(flow.controls, subject),
    ...attributeFacts(flow.attributes, subject),
  ];
}

const showSeconds = (seconds: number): string => {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
};

function statedFact(
  label: string,
  stated: Stated<string>,
  question: StatableQuestion,
  otherwise: DetailFact['citations'] = [],
): DetailFact {
  const values = [...new Set(stated.claims.map((c) => c.value))];
  return {
    label,
    value: stated.value ?? (values.length > 0 ? values.join(' | ') : stated.state),
    state: stated.state === 'present' ? 'known' : stated.state,
    citations: stated.claims.length > 0 ? stated.claims.map((c) => c.citation) : otherwise,
    question,
  };
}

function roleFacts(cells: readonly RoleCell[], subject: StatableSubject, of?: string): DetailFact[] {
  const suffix = of === undefined ? '' : ` (${of})`;
  return cells.map((cell) => ({
    label: `${cell.role[0]?.toUpperCase()}${cell.role.slice(1)}${suffix}`.replace(/^It /, 'IT '),
    value: cell.parties.length > 0 ? cell.parties.map((p) => p.partyName).join(' | ') : cell.state,
    state: cell.state === 'clear' ? 'known' : cell.state,
    citations: [...cell.parties.flatMap((p) => p.citations), ...cell.blanks],
    question: { fact: 'responsibility', subject, role: cell.role },
  }));
}

function controlFacts(controls: readonly Control[], subject: StatableSubject): DetailFact[] {
  return controls.map((control) => ({
    label: `${control.kind[0]?.toUpperCase()}${control.kind.slice(1)}`,
    value:
      [...new Set(control.claims.map((c) => c.value).filter((v) => v !== ''))].join(' | ') || control.state,
    state: control.state === 'present' ? 'known' : control.state,
    citations: control.claims.map((c) => c.citation),
    question: { fact: 'control', subject, control: control.kind },
  }));
}

function attributeFacts(attributes: Attributes, subject: StatableSubject): DetailFact[] {
  return [...attributes].map(([label, claims]) => ({
    label,
    value: [...new Set(claims.map((c) => c.value))].join(' | '),
    state: 'known',
    citations: claims.map((c) => c.citation),
    question: { fact: 'attribute', subject, name: label },
  }));
}

const property = (
  subject: StatableSubject,
  predicate: Extract<StatableQuestion, { fact: 'property' }>['predicate'],
): StatableQuestion => ({ fact: 'property', subject, predicate });

const heldAs = (dataset: string, system: string): StatableQuestion =>
  property({ kind: 'holding', dataset, system }, 'holdingRole');

const sections = (all: readonly (readonly [string, readonly DetailFact[]])[]): readonly DetailSection[] =>
  all.filter(([, facts]) => facts.length > 0).map(([title, facts]) => ({ title, facts }));
