import { accountableFor } from '../../../analyse/ownership/accountable';
import { type Prose, prose, strong } from '../../document/prose';
import { counted, moment, share, someOf, span } from '../../document/words';
import {
  findingsOf,
  flowOf,
  loggedFlows,
  lossyFlows,
  ownerlessSystems,
  stuckFlows,
  unobservableFlows,
} from '../../facts/totals';
import type { SectionInput } from '../section-input';
import { headlines, investigationOrder } from './headline-findings';
import { judgeArrival, judgeControls, judgeEvidence, judgeWarnings } from './judge-arrival';
import { judgeSystemOwners } from './judge-ownership';
import type { SummaryContent, SummaryTemplate } from './summary-content';

/** Where did the records go: what was lost on which hop, who answers for it, what nobody can say. */
export const investigationSummary: SummaryTemplate = {
  judges: [judgeArrival, judgeEvidence, judgeSystemOwners, judgeControls, judgeWarnings],
  content: (input) => ({
    lead: lead(input),
    numbers: numbers(input),
    found: () => headlines(input.facts, input.cited, investigationOrder, 5),
    unknown: () => unknown(input),
    questions: () => questions(input),
  }),
};

function numbers(input: SectionInput): SummaryContent['numbers'] {
  const { facts, cited } = input;
  const without = () => ({ value: ownerless(input), label: 'systems without an owner on record' });
  // Without a log "0 lost" would read as if nothing had been lost.
  if (loggedFlows(facts).length === 0) {
    const declared = facts.flows().filter(({ isDeclared }) => isDeclared);
    return [
      { value: cited.allSystems(), label: 'systems on record' },
      { value: cited.flows(declared, 'Flows declared'), label: 'flows declared, none with a log' },
      without(),
    ];
  }
  return [
    { value: cited.allSent(), label: 'messages sent, by the senders’ logs' },
    { value: cited.allLost(), label: 'lost: no receipt in a log that covers the time' },
    { value: cited.allUnobservable(), label: 'cannot be judged: no log of the receiver' },
    without(),
  ];
}

const ownerless = ({ facts, cited }: SectionInput): Prose =>
  cited.systems(
    ownerlessSystems(facts),
    'Systems without an owner on record',
    'No source names an owner, business owner, information asset owner or IT owner.',
  );

function lead(input: SectionInput): Prose {
  const { facts, cited } = input;
  const { from, to } = facts.info;
  const logged = loggedFlows(facts);
  if (logged.length === 0 || from === null || to === null) {
    return prose(
      `The case holds ${facts.info.counts.sources === 0 ? 'no source file' : counted(facts.info.counts.sources, 'source file')} and no log of messages: whether records arrive cannot be determined from it.`,
    );
  }
  const [worst] = lossyFlows(facts);
  const opening = prose(
    `In the logs of ${span(from, to)}, `,
    cited.flows(logged, 'Flows with messages in a log'),
    logged.length === 1 ? ' flow carried ' : ' flows carried ',
    cited.allSent(),
    ' messages. ',
  );
  if (worst === undefined) return prose(opening, 'None is lost as far as these logs can show.');
  return prose(
    opening,
    cited.allLost(),
    ' were sent and never logged as received. The largest loss is ',
    cited.lost(worst),
    ' of ',
    cited.sent(worst),
    ` (${share(worst.lost, worst.sent)}) from `,
    strong(worst.from),
    ' to ',
    strong(worst.to),
    ...onset(input, flowOf(worst)),
    '. ',
    answering(input, flowOf(worst)),
  );
}

function onset({ facts }: SectionInput, flow: string): readonly Prose[] {
  const answer = facts.why(flow);
  if (answer.onset === null) return [];
  const { earliest, latest } = answer.onset;
  const end =
    answer.ended === null
      ? ' and goes on to the end of the logs'
      : ` and ended by ${moment(answer.ended.latest)}`;
  return [prose(`; it began between ${moment(earliest)} and ${moment(latest)}${end}`)];
}

