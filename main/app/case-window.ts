import { BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { pageAddress } from './page-address';
import type { SettingsFile } from './settings';
import type { StartArguments } from './start-arguments';
import { placeOnDisplay } from './window-place';

const usualSize = { width: 1440, height: 900 };

export interface CaseWindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly settings: SettingsFile;
  readonly size: StartArguments['size'];
}

/** The one window: sandboxed, isolated, where it was when it was closed. */
export function openCaseWindow({ session, preload, settings, size }: CaseWindowOptions): BrowserWindow {
  const remembered = size === null ? placeToRestore(settings) : null;
  const window = new BrowserWindow({
    ...(remembered ?? (size === null ? usualSize : { ...size, x: 0, y: 0 })),
    useContentSize: size !== null,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Whereabouts',
    // Drawn before the page is there: the page's own background in either theme.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1e24' : '#ffffff',
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (size === null && settings.get().window?.isMaximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    if (size === null) {
      settings.change({ window: { ...window.getNormalBounds(), isMaximised: window.isMaximized() } });
    }
  });
  // Nobody is asked before an empty page is shown, so the window is brought back afterwards.
  window.webContents.on('did-navigate', (_event, address) => {
    if (address !== pageAddress) void window.loadURL(pageAddress);
  });
  void window.loadURL(pageAddress);
  return window;
}

function placeToRestore(settings: SettingsFile): Electron.Rectangle | null {
  const place = settings.get().window;
  return place === null ? null : placeOnDisplay(place, screen.getDisplayMatching(place).workArea);
}
