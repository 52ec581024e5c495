// What is packed for users, and for the one test that drives a packaged app.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './bootstrap/paths.mjs';
import { sampleFiles } from './bootstrap/sample.mjs';

const bundled = ['app', 'engine', 'workers', 'assets', 'renderer'];

/**
 * `runtime` is the Electron to pack, `folder` where to, `icon` a PNG. `isTestBuild` leaves the door open
 * through which Playwright drives the app; a release closes it.
 */
export function packageConfig({ runtime, folder, icon, isTestBuild }) {
  return {
    appId: 'org.whereabouts.desktop',
    productName: 'Whereabouts',
    executableName: 'whereabouts',
    copyright: 'The authors of Whereabouts',
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    // The addon is a ready-made binary, or compiled by the set-up: nothing is rebuilt here.
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    directories: { output: folder, buildResources: join('build', 'icons') },
    icon,
    extraMetadata: { main: isTestBuild ? 'out/driven/driven-main.mjs' : 'out/app/main.js' },
    files: [
      'package.json',
      ...(isTestBuild
        ? [
            {
              from: join('build', 'e2e'),
              to: 'out/driven',
              filter: ['driven-main.mjs', 'wait-for-driver.cjs'],
            },
          ]
        : []),
      {
        from: join('.cache', 'out'),
        to: 'out',
        filter: [...bundled.map((name) => `${name}/**`), '!**/.*.inputs.json'],
      },
      'node_modules/better-sqlite3/{package.json,LICENSE}',
      'node_modules/better-sqlite3/lib/**',
      // Of the ready-made binaries the one of the platform that is packed for.
      '!node_modules/better-sqlite3/prebuilds/**',
      `node_modules/better-sqlite3/prebuilds/${'$'}{platform}-${'$'}{arch}.node`,
      '!node_modules/better-sqlite3/{deps,src,binding.gyp,README.md}',
      '!node_modules/node-addon-api',
    ],
    // The development runtime brings the small app that opens folders; a packed app has no use for it.
    afterPack({ appOutDir }) {
      if (runtime.kind === 'fallback')
        rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
    },
    asar: true,
    asarUnpack: ['**/*.node'],
    extraResources: [
      { from: sampleFiles, to: 'sample' },
      // A runtime with an old Node-API cannot load the ready-made binary.
      ...(runtime.nodeApi >= 10
        ? []
        : [{ from: join(cache, 'native'), to: 'native', filter: ['*/better_sqlite3.node'] }]),
    ],
    fileAssociations: [
      {
        ext: 'whereabouts',
        name: 'Whereabouts case',
        description: 'Whereabouts case',
        mimeType: 'application/x-whereabouts',
        role: 'Editor',
      },
    ],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: isTestBuild,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    },
    win: { target: 'nsis' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: { target: [{ target: 'dmg', arch: ['x64', 'arm64'] }], category: 'public.app-category.business' },
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Office',
      synopsis: 'Which system owns each dataset, where records flow, and where they stop',
      maintainer: 'The authors of Whereabouts',
    },
    publish: null,
  };
}
