import type { Bench } from './bench';
import { falseAlarms } from './false-alarms';
import { importMemory } from './import-memory';
import { importSpeed } from './import-speed';
import { knownAnswers } from './known-answers';
import { firstMap, layoutSpeed } from './map-speed';
import { mapStability } from './map-stability';
import { mapWindow } from './map-window';
import { reconcileSpeed } from './reconcile-speed';
import { searchSpeed } from './search-speed';
import { streamMemory } from './stream-memory';
import { traceSpeed } from './trace-speed';
import { windowSpeed } from './window-speed';

/** Every bench, in the order in which `npm run bench` runs them. */
export const benches: readonly Bench[] = [
  importSpeed,
  searchSpeed,
  firstMap,
  layoutSpeed,
  mapStability,
  mapWindow,
  importMemory,
  streamMemory,
  reconcileSpeed,
  traceSpeed,
  windowSpeed,
  falseAlarms,
  knownAnswers,
];
