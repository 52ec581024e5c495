import { compareCases, comparePlanned } from '../analyse/compare/compare-cases';
import { compareMoments } from '../analyse/compare/compare-moments';
import { acceptFinding, reopenFinding } from '../analyse/findings/accept-finding';
import { listFindings } from '../analyse/findings/list-findings';
import { impactOf } from '../analyse/impact/impact';
import { impactRanking } from '../analyse/impact/ranking';
import { journeys } from '../analyse/journeys';
import { sendingsOfFlow } from '../analyse/sendings-of-flow';
import { timelineOf } from '../analyse/timeline/timeline';
import { why } from '../analyse/why';
import type { Handlers } from './context';

export const analysisHandlers: Handlers = {
  'journeys.graph': (context, options) => journeys(context.openCase.db, options),
  'losses.why': (context, { flow }) =>
    why(context.openCase.db, flow, sendingsOfFlow(context.openCase.db, context.estate(), flow)),
  'findings.list': (context) => listFindings(context.openCase, context.estate()),
  'findings.accept': (context, decision) => {
    acceptFinding(context.openCase.db, decision);
    return null;
  },
  'findings.reopen': (context, decision) => {
    reopenFinding(context.openCase.db, decision);
    return null;
  },
  'impact.of': (context, { name, fail }) =>
    impactOf(context.openCase.db, context.estate(), name, fail ?? false),
  'impact.ranking': (context) => impactRanking(context.openCase.db, context.estate()),
  'compare.cases': (context, { other }) =>
    other === undefined
      ? comparePlanned(context.estate())
      : compareCases(context.openCase, context.estate(), other),
  'compare.moments': (context, { from, to, by }) =>
    compareMoments(context.openCase.db, context.estate(), from, to, by),
  'timeline.events': (context) => timelineOf(context.openCase.db, context.estate()),
};
