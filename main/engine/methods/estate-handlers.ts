import { ownerRows, systemRows } from '../analyse/ownership/ownership';
import type { Handlers } from './context';

export const estateHandlers: Handlers = {
  'estate.systems': (context) => systemRows(context.estate()),
  'estate.owners': (context) => ownerRows(context.estate()),
};
