import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { keepScreenshot, launchPackaged } from './launch';

test('the packaged app opens its window, its sample case and its engine', async () => {
  const { page, electron } = await launchPackaged();
  const seen = await page.evaluate(async () => {
    const path = await window.whereabouts.sampleCase();
    if (!path.ok) throw new Error(path.error.message);
    const opened = await window.whereabouts.call('case.open', { path: path.value });
    const map = await window.whereabouts.call('map.scene', {
      level: 'system',
      groupBy: 'organisation',
      collapsed: [],
    });
    return { opened, map };
  });
  expect(seen).toMatchObject({
    opened: { ok: true, value: { title: 'Sample case' } },
    // Without a note: the layout's worker was found and did its work in time.
    map: { ok: true, value: { note: null } },
  });
  expect(await page.title()).toContain('Whereabouts');
  expect(await electron.evaluate(({ app }) => [app.getName(), app.isPackaged])).toEqual([
    'Whereabouts',
    true,
  ]);
  await keepScreenshot(page, 'packaged-app');
});

test('the packaged app’s fuses are set, but for the one through which this test drives it', async () => {
  const wire = await getCurrentFuseWire(process.env.WHEREABOUTS_PACKAGED ?? '');
  const stateOf = (fuse: FuseV1Options) => FuseState[wire[fuse] ?? FuseState.INHERIT];
  expect({
    runAsNode: stateOf(FuseV1Options.RunAsNode),
    nodeOptions: stateOf(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: stateOf(FuseV1Options.EnableNodeCliInspectArguments),
    cookieEncryption: stateOf(FuseV1Options.EnableCookieEncryption),
    asarIntegrity: stateOf(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: stateOf(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: stateOf(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: 'DISABLE',
    nodeOptions: 'DISABLE',
    nodeInspect: 'ENABLE',
    cookieEncryption: 'ENABLE',
    asarIntegrity: 'ENABLE',
    onlyAsar: 'ENABLE',
    fileProtocol: 'DISABLE',
  });
});
