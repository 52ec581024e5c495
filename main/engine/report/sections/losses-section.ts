import type { ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import { controlKinds, dispositions } from '../../../../shared/model/vocabulary';
import { linesOf } from '../../analyse/evidence-lines';
import { accountableFor } from '../../analyse/ownership/accountable';
import { linesCell, linesText, numberCell, strongCell, textCell } from '../document/cells';
import { type Prose, prose, strong } from '../document/prose';
import type { Block, Cell, Rating } from '../document/report-document';
import { moment, number, sentence, share } from '../document/words';
import { flowOf } from '../facts/totals';
import type { SectionInput, SectionMaker } from './section-input';

const meanings: Readonly<Record<(typeof dispositions)[number], string>> = {
  delivered: 'A receipt is logged within the maximum delay.',
  late: 'A receipt is logged after the maximum delay.',
  duplicate: 'Sent again after it had been sent before.',
  rejected: 'Refused with a logged error, and not received later.',
  filtered: 'Left out on purpose, by a rule that a log names.',
  pending: 'Sent so late that it may still arrive.',
  lost: 'No receipt, although the receiver’s log covers the time.',
  unobservable: 'No log of the receiver covers the time: nobody can say.',
};

/** One flow: what became of every message, what the lost ones share, since when, who answers, which controls. */
export const lossesSection: SectionMaker<'losses'> = (input, { flow }) => {
  const { facts, note } = input;
  const row = facts.flows().find((one) => flowOf(one) === flow);
  if (row === undefined) {
    note(
      flow.trim() === ''
        ? 'Choose a flow for the section on losses.'
        : `There is no flow “${flow}” in this case.`,
    );
    return null;
  }
  const blocks: Block[] = [
    { kind: 'paragraph', tone: 'body', text: opening(input, row) },
    outcomes(input, row),
    ...shared(input, row),
    ...controls(input, row),
    ...answering(input, row),
    ...notes(row),
  ];
  return {
    kind: 'losses',
    title: `Losses from ${row.from} to ${row.to}`,
    isLandscape: false,
    isOnePage: false,
    blocks,
  };
};

function opening({ facts, cited }: SectionInput, row: ReconcileRow): Prose {
  const { onset, ended, spells } = facts.why(flowOf(row));
  const wide = spells[0]?.began ?? null;
  const sentences: readonly (Prose | string)[] = [
    prose(
      'Of ',
      cited.sent(row),
      ' messages sent, ',
      cited.lost(row),
      row.sent > 0 ? ` (${share(row.lost, row.sent)})` : '',
      ' were never logged as received.',
    ),
    row.acknowledgedLost > 0
      ? `For ${number(row.acknowledgedLost)} of them an acknowledgement is logged all the same: an acknowledgement is a claim.`
      : '',
    row.unobservable > 0
      ? prose(cited.unobservable(row), ' cannot be judged, because no log of the receiver covers the time.')
      : '',
    onset !== null
      ? `The losses began between ${moment(onset.earliest)} and ${moment(onset.latest)}.`
      : wide !== null
        ? `The losses began some time between ${moment(wide.earliest)} and ${moment(wide.latest)}; too few were lost to say more.`
        : row.lost > 0
          ? 'No moment can be told from chance at which the losses began.'
          : '',
    ended !== null
      ? `They ended between ${moment(ended.earliest)} and ${moment(ended.latest)}.`
      : onset === null && wide === null
        ? ''
        : 'They go on to the end of the logs.',
  ];
  const said = sentences.filter((one) => one !== '');
  return prose(...said.flatMap((one, index) => (index === 0 ? [one] : [' ', one])));
}

function outcomes(_input: SectionInput, row: ReconcileRow): Block {
  const rows = dispositions
    .filter((word) => row[word] > 0 || word === 'delivered' || word === 'lost')
    .map((word): readonly Cell[] => [
      strongCell(word.charAt(0).toUpperCase() + word.slice(1)),
      numberCell(row[word]),
      textCell(meanings[word]),
    ]);
  return {
    kind: 'table',
    caption: 'What became of every message sent: the lines add up to the total',
    columns: [
      { title: 'Outcome', points: 92 },
      { title: 'Messages', points: 64, isNumber: true },
      { title: 'Meaning', share: 1 },
    ],
    rows: [
      ...rows,
      [strongCell('Sent in all'), numberCell(row.sent), textCell('The sum of the lines above.')],
    ],
  };
}

function shared({ facts }: SectionInput, row: ReconcileRow): readonly Block[] {
  if (row.lost === 0) return [];
  const { patterns, notes: said } = facts.why(flowOf(row));
  const heading: Block = { kind: 'heading', text: 'What the lost messages share' };
  if (patterns.length === 0) {
    return [heading, { kind: 'paragraph', tone: 'body', text: prose(said.map(sentence).join(' ')) }];
  }
  return [
    heading,
    {
      kind: 'table',
      caption: 'Values that go with loss; nothing here says what caused it',
      columns: [
        { title: 'Messages with', share: 1 },
        { title: 'Lost', points: 48, isNumber: true },
        { title: 'Of', points: 48, isNumber: true },
        { title: 'Share', points: 52, isNumber: true },
        { title: 'Elsewhere', points: 64, isNumber: true },
        { title: 'Of all lost', points: 64, isNumber: true },
      ],
      rows: patterns.slice(0, 6).map((pattern) => [
        strongCell(
          Object.entries(pattern.attributes)
            .map(([name, value]) => `${name} ${value}`)
            .join(', '),
        ),
        numberCell(pattern.lost),
        numberCell(pattern.total),
        textCell(share(pattern.rate, 1)),
        textCell(share(pattern.rateElsewhere, 1)),
        textCell(share(pattern.support, 1)),
      ]),
    },
  ];
}

const stateRatings: Readonly<Record<string, readonly [Rating, string]>> = {
  present: ['green', 'Present'],
  absent: ['red', 'Absent'],
  conflicting: ['amber', 'Sources differ'],
  'not recorded': ['unknown', 'Not recorded'],
};

function controls({ facts }: SectionInput, row: ReconcileRow): readonly Block[] {
  const systems = [row.from, row.to].flatMap(
    (name) => [...facts.estate.systems.values()].find((system) => system.name === name) ?? [],
  );
  if (systems.length === 0) return [];
  return [
    { kind: 'heading', text: 'Controls at both ends' },
    {
      kind: 'table',
      caption: 'What the sources say of each control',
      columns: [
        { title: 'System', share: 1 },
        ...controlKinds.map((kind) => ({ title: kind.charAt(0).toUpperCase() + kind.slice(1), points: 92 })),
      ],
      rows: systems.map((system) => [
        strongCell(system.name),
        ...controlKinds.map((kind): Cell => {
          const state = system.controls.find((control) => control.kind === kind)?.state ?? 'not recorded';
          const [rating, word] = stateRatings[state] ?? ['unknown', state];
          return { text: [], rating, word };
        }),
      ]),
    },
  ];
}

function answering({ facts }: SectionInput, row: ReconcileRow): readonly Block[] {
  const systems = [...facts.estate.systems.values()];
  const from = systems.find(({ name }) => name === row.from);
  const to = systems.find(({ name }) => name === row.to);
  if (from === undefined || to === undefined) return [];
  const { name, all } = accountableFor(facts.estate, from.id, to.id);
  const declared = [...facts.estate.flows.values()].filter(
    (flow) => flow.from === from.id && flow.to === to.id,
  );
  const lines = linesOf(declared.flatMap(({ citations }) => citations));
  return [
    { kind: 'heading', text: 'Who is on record as answering for it' },
    {
      kind: 'list',
      items: [
        prose(
          name === 'unassigned'
            ? strong('Unassigned: nobody is named.')
            : strong(`First on record: ${name}.`),
        ),
        ...all.slice(0, 6).map((text) => prose(`${sentence(text)}`)),
      ],
    },
    {
      kind: 'table',
      caption: 'Where the flow stands on record',
      columns: [
        { title: 'What', points: 112 },
        { title: 'Where', share: 1 },
      ],
      rows: [
        [
          strongCell('Declaration'),
          textCell(lines.length === 0 ? 'On no register: seen in logs only' : linesText(lines, 4)),
        ],
        [strongCell('Lost messages'), linesCell(facts.evidence('messages-lost', flowOf(row)), 12, row.lost)],
      ],
    },
  ];
}

const notes = (row: ReconcileRow): readonly Block[] =>
  row.notes.length === 0
    ? []
    : [
        { kind: 'heading', text: 'What bears on these counts' },
        { kind: 'list', items: row.notes.map((text) => prose(sentence(text))) },
      ];
