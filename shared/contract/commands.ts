/**
 * One registry of the window's commands: the native menu, the command palette and the shortcut sheet are
 * all made from it. `shortcut` is an Electron accelerator. The window runs a command; the menu only sends
 * its id through the bridge.
 */
export interface CommandInfo {
  readonly id: string;
  readonly title: string;
  readonly menu: 'file' | 'edit' | 'view' | 'go' | 'map' | 'help';
  readonly shortcut?: string;
  /** Other keys for the same, where people know two. */
  readonly otherShortcut?: string;
  /** The keys undo typing in a text field; the window tells the two apart. */
  readonly leavesKeysToText?: boolean;
  /** Only possible while a case is open. */
  readonly needsCase: boolean;
}

export const commands = [
  { id: 'case.new', title: 'New case…', menu: 'file', shortcut: 'CmdOrCtrl+N', needsCase: false },
  { id: 'case.open', title: 'Open case…', menu: 'file', shortcut: 'CmdOrCtrl+O', needsCase: false },
  { id: 'case.sample', title: 'Open the sample case', menu: 'file', needsCase: false },
  { id: 'import.files', title: 'Import files…', menu: 'file', shortcut: 'CmdOrCtrl+I', needsCase: true },
  {
    id: 'import.folder',
    title: 'Import a folder…',
    menu: 'file',
    shortcut: 'CmdOrCtrl+Shift+I',
    needsCase: true,
  },
  { id: 'export.open', title: 'Export…', menu: 'file', shortcut: 'CmdOrCtrl+E', needsCase: true },
  { id: 'case.verify', title: 'Verify the case', menu: 'file', needsCase: true },
  { id: 'case.close', title: 'Close the case', menu: 'file', needsCase: true },
  {
    id: 'edit.undo',
    title: 'Undo',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Z',
    leavesKeysToText: true,
    needsCase: true,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+Z',
    otherShortcut: 'CmdOrCtrl+Y',
    leavesKeysToText: true,
    needsCase: true,
  },
  { id: 'edit.add', title: 'Add a statement…', menu: 'edit', shortcut: 'CmdOrCtrl+Shift+A', needsCase: true },
  { id: 'edit.list', title: 'Statements made…', menu: 'edit', needsCase: true },
  { id: 'search.focus', title: 'Search', menu: 'edit', shortcut: 'CmdOrCtrl+F', needsCase: true },
  { id: 'palette.open', title: 'Command palette…', menu: 'view', shortcut: 'CmdOrCtrl+K', needsCase: false },
  {
    id: 'theme.toggle',
    title: 'Switch between light and dark',
    menu: 'view',
    shortcut: 'CmdOrCtrl+Shift+L',
    needsCase: false,
  },
  { id: 'theme.system', title: 'Follow the system’s light or dark', menu: 'view', needsCase: false },
  { id: 'go.map', title: 'Map', menu: 'go', shortcut: 'CmdOrCtrl+1', needsCase: true },
  { id: 'go.reconcile', title: 'Reconcile', menu: 'go', shortcut: 'CmdOrCtrl+2', needsCase: true },
  { id: 'go.records', title: 'Records', menu: 'go', shortcut: 'CmdOrCtrl+3', needsCase: true },
  { id: 'go.losses', title: 'Losses', menu: 'go', shortcut: 'CmdOrCtrl+4', needsCase: true },
  { id: 'go.timeline', title: 'Timeline', menu: 'go', shortcut: 'CmdOrCtrl+5', needsCase: true },
  { id: 'go.findings', title: 'Findings', menu: 'go', shortcut: 'CmdOrCtrl+6', needsCase: true },
  { id: 'go.owners', title: 'Owners', menu: 'go', shortcut: 'CmdOrCtrl+7', needsCase: true },
  { id: 'go.impact', title: 'Impact', menu: 'go', shortcut: 'CmdOrCtrl+8', needsCase: true },
  { id: 'go.compare', title: 'Compare', menu: 'go', needsCase: true },
  { id: 'go.report', title: 'Report', menu: 'go', shortcut: 'CmdOrCtrl+Shift+B', needsCase: true },
  { id: 'go.sources', title: 'Sources', menu: 'go', shortcut: 'CmdOrCtrl+9', needsCase: true },
  {
    id: 'map.fit',
    title: 'Fit the map to the window',
    menu: 'map',
    shortcut: 'CmdOrCtrl+Shift+F',
    needsCase: true,
  },
  { id: 'map.table', title: 'Show the map as tables', menu: 'map', shortcut: 'CmdOrCtrl+T', needsCase: true },
  { id: 'map.relayout', title: 'Lay out the map afresh', menu: 'map', needsCase: true },
  { id: 'help.guide', title: 'User guide', menu: 'help', shortcut: 'F1', needsCase: false },
  { id: 'help.departments', title: 'For IT departments', menu: 'help', needsCase: false },
  { id: 'help.formats', title: 'Formats that can be read', menu: 'help', needsCase: false },
  { id: 'help.tour', title: 'Tour in three steps', menu: 'help', needsCase: false },
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    menu: 'help',
    shortcut: 'CmdOrCtrl+/',
    needsCase: false,
  },
  { id: 'help.about', title: 'About Whereabouts', menu: 'help', needsCase: false },
] as const satisfies readonly CommandInfo[];

export type CommandId = (typeof commands)[number]['id'];
