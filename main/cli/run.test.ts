import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../engine/store/database';
import { commands } from './registry';
import { runCommandLine } from './run';

/** What a command line did: its status, what it printed, and its one JSON document where it is one. */
interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(...words: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommandLine(words, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { status, out: out.join(''), err: err.join('\n') };
}

async function json(...words: string[]): Promise<unknown> {
  const { status, out, err } = await run(...words, '--json');
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out);
}

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
const at = (name: string): string => join(folder, name);
const file = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const caseFile = at('estate.whereabouts');

/** A small estate: a lost message, a crosswalk, an extract, two sites behind a firewall. */
const sheets: Readonly<Record<string, string>> = {
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

beforeAll(async () => {
  process.env.WHEREABOUTS_KEYS = at('keys');
  mkdirSync(at('data'));
  for (const [name, text] of Object.entries(sheets)) writeFileSync(join(at('data'), name), text);
  await json('new', caseFile, '--title', 'Estate', '--keep-identifiers');
  await json('import', caseFile, at('data'));
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the words of a command line', () => {
  const right: Readonly<Record<string, readonly string[]>> = {
    new: ['new', at('other.whereabouts')],
    import: ['import', caseFile, at('data')],
    importers: ['importers'],
    trace: ['trace', caseFile, '9434765919'],
    why: ['why', caseFile, '--flow', 'EPR > GP'],
    holdings: ['holdings', caseFile, '--between', 'EPR', 'GP'],
    impact: ['impact', caseFile, 'North'],
    compare: ['compare', caseFile, caseFile],
    export: ['export', caseFile, '-o', at('map.svg')],
  };
  const wordsOf = (name: string): readonly string[] => right[name] ?? [name, caseFile];

  it.each(commands.map((command) => command.name))(
    '%s prints one JSON document with --json, a table without, and its usage with --help',
    async (name) => {
      const asJson = await run(...wordsOf(name), '--json');
      if (name === 'new') rmSync(at('other.whereabouts'));
      const asText = await run(...wordsOf(name));
      const help = await run(name, '--help');
      expect([
        asJson.status,
        typeof JSON.parse(asJson.out),
        asText.status,
        asText.out.trim() !== '',
        help.status,
        help.out.startsWith(`whereabouts ${name}`),
        `${asJson.err}${asText.err}`.includes('    at '),
      ]).toEqual([0, 'object', 0, true, 0, true, false]);
    },
    60_000,
  );

  const wrong: readonly (readonly string[])[] = [
    [],
    ['--json'],
    ['frobnicate', '--json'],
    ...commands.filter((c) => c.name !== 'importers').map((c) => [c.name, '--json']),
    ...commands.filter((c) => c.name !== 'import').map((c) => [...wordsOf(c.name), 'surplus', '--json']),
    ...commands.map((c) => [...wordsOf(c.name), '--no-such-option', '--json']),
    ['import', caseFile, '', '--json'],
    ['import', caseFile, at('data'), '--as', 'nothing', '--json'],
    ['import', caseFile, at('data'), '--map', at('absent.json'), '--json'],
    ['map', caseFile, '--level', 'galaxy', '--json'],
    ['map', caseFile, '--level', '--json'],
    ['holdings', caseFile, '--between', 'EPR', '--json'],
    ['reconcile', caseFile, '--from', 'yesterday', '--json'],
    ['reconcile', caseFile, '--flow', 'nonsense', '--json'],
    ['why', caseFile, '--flow', 'EPR > Nowhere', '--json'],
    ['journeys', caseFile, '--source', 'absent.csv', '--json'],
    ['impact', caseFile, 'Nowhere', '--json'],
    ['export', caseFile, '-o', at('map.nonsense'), '--json'],
    ['export', caseFile, '-o', at('absent/map.svg'), '--json'],
    ['export', caseFile, '-o', at('map.svg'), '--view', 'nonsense', '--json'],
    ['new', caseFile, '--json'],
  ];
  const shown = (words: readonly string[]): string => words.join(' ').replaceAll(folder, '…');

  it.each(wrong.map((words) => [shown(words), words] as const))(
    'that are wrong end with 2, say what is wrong and print nothing: %s',
    async (_, words) => {
      const { status, out, err } = await run(...words);
      expect([status, out, err.trim() !== '', err.includes('    at ')]).toEqual([2, '', true, false]);
    },
  );

  it.each([
    ['{bad', 'is not JSON'],
    ['[]', 'is wrong: mapping'],
    ['{"kind": "nonsense"}', 'is wrong: kind'],
    ['{"time": {"zone": "Europe/Londn"}}', 'time.zone "Europe/Londn" is unknown'],
    ['{"time": {"format": "nonsense"}}', 'time.format "nonsense" cannot be understood'],
    ['{"importer": "nonsense"}', 'There is no importer "nonsense"'],
    ['{"colums": {}}', 'is wrong: mapping'],
  ])('a mapping of %s ends with 2 and its fault', async (text, fault) => {
    const { status, out, err } = await run(
      'import',
      caseFile,
      at('data'),
      '--map',
      file('map.json', text),
      '--json',
    );
    expect([status, out, err.includes(fault)]).toEqual([2, '', true]);
  });
});

describe('a case that cannot be used', () => {
  const sources = (): string => file('one.csv', 'System,Owner,Supplier\nZ,a,b\n');
  const copy = (name: string, change: (path: string) => void = () => {}): string => {
    copyFileSync(caseFile, at(name));
    change(at(name));
    return at(name);
  };

  it.each([
    ['is not there', () => at('absent.whereabouts')],
    ['is a folder', () => at('data')],
    ['is some other file', () => file('notes.whereabouts', 'notes, and more than a header of them')],
    ['is empty', () => file('empty.whereabouts', '')],
    [
      'is another database',
      () => {
        const db = openDatabase(at('foreign.db'));
        db.exec('CREATE TABLE IF NOT EXISTS t (x)');
        db.close();
        return at('foreign.db');
      },
    ],
    [
      'was written by a newer version',
      () =>
        copy('newer.whereabouts', (path) => {
          const db = openDatabase(path);
          db.exec('PRAGMA user_version = 999');
          db.close();
        }),
    ],
    [
      'is cut short',
      () => copy('cut.whereabouts', (path) => writeFileSync(path, readFileSync(path).subarray(0, 100_000))),
    ],
  ])('ends with 3 where it %s', async (_, make) => {
    const path = make();
    for (const words of [
      ['import', path, sources()],
      ['systems', path],
      ['reconcile', path],
      ['trace', path, '1'],
      ['export', path, '-o', at('map.svg')],
    ]) {
      const { status, out, err } = await run(...words, '--json');
      expect([words[0], status, out, err.trim() !== '', err.includes('    at ')]).toEqual([
        words[0],
        3,
        '',
        true,
        false,
      ]);
    }
  });

  it('ends with 3 while another process writes, and reading goes on', async () => {
    const path = copy('busy.whereabouts');
    const other = openDatabase(path);
    other.exec('BEGIN IMMEDIATE');
    try {
      const imported = await run('import', path, sources(), '--json');
      const read = await run('systems', path, '--json');
      expect([imported.status, imported.out, imported.err.includes('another process'), read.status]).toEqual([
        3,
        '',
        true,
        0,
      ]);
    } finally {
      other.exec('ROLLBACK');
      other.close();
    }
  }, 30_000);

  it('is found wrong by verify with 1, as far as it can be opened or not', async () => {
    const changed = copy('changed.whereabouts', (path) => {
      const db = openDatabase(path);
      db.exec("UPDATE event SET message = 'other' WHERE id = 3");
      db.close();
    });
    const cut = copy('cut.whereabouts', (path) =>
      writeFileSync(path, readFileSync(path).subarray(0, 100_000)),
    );
    const verified = await Promise.all([changed, cut, caseFile].map((path) => run('verify', path, '--json')));
    expect(verified.map(({ status, out }) => [status, (JSON.parse(out) as { ok: boolean }).ok])).toEqual([
      [1, false],
      [1, false],
      [0, true],
    ]);
  });
});

describe('importing', () => {
  it('ends with 1 where a file could not be read, and imports the others', async () => {
    const path = at('partly.whereabouts');
    await json('new', path);
    const ran = await run(
      'import',
      path,
      file('poem.txt', 'Whose woods'),
      join(at('data'), 'systems.csv'),
      at('absent'),
      '--json',
    );
    const { files } = JSON.parse(ran.out) as {
      files: { importer: string; rows: number; accepted: number; rejected: number }[];
    };
    expect([ran.status, files.map((f) => [f.importer, f.rows, f.accepted, f.rejected])]).toEqual([
      1,
      [
        ['none', 0, 0, 0],
        ['csv', 2, 2, 0],
        ['none', 0, 0, 0],
      ],
    ]);
  });

  it('says so of bytes that were imported before, in the same command too', async () => {
    const path = at('twice.whereabouts');
    await json('new', path);
    const systems = join(at('data'), 'systems.csv');
    const other = file('same.csv', sheets['systems.csv'] ?? '');
    const answer = (await json('import', path, systems, systems, other)) as { files: { importer: string }[] };
    expect(answer.files.map((f) => f.importer)).toEqual(['csv', 'already imported', 'already imported']);
  });

  it('changes nothing where it fails', async () => {
    const path = at('unchanged.whereabouts');
    await json('new', path);
    const before = await json('systems', path);
    await run(
      'import',
      path,
      join(at('data'), 'systems.csv'),
      '--map',
      file('m.json', '{"columns": {"record": "nope"}}'),
    );
    expect([await json('systems', path), existsSync(path)]).toEqual([before, true]);
  });
});

describe('the fields that scripts depend on', () => {
  const keysOf = (value: unknown): readonly string[] =>
    Object.keys((Array.isArray(value) ? value[0] : value) as object);
  const first = (value: unknown, member: string): unknown => (value as Record<string, unknown>)[member];

  it.each([
    ['new', [at('fields.whereabouts')], ['case', 'title', 'identifiers']],
    ['importers', [], ['id', 'title', 'detects', 'fields']],
    ['systems', [caseFile], ['id', 'name', 'owner', 'supplier', 'site', 'datasets', 'sources']],
    ['owners', [caseFile], ['dataset', 'system', 'role', 'responsibilities', 'state']],
    ['map', [caseFile], ['nodes', 'edges']],
    ['journeys', [caseFile], ['records', 'events', 'steps', 'follows', 'starts', 'ends', 'variants']],
    ['trace', [caseFile, '9434765919'], ['record', 'events', 'hops', 'lastProvedAt', 'firstProvedAbsent']],
    [
      'reconcile',
      [caseFile],
      [
        'from',
        'to',
        'sent',
        'received',
        'delivered',
        'late',
        'duplicate',
        'rejected',
        'filtered',
        'pending',
        'lost',
        'unobservable',
        'extra',
      ],
    ],
    [
      'holdings',
      [caseFile, '--between', 'EPR', 'GP'],
      ['a', 'b', 'inA', 'inB', 'inBoth', 'onlyA', 'onlyB', 'duplicatedA', 'duplicatedB', 'changed'],
    ],
    ['lost', [caseFile], ['from', 'to', 'message', 'record', 'sentAt', 'file', 'line', 'why']],
    ['why', [caseFile, '--flow', 'EPR > GP'], ['flow', 'onset', 'patterns']],
    ['impact', [caseFile, 'FW1', '--fail'], ['of', 'unreachable', 'sharedDependencies', 'state']],
    ['findings', [caseFile], ['code', 'severity', 'subject', 'title', 'detail', 'evidence']],
    ['export', [caseFile, '-o', at('owners.csv'), '--view', 'owners'], ['file', 'format', 'bytes']],
    ['verify', [caseFile], ['ok', 'checks']],
  ] as const)(
    '%s gives its fields',
    async (name, words, fields) => {
      expect(keysOf(await json(name, ...words))).toEqual(expect.arrayContaining([...fields]));
    },
    60_000,
  );

  it('answer the estate', async () => {
    const reconciled = (await json('reconcile', caseFile)) as {
      sent: number;
      delivered: number;
      lost: number;
    }[];
    const trace = await json('trace', caseFile, '943 476 5919');
    const byAlias = await json('trace', caseFile, 'H1');
    const map = await json('map', caseFile);
    expect([
      reconciled.map(({ sent, delivered, lost }) => [sent, delivered, lost]),
      (await json('lost', caseFile)) as object[],
      (first(trace, 'hops') as { disposition: string }[]).map((hop) => hop.disposition),
      first(byAlias, 'hops'),
      (first(map, 'edges') as { from: string; to: string; declared: boolean; observed: boolean }[]).map(
        ({ from, to, declared, observed }) => [from, to, declared, observed],
      ),
    ]).toEqual([
      [[60, 59, 1]],
      [
        expect.objectContaining({
          from: 'EPR',
          to: 'GP',
          message: 'm100',
          record: '9434765919',
          file: 'epr.csv',
        }),
      ],
      ['lost'],
      first(trace, 'hops'),
      [['EPR', 'GP', true, true]],
    ]);
  }, 60_000);
});
