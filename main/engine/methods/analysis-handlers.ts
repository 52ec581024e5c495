import { compareCases, comparePlanned } from '../analyse/compare/compare-cases';
import { compareMoments } from '../analyse/compare/compare-moments';
import { acceptFinding, reopenFinding } from '../analyse/findings/accept-finding';
import { listFindings } from '../analyse/findings/list-findings';
import { impactOf } from '../analyse/impact/impact';
import { impactRanking } from '../analyse/impact/ranking';
import { journeys } from '../analyse/journeys/journeys';
import { recordsOfWay } from '../analyse/journeys/records-of-way';
import { besideLosses } from '../analyse/losses/beside-losses';
import { whyToOpen } from '../analyse/losses/pattern-messages';
import { timelineOf } from '../analyse/timeline/timeline';
import { timelineDays } from '../analyse/timeline/timeline-days';
import type { Handlers } from '../context';
import { reconcileFirst, saysWhat } from './said-progress';

export const analysisHandlers: Handlers = {
  'journeys.graph': (context, options) => journeys(context.openCase.db, options),
  'journeys.records': (context, request) => recordsOfWay(context.openCase.db, request),
  'losses.why': (context, { flow }, call) => {
    const { db } = context.openCase;
    reconcileFirst(context, call);
    saysWhat(call, 'Reading what was sent and what arrived');
    return whyToOpen(db, context.estate(), flow, () =>
      saysWhat(call, 'Looking for the onset and for what the lost ones share'),
    );
  },
  'losses.beside': (context, { flow }) => besideLosses(context.openCase.db, context.estate(), flow),
  'findings.list': (context, _args, call) => {
    reconcileFirst(context, call);
    saysWhat(call, 'Applying the rules');
    return listFindings(context.openCase, context.estate());
  },
  'findings.accept': (context, decision) => acceptFinding(context.openCase.db, decision),
  'findings.reopen': (context, decision) => {
    reopenFinding(context.openCase.db, decision);
    return null;
  },
  'impact.of': (context, { name, fail }) =>
    impactOf(context.openCase.db, context.estate(), name, fail ?? false),
  'impact.ranking': (context) => impactRanking(context.openCase.db, context.estate()),
  'compare.cases': (context, { other }, call) => {
    saysWhat(call, other === undefined ? 'Comparing with the plan' : 'Reading and comparing both cases');
    return other === undefined
      ? comparePlanned(context.estate())
      : compareCases(context.openCase, context.estate(), other);
  },
  'compare.moments': (context, { from, to, by }, call) => {
    saysWhat(call, 'Reading the case as of both moments');
    return compareMoments(context.openCase.db, context.estate(), from, to, by);
  },
  'timeline.days': (context, _args, call) => {
    reconcileFirst(context, call);
    return timelineDays(context.openCase.db, context.estate());
  },
  'timeline.events': (context, _args, call) => {
    reconcileFirst(context, call);
    return timelineOf(context.openCase.db, context.estate(), (done, total) =>
      call.progress({
        label: 'Looking for the onset of losses, flow by flow',
        done,
        total,
        unit: 'steps',
        secondsLeft: null,
      }),
    );
  },
};
