import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { keepScreenshot, launchPackaged } from './launch';

test('the packaged app opens its window and reaches its engine', async () => {
  const { page, electron } = await launchPackaged();
  const seen = await page.evaluate(async () => {
    const importers = await window.whereabouts.call('import.importers', {});
    return {
      title: document.title,
      hasEngine: importers.ok,
      platform: (await window.whereabouts.startup()).platform,
    };
  });
  expect(seen).toEqual({ title: 'Whereabouts', hasEngine: true, platform: process.platform });
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
