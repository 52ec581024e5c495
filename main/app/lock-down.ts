// The window reaches nothing but its own page: no network, no other address, no device, no second window.
import { app, type Session } from 'electron';
import { pageScheme } from './page-address';

/** Before the app is ready: keeps Chromium's own services from ever asking for an address. */
export function switchOffNetwork(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  // Even a request that slipped past everything else finds no host.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** A session in which only the app's own page can be requested and nothing can be permitted. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // It would fetch dictionaries.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !mayRequest(request.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function mayRequest(address: string): boolean {
  const { protocol } = new URL(address);
  if (protocol === `${pageScheme}:`) return true;
  // Made by the page itself and never leaving it.
  if (protocol === 'data:' || protocol === 'blob:') return true;
  return protocol === 'devtools:' && !app.isPackaged;
}

/** Every web contents, also ones that somebody might add later: no navigation, no new window, no webview. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