function answering({ facts }: SectionInput, flow: string): Prose {
  const [from, to] = ends(flow, facts);
  const { name, all } = accountableFor(facts.estate, from, to);
  if (name === 'unassigned') return prose('Nobody is on record as answering for that flow.');
  return prose(
    'First on record as answering for it: ',
    strong(all.find((text) => text.startsWith(name)) ?? name),
    '.',
  );
}

type Ends = readonly [Parameters<typeof accountableFor>[1], Parameters<typeof accountableFor>[2]];

function ends(flow: string, facts: SectionInput['facts']): Ends {
  const systems = [...facts.estate.systems.values()];
  const parts = flow.split(' > ');
  for (let at = 1; at < parts.length; at += 1) {
    const from = systems.find(({ name }) => name === parts.slice(0, at).join(' > '));
    const to = systems.find(({ name }) => name === parts.slice(at).join(' > '));
    if (from !== undefined && to !== undefined) return [from.id, to.id];
  }
  throw new Error(`The flow ${flow} has no two systems.`);
}

function unknown({ facts, cited }: SectionInput): readonly Prose[] {
  const blind = unobservableFlows(facts);
  const shown = blind.slice(0, 2);
  const others = blind.slice(shown.length);
  const gaps = facts.coverage().filter(({ gaps: found }) => found.length > 0);
  const silent = facts
    .systems()
    .filter(({ name }) => !facts.coverage().some(({ system }) => system === name));
  return [
    ...shown.map((row, index) =>
      prose(
        'Whether ',
        cited.unobservable(row),
        ` messages from ${row.from} reached ${row.to}: no log covers their receipt`,
        ...(others.length > 0 && index === shown.length - 1
          ? ['; and ', cited.otherUnobservable(others), ` more on ${counted(others.length, 'other flow')}`]
          : []),
        '.',
      ),
    ),
    ...(gaps.length > 0
      ? [
          prose(
            `What happened while logs are silent: ${someOf(
              gaps.map(
                ({ system, gaps: [gap] }) => `${system} (${gap === undefined ? '' : span(gap.from, gap.to)})`,
              ),
              2,
            )}.`,
          ),
        ]
      : []),
    ...(silent.length > 0 && blind.length < 2
      ? [
          prose(
            'What the ',
            cited.systems(
              silent,
              'Systems without a log',
              'On record, and no log line in this case was written by them.',
            ),
            silent.length === 1 ? ' system did that left no log.' : ' systems did that left no log.',
          ),
        ]
      : []),
  ];
}

function questions({ facts, cited }: SectionInput): readonly Prose[] {
  const [worst] = lossyFlows(facts);
  const stuck = stuckFlows(facts);
  const [blind] = unobservableFlows(facts);
  const touched = new Set([...lossyFlows(facts), ...stuck].flatMap(({ from, to }) => [from, to]));
  const unowned = ownerlessSystems(facts).filter(({ name }) => touched.has(name));
  const unreconciled = findingsOf(facts, 'no-reconciliation').filter(({ subject }) => touched.has(subject));
  return [
    ...(worst === undefined
      ? []
      : [
          prose(
            'Who will find and resend the ',
            cited.lost(worst),
            ` messages that ${worst.to} never logged, and by when?`,
          ),
        ]),
    ...(stuck[0] === undefined
      ? []
      : [
          prose(
            'Who will release the ',
            cited.allStuck(),
            ` messages queued at ${someOf([...new Set(stuck.map(({ from }) => from))], 2)}?`,
          ),
        ]),
    ...(unowned.length === 0
      ? []
      : [
          prose(
            `Who is accountable for ${someOf(
              unowned.map(({ name }) => name),
              3,
            )}?`,
          ),
        ]),
    ...(blind === undefined ? [] : [prose(`Can the missing logs of ${blind.to} be obtained?`)]),
    ...(unreconciled.length === 0 || unowned.length > 0
      ? []
      : [
          prose(
            `Who will compare what is sent with what arrives at ${someOf(
              unreconciled.map(({ subject }) => subject),
              2,
            )}?`,
          ),
        ]),
  ];
}
