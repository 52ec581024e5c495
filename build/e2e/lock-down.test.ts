import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { choosePaths, keepScreenshot, launch } from './launch';

/** A server on this very machine that remembers whether anything reached it. */
async function listeningServer() {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('reached');
  });
  server.on('upgrade', (request, socket) => {
    requests.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, requests };
}

/** Attempts to get outside, each a function of the page that resolves only when it got through. */
const attempts: Readonly<Record<string, (host: string) => unknown>> = {
  fetch: (host) => fetch(`http://${host}/fetch`),
  'fetch over https': (host) => fetch(`https://${host}/fetch`),
  'fetch without asking': (host) => fetch(`http://${host}/no-cors`, { mode: 'no-cors' }),
  'a file': () => fetch('file:///etc/hostname'),
  'a file outside the page’s folder': () =>
    fetch('/%2e%2e%2f%2e%2e%2fpackage.json').then((response) => {
      if (!response.ok) throw new Error('refused');
    }),
  'a web socket': (host) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${host}/socket`);
      socket.onopen = resolve;
      socket.onerror = reject;
    }),
  'server-sent events': (host) =>
    new Promise((resolve, reject) => {
      const source = new EventSource(`http://${host}/events`);
      source.onopen = resolve;
      source.onerror = () => {
        source.close();
        reject(new Error('refused'));
      };
    }),
  'a remote image': (host) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = resolve;
      image.onerror = reject;
      image.src = `http://${host}/image.png`;
    }),
  'a remote script': (host) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.onload = resolve;
      script.onerror = reject;
      script.src = `http://${host}/script.js`;
      document.body.append(script);
    }),
  'a remote style': (host) =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.onload = resolve;
      link.onerror = reject;
      link.rel = 'stylesheet';
      link.href = `http://${host}/style.css`;
      document.head.append(link);
    }),
  'a frame': (host) =>
    new Promise((resolve, reject) => {
      // The frame itself says "load" even for what was refused; the policy says what it refused.
      document.addEventListener('securitypolicyviolation', reject, { once: true });
      const frame = document.createElement('iframe');
      frame.onload = () => setTimeout(resolve, 1_000);
      frame.src = `http://${host}/frame.html`;
      document.body.append(frame);
    }),
  'an inline script': () => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    document.body.append(script);
    if (document.documentElement.dataset.ran !== 'yes') throw new Error('refused');
  },
  'code made of text': () =>
    // Outside the test's own call, which may do more than the page.
    new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(new Function('return 1')());
        } catch (error) {
          reject(error);
        }
      });
    }),
  'a second window': (host) => {
    if (window.open(`http://${host}/window`) === null) throw new Error('refused');
  },
  'a second window of the app': () => {
    if (window.open('app://whereabouts/index.html') === null) throw new Error('refused');
  },
};

test('nothing outside the app can be fetched, opened or loaded', async () => {
  const server = await listeningServer();
  const { page, electron } = await launch();
  const host = `127.0.0.1:${server.port}`;

  const outcomes: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    outcomes[name] = await page.evaluate(attempt, host).then(
      () => 'got through',
      () => 'refused',
    );
  }
  // It answers whether it was queued, not whether it arrived: the server knows.
  await page.evaluate((address) => navigator.sendBeacon(`http://${address}/beacon`), host);

  expect(outcomes).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, 'refused'])));
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(server.requests).toEqual([]);
  await keepScreenshot(page, 'lock-down');
});

test('the window cannot be led to another page', async () => {
  const server = await listeningServer();
  const { page, electron } = await launch();
  const addressOfWindow = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()),
    );
  for (const target of [
    `http://127.0.0.1:${server.port}/`,
    'file:///etc/hostname',
    'data:text/html,<p>elsewhere</p>',
    'app://elsewhere/index.html',
  ]) {
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      window.location.href = address;
    }, target);
    expect(await addressOfWindow()).toEqual(['app://whereabouts/index.html']);
  }
  expect(server.requests).toEqual([]);

  // Chromium asks nobody about an empty page; the window returns to its own by itself.
  await page.evaluate(() => {
    document.documentElement.dataset.page = 'before';
    window.location.href = 'about:blank';
  });
  await page.waitForFunction(
    () =>
      window.location.href === 'app://whereabouts/index.html' &&
      document.documentElement.dataset.page === undefined &&
      typeof window.whereabouts === 'object',
  );
});

test('every permission and device is denied', async () => {
  const { page } = await launch();
  const answers = await page.evaluate(async () => {
    const outcome = (attempt: () => Promise<unknown>) =>
      Promise.resolve()
        .then(attempt)
        .then(
          () => 'granted',
          () => 'denied',
        );
    const position = () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject));
    const states = await Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]).map(
        async (name) => [name, (await navigator.permissions.query({ name })).state] as const,
      ),
    );
    return {
      states: Object.fromEntries(states),
      geolocation: await outcome(position),
      notifications: await Notification.requestPermission(),
      media: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess()),
    };
  });
  expect(answers).toEqual({
    states: {
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
    },
    geolocation: 'denied',
    notifications: 'denied',
    media: 'denied',
    screen: 'denied',
    clipboard: 'denied',
    midi: 'denied',
  });
});

