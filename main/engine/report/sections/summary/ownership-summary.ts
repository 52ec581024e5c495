import { type Prose, prose } from '../../document/prose';
import { flowWords, someOf } from '../../document/words';
import { findingsOf, ownerlessSystems } from '../../facts/totals';
import type { SectionInput } from '../section-input';
import { headlines, ownershipOrder } from './headline-findings';
import {
  judgeControllers,
  judgePlans,
  judgeRoles,
  judgeSystemOwners,
  judgeSystemsOfRecord,
} from './judge-ownership';
import type { SummaryContent, SummaryTemplate } from './summary-content';

/** Who controls, owns and runs what: what is named, what is blank, and where sources disagree. */
export const ownershipSummary: SummaryTemplate = {
  judges: [judgeControllers, judgeSystemOwners, judgeSystemsOfRecord, judgeRoles, judgePlans],
  content: (input): SummaryContent => {
    const { cited, facts } = input;
    const rows = facts.owners();
    const all = cited.holdings(
      rows,
      'Datasets in systems',
      'Every dataset that a source places in a system.',
    );
    const clear = cited.holdings(
      rows.filter(({ state }) => state === 'clear'),
      'Datasets in systems with a clear controller',
      'A controller is named and no role is disputed.',
    );
    const missing = cited.holdings(
      rows.filter(({ state }) => state === 'missing'),
      'Datasets in systems without a controller',
      'The source leaves the controller blank, or no source has the question.',
    );
    const disputed = cited.holdings(
      rows.filter(({ state }) => state === 'conflicting'),
      'Datasets in systems with a disputed role',
      'Sources name different parties in one role.',
    );
    const systems = cited.allSystems();
    const without = ownerless(input);
    return {
      lead: prose(
        ...(rows.length === 0
          ? ['No source places a dataset in a system. Of ']
          : [
              'The sources place ',
              all,
              ' datasets in systems. For ',
              clear,
              ' of them the controller is named and no source disagrees; for ',
              missing,
              ' none is on record; for ',
              disputed,
              ' sources name different parties in one role. Of ',
            ]),
        systems,
        ' systems, ',
        without,
        ' have no owner on record. A controller is not a processor, and an owner is not a host: each role is counted by itself.',
      ),
      numbers: [
        { value: clear, label: 'datasets in systems with a clear controller' },
        { value: missing, label: 'without a controller on record' },
        { value: disputed, label: 'on which sources disagree' },
        { value: without, label: 'systems without an owner on record' },
      ],
      found: () => headlines(facts, cited, ownershipOrder, 5),
      unknown: () => unknown(input),
      questions: () => questions(input),
    };
  },
};

const ownerless = ({ facts, cited }: SectionInput): Prose =>
  cited.systems(
    ownerlessSystems(facts),
    'Systems without an owner on record',
    'No source names an owner, business owner, information asset owner or IT owner.',
  );

function unknown({ facts, cited }: SectionInput): readonly Prose[] {
  const silent = facts.systems().filter(({ ownerState }) => ownerState === 'not recorded');
  const unlisted = findingsOf(facts, 'system-not-in-inventory');
  const unsaid = findingsOf(facts, 'controls-not-recorded');
  return [
    ...(silent.length > 0
      ? [
          prose(
            'Who owns the ',
            cited.systems(
              silent,
              'Systems whose owner no source asks for',
              'No source has a question about their owner.',
            ),
            ` ${silent.length === 1 ? 'system' : 'systems'} for which no source has the question: ${someOf(
              silent.map(({ name }) => name),
              3,
            )}.`,
          ),
        ]
      : []),
    ...(unlisted.length > 0
      ? [
          prose(
            `Anything of what is on no inventory: ${someOf(
              unlisted.map(({ subject }) => subject),
              3,
            )}.`,
          ),
        ]
      : []),
    ...(unsaid.length > 0
      ? [
          prose(
            'Whether ',
            cited.findings(unsaid, 'Systems with a control not recorded', 'No source has the question.'),
            ' systems have all of backup, logging, reconciliation and monitoring: not recorded is not absent.',
          ),
        ]
      : []),
    prose('Whether those named know of it: a register is a statement, not a consent.'),
  ];
}

function questions({ facts }: SectionInput): readonly Prose[] {
  const controllers = findingsOf(facts, 'controller-conflict');
  const owners = findingsOf(facts, 'owner-conflict');
  const without = ownerlessSystems(facts);
  const planned = findingsOf(facts, 'planned-flow-without-owner');
  return [
    ...(controllers.length > 0
      ? [
          prose(
            `Which party is controller of ${someOf(
              controllers.map(({ subject }) => subject),
              2,
            )}?`,
          ),
        ]
      : []),
    ...(owners.length > 0
      ? [
          prose(
            `Who is the information asset owner of ${someOf(
              owners.map(({ subject }) => subject),
              2,
            )}?`,
          ),
        ]
      : []),
    ...(without.length > 0
      ? [
          prose(
            `Who is accountable for ${someOf(
              without.map(({ name }) => name),
              3,
            )}?`,
          ),
        ]
      : []),
    ...(planned.length > 0
      ? [
          prose(
            `Who answers for the planned ${someOf(
              planned.map(({ subject }) => flowWords(subject)),
              2,
            )} before it goes live?`,
          ),
        ]
      : []),
  ];
}
