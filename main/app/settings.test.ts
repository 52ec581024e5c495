import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettingsFile } from './settings';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const defaults = {
  theme: 'system',
  author: '',
  hasSeenTour: false,
  hiddenColumns: {},
  window: null,
  recentCases: [],
};

test('settings are kept between starts', () => {
  const path = join(folder, 'inner', 'settings.json');
  expect(new SettingsFile(path).get()).toEqual(defaults);
  new SettingsFile(path).change({ theme: 'dark' });
  expect(new SettingsFile(path).get()).toEqual({ ...defaults, theme: 'dark' });
});

test('a file that is damaged or holds nonsense counts as empty, part by part', () => {
  const path = join(folder, 'settings.json');
  writeFileSync(path, '{"theme":');
  expect(new SettingsFile(path).get()).toEqual(defaults);
  writeFileSync(path, '{"theme":"dark","window":{"x":"left"},"recentCases":7}');
  expect(new SettingsFile(path).get()).toEqual({ ...defaults, theme: 'dark' });
});
