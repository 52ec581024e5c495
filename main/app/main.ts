// READ FIRST: the app's wiring. One locked-down window, whose page is served by the app itself and speaks
// to the engine's processes through the typed contract only.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, Menu, nativeTheme, protocol, session } from 'electron';
import type { WindowCommand } from '../../shared/contract/window-bridge';
import { openCaseWindow } from './case-window';
import { channels } from './channels';
import { EngineHost } from './engine-host';
import { lockContents, lockSession, switchOffNetwork } from './lock-down';
import { buildMenu } from './menu';
import { pageScheme } from './page-address';
import { servePage } from './page-protocol';
import { withCase } from './recent-cases';
import { sampleCase } from './sample-case';
import { SettingsFile } from './settings';
import { readStartArguments } from './start-arguments';
import { answerWindow } from './window-requests';

/** Where the bundles lie: the folder above this one's. */
const bundles = dirname(dirname(fileURLToPath(import.meta.url)));
const start = readStartArguments(process.argv.slice(1), process.cwd());

protocol.registerSchemesAsPrivileged([
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
switchOffNetwork();
lockContents();

/** A case that the system asked for before the window could take it (macOS sends it early). */
let caseToOpen = start.casePath;
let window: BrowserWindow | null = null;

function send(command: WindowCommand): void {
  window?.webContents.send(channels.command, command);
}

function openFromSystem(path: string): void {
  if (window === null) caseToOpen = path;
  else {
    if (window.isMinimized()) window.restore();
    window.focus();
    send({ id: 'open-case', path });
  }
}

function run(): void {
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  nativeTheme.themeSource = settings.get().theme;
  // Without the "persist:" prefix a session lives in memory: the page leaves nothing on the disk.
  const pageSession = session.fromPartition('page');
  for (const each of [session.defaultSession, pageSession]) lockSession(each);
  servePage(pageSession, join(bundles, 'renderer'));

  const engine = new EngineHost({
    script: join(bundles, 'engine', 'engine-process.js'),
    args: [`--user-data=${app.getPath('userData')}`],
    onJob: (event) => window?.webContents.send(channels.jobEvent, event),
  });
  engine.warmUp();
  app.on('will-quit', () => engine.close());

  const showMenu = () =>
    Menu.setApplicationMenu(buildMenu({ hasCase: engine.casePath !== null, run: (id) => send({ id }) }));
  showMenu();

  window = openCaseWindow({
    session: pageSession,
    preload: join(bundles, 'app', 'preload.cjs'),
    settings,
    size: start.size,
  });
  window.on('closed', () => {
    window = null;
  });
  const offerSample = () => sampleCase(join(app.getPath('userData'), 'sample'));
  answerWindow({
    window,
    engine,
    settings,
    sampleCase: offerSample,
    startup: async () => {
      if (caseToOpen === null && start.offersSample && settings.get().recentCases.length === 0) {
        const sample = await offerSample();
        if (sample.ok) caseToOpen = sample.value;
      }
      return {
        openCase: caseToOpen,
        theme: settings.get().theme,
        platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
        version: app.getVersion(),
        locale: app.getLocale(),
      };
    },
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      settings.change({ theme });
    },
    onAnswer: (method, value) => {
      if (!['case.open', 'case.create', 'case.close'].includes(method)) return;
      showMenu();
      if (method === 'case.close') return;
      const { path, title } = value as { readonly path: string; readonly title: string };
      const opened = { path, title, openedAt: new Date().toISOString() };
      settings.change({ recentCases: withCase(settings.get().recentCases, opened) });
      app.addRecentDocument(path);
    },
  });
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args, folder) => {
    const { casePath } = readStartArguments(args.slice(1), folder);
    if (casePath !== null) openFromSystem(casePath);
    else window?.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFromSystem(path);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(run);
} else {
  app.quit();
}
