import type { ImpactAnswer } from '../../../../../shared/contract/analysis-methods';
import { type Prose, prose, strong } from '../../document/prose';
import { number, someOf } from '../../document/words';
import { ownerlessSystems } from '../../facts/totals';
import type { SectionInput } from '../section-input';
import { judgeControls } from './judge-arrival';
import { judgeCopies, judgeStoppedOwners, judgeWayRound } from './judge-outage';
import { outageName } from './outage-name';
import type { SummaryContent, SummaryTemplate } from './summary-content';

/** What stops if this stops: unavailable, never called lost; what is shared; what to reconcile afterwards. */
export const outageSummary: SummaryTemplate = {
  judges: [judgeWayRound, judgeCopies, judgeStoppedOwners, judgeControls],
  content: (input): SummaryContent => {
    const { cited, facts, definition } = input;
    const impact = facts.impact(outageName(definition, facts));
    const of = (kind: ImpactAnswer['unreachable'][number]['kind']) =>
      impact.unreachable.filter((one) => one.kind === kind);
    const count = (kind: 'system' | 'dataset' | 'flow' | 'organisation', words: string): Prose =>
      cited.findings(
        of(kind),
        `${words}, if ${impact.of} fails`,
        'By where each stands and what it depends on; each with its path in the section on the failure.',
      );
    const systems = count('system', 'Systems unavailable');
    const all = cited.allSystems();
    const datasets = count('dataset', 'Datasets unavailable');
    const flows = count('flow', 'Flows that stop');
    const waiting = backlog(input, impact);
    return {
      lead: prose(
        'If ',
        strong(impact.of),
        ' fails, ',
        systems,
        ' of ',
        all,
        ' systems and ',
        datasets,
        ' datasets are unavailable, and ',
        flows,
        ' flows stop. Unavailable is not lost: nothing here says that a record is gone. ',
        ...(waiting === null
          ? ['No log counts what these flows carry, so how much would wait is not known.']
          : ['About ', waiting, ' messages a day would wait and have to be reconciled afterwards.']),
      ),
      numbers: [
        { value: systems, label: 'systems unavailable' },
        { value: datasets, label: 'datasets unavailable' },
        { value: flows, label: 'flows that stop' },
        {
          value: waiting ?? prose('–'),
          label:
            waiting === null
              ? 'messages a day to reconcile afterwards: not known, no log counts them'
              : 'messages a day to reconcile afterwards',
        },
      ],
      found: () => found(input, impact),
      unknown: () => unknown(input, impact),
      questions: () => questions(input, impact),
    };
  },
};

/** Messages a day on the flows that stop; null where no log counts any of them. */
function backlog({ cited }: SectionInput, impact: ImpactAnswer): Prose | null {
  const known = impact.backlog.flatMap(({ sentPerDay }) => (sentPerDay === null ? [] : [sentPerDay]));
  if (known.length === 0) return null;
  return cited.value(
    Math.round(known.reduce((sum, sentPerDay) => sum + sentPerDay, 0)),
    `Messages a day on flows that stop if ${impact.of} fails`,
    `Sum over ${number(known.length)} flows of the messages sent on a day with any, a message that is passed on counting on each; flows without a log are not in it.`,
    [],
  );
}

function found({ cited }: SectionInput, impact: ImpactAnswer): readonly Prose[] {
  const organisations = impact.unreachable.filter(({ kind }) => kind === 'organisation');
  const degraded = impact.degraded.filter(({ kind }) => kind !== 'organisation');
  return [
    ...impact.sharedDependencies.slice(0, 3).map((one) => {
      const line = one.evidence;
      const isNetwork = one.sites.length > 1;
      return prose(
        strong(one.name),
        isNetwork ? ' is needed by ' : ' stands between ',
        cited.value(
          isNetwork ? one.sites.length : one.systems.length,
          `${isNetwork ? 'Sites' : 'Systems'} that need ${one.name}`,
          one.because,
          line,
        ),
        `${isNetwork ? ` sites (${someOf(one.sites, 2)})` : ' systems'}${one.isSinglePointOfFailure ? ', with no way round' : ''}.`,
      );
    }),
    ...(organisations.length > 0
      ? [
          prose(
            cited.findings(
              organisations,
              `Organisations with systems that stop if ${impact.of} fails`,
              'Of whose systems one or more stop.',
            ),
            ` ${organisations.length === 1 ? 'organisation has' : 'organisations have'} systems that stop: ${someOf(
              organisations.map(({ name }) => name),
              3,
            )}.`,
          ),
        ]
      : []),
    ...(degraded.length > 0
      ? [
          prose(
            cited.findings(
              degraded,
              `Still working without supply if ${impact.of} fails`,
              'Reachable, and as old as what last arrived.',
            ),
            ` more stay reachable and grow older: ${someOf(
              degraded.map(({ name }) => name),
              3,
            )}.`,
          ),
        ]
      : []),
  ];
}

function unknown({ facts, cited }: SectionInput, impact: ImpactAnswer): readonly Prose[] {
  const placeless = facts.systems().filter(({ site }) => site === null);
  const uncounted = impact.backlog.filter(({ sentPerDay }) => sentPerDay === null);
  return [
    ...(placeless.length > 0
      ? [
          prose(
            'Where the ',
            cited.systems(
              placeless,
              'Systems without a site on record',
              'No source names their site: they are taken for working.',
            ),
            ` ${placeless.length === 1 ? 'system stands' : 'systems stand'} that no source places: ${someOf(
              placeless.map(({ name }) => name),
              3,
            )}.`,
          ),
        ]
      : []),
    ...(uncounted.length > 0
      ? [
          prose(
            'How much waits on ',
            cited.value(
              uncounted.length,
              `Flows without a count if ${impact.of} fails`,
              'No log in this case counts their messages.',
              [],
            ),
            ' of the flows: no log counts them.',
          ),
        ]
      : []),
    prose('How long a failure lasts, and whether a dependency nobody recorded fails with it.'),
  ];
}

function questions({ facts }: SectionInput, impact: ImpactAnswer): readonly Prose[] {
  const single = impact.sharedDependencies.filter(({ isSinglePointOfFailure }) => isSinglePointOfFailure);
  const stopped = new Set(impact.unreachable.map(({ name }) => name));
  const unowned = ownerlessSystems(facts).filter(({ name }) => stopped.has(name));
  return [
    ...(single.length > 0
      ? [
          prose(
            `Is it accepted that there is no way round ${someOf(
              single.map(({ name }) => name),
              2,
            )}?`,
          ),
        ]
      : []),
    ...(unowned.length > 0
      ? [
          prose(
            `Who acts for ${someOf(
              unowned.map(({ name }) => name),
              3,
            )} when they stop?`,
          ),
        ]
      : []),
    prose('Who reconciles what waited, flow by flow, once it runs again?'),
  ];
}
