import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseInfo, SourceRow } from '../../../shared/contract/case-methods';
import { createEngine } from '../engine';
import { removeSource, removeSources } from '../store/sources/remove-source';
import { listSources } from '../store/sources/sources';
import { type TemporaryCase, temporaryCase } from '../testing/temporary-case';
import { importFiles } from './import-files';
import { restoreSources } from './restore-sources';

let temporary: TemporaryCase;
beforeEach(() => {
  temporary = temporaryCase();
});
afterEach(() => temporary.dispose());

const log = [
  'wann;wer;was;wohin;id',
  '03.04.2023 08:00;Ash;Gesendet;Elm;m1',
  'no time;Ash;Gesendet;Elm;m2',
  '',
].join('\n');
const mapping = {
  kind: 'log' as const,
  columns: { time: 'wann', system: 'wer', event: 'was', peer: 'wohin', message: 'id' },
  time: { zone: 'Europe/Berlin' },
  values: { event: { Gesendet: 'sent' } },
};

/** All that a source said, without the numbers that the case gave it. */
const said = () => ({
  sources: listSources(temporary.openCase.db).map(({ id, importedAt, ...rest }) => rest),
  events: temporary.all('SELECT time, line, message FROM event ORDER BY id'),
  facts: temporary.all(
    'SELECT subject_kind, predicate, value, line FROM assertion ORDER BY line, predicate, value',
  ),
  issues: temporary.all('SELECT line, code, raw FROM issue ORDER BY id'),
});

test('a source that was removed is read again as it had been, mapping and all', async () => {
  await temporary.importText('systems.csv', 'System,Owner\nAsh,Alder\n');
  await temporary.importText('log.csv', log, mapping);
  const before = said();
  expect(before.events).toHaveLength(1);
  const removed = listSources(temporary.openCase.db);
  removeSources(
    temporary.openCase.db,
    removed.map(({ id }) => id),
    'by mistake',
  );
  expect(said()).toEqual({ sources: [], events: [], facts: [], issues: [] });
  await restoreSources(
    temporary.openCase,
    removed.map(({ sha256 }) => sha256),
  );
  expect(said()).toEqual(before);
});

test('a file that has other bytes now, or is gone, is not taken for the source that was removed', async () => {
  const path = temporary.file('systems.csv', 'System,Owner\nAsh,Alder\n');
  await importFiles(temporary.openCase, [{ path }]);
  const [source] = listSources(temporary.openCase.db);
  if (source === undefined) throw new Error('nothing was imported');
  removeSource(temporary.openCase.db, source.id, 'by mistake');
  writeFileSync(path, 'System,Owner\nAsh,Birch\n');
  await expect(restoreSources(temporary.openCase, [source.sha256])).rejects.toThrow(
    'not there with the bytes',
  );
  rmSync(path);
  await expect(restoreSources(temporary.openCase, [source.sha256])).rejects.toThrow(
    'not there with the bytes',
  );
  await expect(restoreSources(temporary.openCase, ['f'.repeat(64)])).rejects.toThrow('does not know how');
  expect(listSources(temporary.openCase.db)).toEqual([]);
});

test('what only a removed source named is counted nowhere', async () => {
  const engine = createEngine();
  const ask = async (method: string, args: unknown): Promise<unknown> => {
    const outcome = await engine.call(method, args);
    return outcome.ok ? outcome.value : outcome.error;
  };
  const path = temporary.file('flows.csv', 'From,To,Dataset\nAsh,Elm,Letters\n');
  await ask('case.create', { path: join(temporary.folder, 'counted.whereabouts') });
  await ask('import.run', { files: [{ path }] });
  const counts = async () => ((await ask('case.info', {})) as CaseInfo).counts;
  const { systems, datasets, flows } = await counts();
  expect([systems, datasets, flows]).toEqual([2, 1, 1]);
  const [source] = (await ask('sources.list', {})) as readonly SourceRow[];
  await ask('sources.remove', { sourceIds: [source?.id], reason: 'by mistake' });
  const after = await counts();
  engine.close();
  expect([after.sources, after.systems, after.datasets, after.flows]).toEqual([0, 0, 0, 0]);
});
