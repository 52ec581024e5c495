import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandInfo, commands } from '../../shared/contract/commands';

const menuTitles: Readonly<Record<CommandInfo['menu'], string>> = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  go: '&Go',
  map: '&Map',
  help: '&Help',
};

/** What the system itself offers in each menu, beside the product's own commands. */
const systemItems: Readonly<Partial<Record<CommandInfo['menu'], readonly MenuItemConstructorOptions[]>>> = {
  file: [{ type: 'separator' }, process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' }],
  edit: [
    { type: 'separator' },
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
  view: [
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ],
};

/** The native menu, made from the registry of commands. It only sends a command's id to the window. */
export function buildMenu(options: { readonly hasCase: boolean; readonly run: (id: string) => void }): Menu {
  const itemOf = (command: CommandInfo): MenuItemConstructorOptions => ({
    id: command.id,
    label: command.title,
    enabled: options.hasCase || !command.needsCase,
    click: () => options.run(command.id),
    ...(command.shortcut === undefined || command.leavesKeysToText === true
      ? {}
      : { accelerator: command.shortcut }),
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
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([...appMenu, ...menus]);
}
