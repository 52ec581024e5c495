import type { ImpactAnswer, ImpactNode } from '../../../../shared/contract/analysis-methods';
import { ExpectedFailure } from '../../expected-failure';
import { linesCell, numberCell, strongCell, textCell } from '../document/cells';
import { prose } from '../document/prose';
import type { Block } from '../document/report-document';
import { counted, number, sentence } from '../document/words';
import type { SectionInput, SectionMaker } from './section-input';

const mostRows = 150;

/** What stops when something fails, by which path; what is shared; what will have to be reconciled. */
export const impactSection: SectionMaker<'impact'> = (input, { name }) => {
  const impact = answerOf(input, name);
  if (impact === null) return null;
  const systems = impact.unreachable.filter(({ kind }) => kind === 'system');
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      tone: 'body',
      text: prose(
        `Supposed: the ${impact.kind} ${impact.of} fails. Then ${counted(systems.length, 'system')} and ${counted(impact.unreachable.length - systems.length, 'other thing')} below cannot be reached. `,
        impact.notes.map(sentence).join(' '),
      ),
    },
    ...affected('Unavailable, and by which path', impact.unreachable),
    ...affected('Reachable, and as old as what last arrived', impact.degraded),
    ...sharedTable(impact),
    ...backlogTable(impact),
  ];
  return {
    kind: 'impact',
    title: `What stops if ${impact.of} fails`,
    isLandscape: true,
    isOnePage: false,
    blocks,
  };
};

function answerOf({ facts, note }: SectionInput, name: string): ImpactAnswer | null {
  if (name.trim() === '') {
    note('Choose what fails for the section on the impact of a failure.');
    return null;
  }
  try {
    return facts.impact(name);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    note(error.message);
    return null;
  }
}

function affected(caption: string, nodes: readonly ImpactNode[]): readonly Block[] {
  if (nodes.length === 0) return [];
  const left = nodes.length - mostRows;
  return [
    {
      kind: 'table',
      caption: left > 0 ? `${caption}: the first ${mostRows} of ${number(nodes.length)}` : caption,
      columns: [
        { title: 'What', points: 168 },
        { title: 'Kind', points: 62 },
        { title: 'Owner on record', points: 130 },
        { title: 'Because', share: 1 },
        { title: 'Where it stands', points: 156 },
      ],
      rows: nodes
        .slice(0, mostRows)
        .map(({ name, kind, owner, ownerState, because, evidence }) => [
          strongCell(name),
          textCell(kind),
          textCell(owner ?? (ownerState === 'missing' ? 'left blank' : 'not recorded')),
          textCell(sentence(because)),
          linesCell(evidence, 3),
        ]),
    },
  ];
}

function sharedTable({ sharedDependencies }: ImpactAnswer): readonly Block[] {
  if (sharedDependencies.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'What is shared',
      columns: [
        { title: 'Dependency', points: 150 },
        { title: 'Sites', points: 42, isNumber: true },
        { title: 'Systems', points: 52, isNumber: true },
        { title: 'Way round', points: 78 },
        { title: 'Because', share: 1 },
        { title: 'Where it stands', points: 156 },
      ],
      rows: sharedDependencies
        .slice(0, 40)
        .map((one) => [
          strongCell(one.name),
          numberCell(one.sites.length),
          numberCell(one.systems.length),
          one.isSinglePointOfFailure
            ? { text: [], rating: 'red' as const, word: 'None' }
            : { text: [], rating: 'amber' as const, word: 'There is one' },
          textCell(sentence(one.because)),
          linesCell(one.evidence, 3),
        ]),
    },
  ];
}

function backlogTable({ backlog }: ImpactAnswer): readonly Block[] {
  if (backlog.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'What has to be reconciled afterwards',
      columns: [
        { title: 'Flow', share: 1 },
        { title: 'Messages a day', points: 86, isNumber: true },
        { title: 'Counted how', points: 220 },
      ],
      rows: backlog
        .slice(0, mostRows)
        .map(({ flow, sentPerDay, basis }) => [strongCell(flow), numberCell(sentPerDay), textCell(basis)]),
    },
  ];
}
