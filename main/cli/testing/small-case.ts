// Runs command lines in this process, against a small case that is made for each file of tests.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { runCommandLine } from '../run';

/** What a command line did: its status and what it printed. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export async function run(...words: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommandLine(words, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { status, out: out.join(''), err: err.join('\n') };
}

/** The one document that `--json` prints; a command that does not end with 0 throws. */
export async function json(...words: string[]): Promise<unknown> {
  const { status, out, err } = await run(...words, '--json');
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out);
}

/** A small estate: a lost message, a crosswalk, an extract, two sites behind a firewall. */
export const sheets: Readonly<Record<string, string>> = {
  'systems.csv':
    'System,Owner,Supplier,Site,Datasets\nEPR,Trust,Acme,North,Letters\nGP,Practice,Bolt,South,Letters\n',
  'flows.csv': 'From,To,Dataset,Status,Max delay (minutes),Reconciliation\nEPR,GP,Letters,live,60,no\n',
  'datasets.csv': 'Dataset,System of record,Data Controller\nLetters,EPR,Trust\n',
  'sites.csv': 'Site,Firewall\nNorth,FW1\nSouth,FW1\n',
  'warnings.csv': 'Date,Concern,System,Raised by,Raised to\n2023-01-05,Letters missing,EPR > GP,Ann,Board\n',
  'ids.csv': 'NHS Number,MRN\n9434765919,H1\n',
  'epr.csv': log('EPR', 'GP', 'sent'),
  'gp.csv': log('GP', 'EPR', 'received'),
};

function log(writer: string, peer: string, event: string): string {
  const rows = ['Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number,Site'];
  for (let hour = 0; hour < 240; hour += 1) {
    const time = new Date(Date.UTC(2023, 0, 1, hour)).toISOString();
    rows.push(`${time},${writer},heartbeat,,,,`);
    if (hour % 4 === 0 && !(event === 'received' && hour === 100))
      rows.push(
        `${time},${writer},${event},${peer},m${hour},${hour === 100 ? '9434765919' : '9434765870'},North`,
      );
  }
  return `${rows.join('\n')}\n`;
}

export interface SmallCase {
  readonly folder: string;
  /** The case, with the estate below imported. */
  readonly caseFile: string;
  /** The folder that was imported. */
  readonly data: string;
  /** A path in the folder of the tests, which is removed after them. */
  at(name: string): string;
  /** Writes a file there. */
  file(name: string, text: string): string;
}

/** A case with the small estate in a folder of its own, made before the tests of this file and removed after. */
export function smallCase(): SmallCase {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  const at = (name: string): string => join(folder, name);
  const data = at('data');
  const caseFile = at('estate.whereabouts');
  beforeAll(async () => {
    process.env.WHEREABOUTS_KEYS = at('keys');
    mkdirSync(data);
    for (const [name, text] of Object.entries(sheets)) writeFileSync(join(data, name), text);
    await json('new', caseFile, '--title', 'Estate', '--keep-identifiers');
    await json('import', caseFile, data);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    caseFile,
    data,
    at,
    file(name, text) {
      writeFileSync(at(name), text);
      return at(name);
    },
  };
}
