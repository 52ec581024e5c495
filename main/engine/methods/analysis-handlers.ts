import { journeys } from '../analyse/journeys';
import type { Handlers } from './context';

export const analysisHandlers: Handlers = {
  'journeys.graph': (context, options) => journeys(context.openCase.db, options),
};