test('the page sees one narrow bridge and nothing of Node or Electron', async () => {
  const { page, electron } = await launch();
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.whereabouts).sort(),
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }));
  expect(seen).toEqual({
    bridge: [
      'call',
      'cancel',
      'chooseToOpen',
      'chooseToSave',
      'copyText',
      'forgetRecentCase',
      'nameSteps',
      'onCommand',
      'onJob',
      'pathsOf',
      'recentCases',
      'remember',
      'sampleCase',
      'saveText',
      'setTheme',
      'showInFolder',
      'startJob',
      'startup',
    ],
    globals: [],
  });
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return {
      isPersistent: contents?.session.isPersistent(),
      storagePath: contents?.session.getStoragePath() ?? null,
      spellChecker: contents?.session.isSpellCheckerEnabled(),
    };
  });
  expect(preferences).toEqual({ isPersistent: false, storagePath: null, spellChecker: false });
});

test('calls outside the contract are refused', async () => {
  const { page } = await launch();
  const codes = await page.evaluate(async () => {
    const attempts: readonly (readonly [string, unknown])[] = [
      ['no.such', {}],
      ['__proto__', {}],
      ['case.open', { path: 7 }],
      ['case.open', { path: 'a', extra: true }],
      ['import.run', { files: [] }],
    ];
    const query = await Promise.all(
      attempts.map(async ([method, args]) => {
        const outcome = await window.whereabouts.call(method, args);
        return outcome.ok ? 'answered' : outcome.error.code;
      }),
    );
    const job = await window.whereabouts.startJob('case.info', {});
    const thrown = await window.whereabouts.setTheme('pink' as 'dark').then(
      () => 'answered',
      () => 'refused',
    );
    return { query, job: job.ok ? 'started' : job.error.code, thrown };
  });
  expect(codes).toEqual({
    query: ['arguments', 'arguments', 'arguments', 'arguments', 'arguments'],
    job: 'arguments',
    thrown: 'refused',
  });
});

test('the page reads and writes no path that nobody chose', async () => {
  const app = await launch();
  const { page, userData } = app;
  const chosen = join(userData, 'chosen.csv');
  const other = join(userData, 'other.csv');
  const saved = join(userData, 'a.whereabouts');
  for (const file of [chosen, other]) writeFileSync(file, 'System,Owner\nAsh,Alder\n');
  await choosePaths(app, { open: [chosen], save: saved });

  const codes = await page.evaluate(
    async ([mine, notMine, target]) => {
      const bridge = window.whereabouts;
      const codeOf = async (method: string, args: unknown) => {
        const outcome = await bridge.call(method, args);
        return outcome.ok ? 'answered' : outcome.error.code;
      };
      const codeOfJob = async (method: string, args: unknown) => {
        const job = await bridge.startJob(method, args);
        return job.ok ? 'started' : job.error.code;
      };
      return {
        chosen: [
          await codeOf('case.create', { path: target }),
          await codeOf('import.preview', { paths: [mine] }),
        ],
        others: [
          await codeOf('case.create', { path: `${target}2` }),
          await codeOf('case.open', { path: notMine }),
          await codeOf('import.preview', { paths: [mine, notMine] }),
          await codeOf('import.preview', { paths: [`${mine}/../other.csv`] }),
          await codeOf('import.previewPattern', { path: notMine, pattern: '{x}' }),
          await codeOfJob('import.run', { files: [{ path: notMine }] }),
          await codeOfJob('export.run', { file: mine }),
          await codeOfJob('export.run', { file: `${notMine}.svg` }),
          await codeOfJob('compare.cases', { other: notMine }),
        ],
        // A file that the page makes up itself has no path, whatever its name, and what has none is left out.
        madeUp: bridge.pathsOf([new File(['x'], notMine)]),
      };
    },
    [chosen, other, saved] as const,
  );
  expect(codes).toEqual({
    chosen: ['answered', 'answered'],
    others: Array.from({ length: 9 }, () => 'arguments'),
    madeUp: [],
  });
  expect([readFileSync(chosen, 'utf8'), existsSync(`${other}.svg`)]).toEqual([
    'System,Owner\nAsh,Alder\n',
    false,
  ]);
});

test('the main process itself reaches no network either', async () => {
  const server = await listeningServer();
  const { electron } = await launch();
  const outcomes = await electron.evaluate(async ({ net }, port) => {
    const outcome = (attempt: () => Promise<unknown>) =>
      attempt().then(
        () => 'got through',
        () => 'refused',
      );
    return {
      node: await outcome(() => fetch(`http://127.0.0.1:${port}/node`)),
      chromium: await outcome(() => net.fetch(`http://127.0.0.1:${port}/chromium`)),
      name: await outcome(() => net.fetch('http://example.org/')),
    };
  }, server.port);
  expect(outcomes).toEqual({ node: 'refused', chromium: 'refused', name: 'refused' });
  expect(server.requests).toEqual([]);
});
