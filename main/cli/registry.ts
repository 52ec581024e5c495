import type { Command } from './command';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { importersCommand } from './commands/importers';
import { mapCommand } from './commands/map';
import { newCommand } from './commands/new-case';
import { ownersCommand } from './commands/owners';
import { systemsCommand } from './commands/systems';
import { verifyCommand } from './commands/verify';

/** Every command, and the only list of them. */
export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  importersCommand,
  systemsCommand,
  ownersCommand,
  mapCommand,
  exportCommand,
  verifyCommand,
];
