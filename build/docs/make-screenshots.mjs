// Makes the pictures of the guide and of README.md from the sample case, in both themes:
//   node build/docs/make-screenshots.mjs [light|dark]
// Each is kept below 300 KB, or this fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const pictures = join(root, 'build', 'screenshots');
const largest = 300_000;

const lossy = 'Causeway Integration Engine';

/** The steps of look.mjs, and after them the name of the picture. */
const shots = [
  ['start', [{ wait: 'text=Sample case' }]],
  ['map', [{ click: 'text=Sample case' }, { wait: '.map-card' }, { pause: 5000 }]],
  [
    'evidence',
    [
      { click: `.map-card:has-text("${lossy}")` },
      { wait: '.fact .citations__link' },
      { click: '.fact .citations__link' },
      { wait: '.source-text__line--cited' },
      { pause: 500 },
    ],
  ],
  [
    'correct',
    [
      { click: '[aria-label="Close the evidence"]' },
      { click: '.correct-button >> nth=1' },
      { wait: '#correct-fact' },
      { fill: ['#correct-fact input >> nth=0', 'Chief Digital Officer'] },
      { fill: ['#correct-fact input >> nth=2', 'Letter of 3 March 2024'] },
      { fill: ['#correct-fact input >> nth=3', 'A. Person'] },
      { pause: 300 },
    ],
  ],
  [
    'owners',
    [
      { press: 'Escape' },
      { press: 'Escape' },
      { command: 'go.owners' },
      { wait: 'tbody tr' },
      { click: 'text=With gaps' },
      { pause: 500 },
    ],
  ],
  ['reconcile', [{ command: 'go.reconcile' }, { wait: 'tbody tr >> nth=3' }, { pause: 800 }]],
  [
    'losses',
    [
      { command: 'go.losses' },
      { click: 'tbody tr:has-text("Rowan Patient Record"):has-text("Causeway")' },
      { pause: 5000 },
      { wait: 'text=Quay Clinic' },
      { pause: 1500 },
    ],
  ],
  ['timeline', [{ command: 'go.timeline' }, { wait: '.timeline__lane' }, { pause: 800 }]],
  ['findings', [{ command: 'go.findings' }, { wait: 'tbody tr >> nth=3' }, { pause: 800 }]],
  [
    'impact',
    [
      { command: 'go.impact' },
      { wait: 'main input' },
      { fill: ['main input', 'Harrowmere Border Firewall'] },
      { wait: '[role=option]' },
      { press: 'Enter' },
      { wait: 'text=/Unavailable/' },
      { pause: 1000 },
    ],
  ],
  [
    'trace',
    [{ command: 'go.records' }, { fill: ['main input', '9999977995'] }, { press: 'Enter' }, { pause: 2500 }],
  ],
];

function take(theme) {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const script = join(folder, 'steps.json');
  const steps = shots.flatMap(([name, before]) => [
    ...before,
    { shot: join(pictures, `${name}-${theme}.png`) },
  ]);
  writeFileSync(script, JSON.stringify(steps));
  const look = join(root, 'build', 'bootstrap', 'look.mjs');
  const { status } = spawnSync(
    process.execPath,
    [look, '--theme', theme, '--size', '1280x800', '--script', script],
    { cwd: root, stdio: 'inherit' },
  );
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) process.exitCode = 1;
}

mkdirSync(pictures, { recursive: true });
const themes = process.argv.length > 2 ? process.argv.slice(2) : ['light', 'dark'];
for (const theme of themes) take(theme);
for (const [name] of shots) {
  for (const theme of themes) {
    const path = join(pictures, `${name}-${theme}.png`);
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes === 0 || bytes > largest) {
      console.error(
        bytes === 0 ? `There is no ${path}.` : `${path} has ${bytes} bytes, more than ${largest}.`,
      );
      process.exitCode = 1;
    }
  }
}
