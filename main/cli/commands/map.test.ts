import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCommandLine } from '../run';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
const at = (name: string): string => join(folder, name);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...words: string[]): Promise<unknown> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommandLine([...words, '--json'], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err.join('\n')}`);
  return JSON.parse(out.join(''));
}

/** Ten days of two logs; the one letter of hour 100 never arrives. */
function log(writer: string, peer: string, event: string): string {
  const rows = ['Timestamp,Logged by,Event,Peer,Message Control ID'];
  for (let hour = 0; hour < 240; hour += 1) {
    const time = new Date(Date.UTC(2023, 0, 1, hour)).toISOString();
    rows.push(`${time},${writer},heartbeat,,`);
    if (hour % 4 === 0 && !(event === 'received' && hour === 100))
      rows.push(`${time},${writer},${event},${peer},m${hour}`);
  }
  return `${rows.join('\n')}\n`;
}

it('counts the lost and draws them whether or not the case was reconciled before', async () => {
  process.env.WHEREABOUTS_KEYS = at('keys');
  const path = at('estate.whereabouts');
  writeFileSync(at('record.csv'), log('Record', 'Practice', 'sent'));
  writeFileSync(at('practice.csv'), log('Practice', 'Record', 'received'));
  await run('new', path);
  await run('import', path, at('record.csv'), at('practice.csv'));
  await run('export', path, '-o', at('before.svg'));
  const { edges } = (await run('map', path)) as { edges: readonly unknown[] };
  await run('reconcile', path);
  await run('export', path, '-o', at('after.svg'));

  const drawn = readFileSync(at('before.svg'), 'utf8');
  expect({
    edges,
    isSame: drawn === readFileSync(at('after.svg'), 'utf8'),
    says: /1 lost/.test(drawn),
  }).toEqual({
    edges: [
      {
        from: 'Record',
        to: 'Practice',
        datasets: [],
        declared: false,
        observed: true,
        status: 'live',
        sent: 60,
        received: 59,
        lost: 1,
      },
    ],
    isSame: true,
    says: true,
  });
});
