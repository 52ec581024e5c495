import { journeys } from '../analyse/journeys';
import { sendingsOfFlow } from '../analyse/sendings-of-flow';
import { why } from '../analyse/why';
import type { Handlers } from './context';

export const analysisHandlers: Handlers = {
  'journeys.graph': (context, options) => journeys(context.openCase.db, options),
  'losses.why': (context, { flow }) =>
    why(context.openCase.db, flow, sendingsOfFlow(context.openCase.db, context.estate(), flow)),
};
