import type { Command } from './command';
import { compareCommand } from './commands/compare';
import { coverageCommand } from './commands/coverage';
import { exportCommand } from './commands/export';
import { findingsCommand } from './commands/findings';
import { holdingsCommand } from './commands/holdings';
import { impactCommand } from './commands/impact';
import { importCommand } from './commands/import';
import { importersCommand } from './commands/importers';
import { journeysCommand } from './commands/journeys';
import { lineageCommand } from './commands/lineage';
import { lostCommand } from './commands/lost';
import { mapCommand } from './commands/map';
import { namesCommand } from './commands/names';
import { newCommand } from './commands/new-case';
import { ownersCommand } from './commands/owners';
import { reconcileCommand } from './commands/reconcile';
import { reportCommand } from './commands/report';
import { sourcesCommand } from './commands/sources';
import { stateCommand } from './commands/state';
import { systemsCommand } from './commands/systems';
import { timelineCommand } from './commands/timeline';
import { traceCommand } from './commands/trace';
import { verifyCommand } from './commands/verify';
import { whyCommand } from './commands/why';

/** Every command, and the only list of them. */
export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  importersCommand,
  sourcesCommand,
  stateCommand,
  systemsCommand,
  namesCommand,
  ownersCommand,
  mapCommand,
  lineageCommand,
  journeysCommand,
  coverageCommand,
  reconcileCommand,
  lostCommand,
  whyCommand,
  traceCommand,
  holdingsCommand,
  findingsCommand,
  impactCommand,
  timelineCommand,
  compareCommand,
  exportCommand,
  reportCommand,
  verifyCommand,
];
