import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandInfo, commands } from '../../shared/contract/commands';

const isMac = process.platform === 'darwin';

const menuTitles: Readonly<Record<CommandInfo['menu'], string>> = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  go: '&Go',
  map: '&Map',
  help: '&Help',
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * What the system itself offers in each menu, beside the product's own commands. On macOS text fields need
 * the roles to undo at all; elsewhere they do so by themselves, and one item stands for both.
 */
const systemItems: Readonly<Partial<Record<CommandInfo['menu'], readonly MenuItemConstructorOptions[]>>> = {
  file: [separator, isMac ? { role: 'close' } : { role: 'quit' }],
  edit: [
    ...(isMac
      ? [
          separator,
          { role: 'undo' as const, label: 'Undo Typing' },
          { role: 'redo' as const, label: 'Redo Typing' },
        ]
      : []),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
  view: [
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ],
};

/** What undo and redo would do now, in words; null where there is nothing. */
export interface NextSteps {
  readonly undo: string | null;
  readonly redo: string | null;
}

const longestStep = 70;

/** "Undo: View “Losses” deleted", or that there is nothing to undo. */
function stepTitle(word: string, step: string | null): string {
  if (step === null) return word;
  const short = step.length > longestStep ? `${step.slice(0, longestStep).trimEnd()}…` : step;
  // A single ampersand would underline the letter behind it.
  return `${word}: ${short.replaceAll('&', '&&')}`;
}

export interface MenuOptions {
  readonly hasCase: boolean;
  readonly steps: NextSteps;
  readonly run: (id: string) => void;
}

/** The native menu, made from the registry of commands. It only sends a command's id to the window. */
export function buildMenu({ hasCase, steps, run }: MenuOptions): Menu {
  const titles: Readonly<Record<string, string>> = {
    'edit.undo': stepTitle('Undo', steps.undo),
    'edit.redo': stepTitle('Redo', steps.redo),
  };
  const itemOf = (command: CommandInfo): MenuItemConstructorOptions => ({
    id: command.id,
    label: titles[command.id] ?? command.title,
    enabled: hasCase || !command.needsCase,
    click: () => run(command.id),
    ...(command.shortcut === undefined || (isMac && command.leavesKeysToText === true)
      ? {}
      : { accelerator: command.shortcut }),
    // Shown only: the keys reach the page, which knows whether something is being typed.
    ...(command.leavesKeysToText === true ? { registerAccelerator: false } : {}),
  });
  const menus = Object.entries(menuTitles).map(
    ([menu, label]): MenuItemConstructorOptions => ({
      label,
      submenu: [
        ...commands.filter((command) => command.menu === menu).map(itemOf),
        ...(systemItems[menu as CommandInfo['menu']] ?? []),
      ],
    }),
  );
  const appMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([...appMenu, ...menus]);
}
