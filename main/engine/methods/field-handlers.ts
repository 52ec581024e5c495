import { followField } from '../analyse/lineage/follow-field';
import type { Handlers } from '../context';

export const fieldHandlers: Handlers = {
  'fields.follow': (context, { field, direction, hops }) =>
    followField(context.estate(), field, direction, hops),
};
