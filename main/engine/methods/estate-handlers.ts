import { ownerRows, systemRows } from '../analyse/ownership/ownership';
import { namesOf } from '../analyse/ownership/system-names';
import type { Handlers } from '../context';

export const estateHandlers: Handlers = {
  'estate.systems': (context) => systemRows(context.estate()),
  'names.list': (context) => namesOf(context.estate()),
  'estate.owners': (context) => ownerRows(context.estate()),
};
