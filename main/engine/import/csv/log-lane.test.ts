import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { EventKind } from '../../../../shared/model/vocabulary';
import { openInput, probeFile } from '../file/open-file';
import type { EventLane, FactSink } from '../importer';
import { collectingSink } from '../testing/collect';
import { csvImporter } from './csv-importer';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly line: number;
  readonly time: number | null;
  readonly system: string;
  readonly activity: string;
  readonly kind: EventKind;
  readonly peer: string;
  readonly message: string;
  readonly record: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A lane that remembers what each number stands for. */
function rememberingLane(seen: Seen[]): EventLane {
  const texts: string[] = [''];
  const kinds = new Map<number, EventKind>();
  const idOf = (text: string): number => texts.push(text) - 1;
  const text = (id: number): string => texts[id] ?? '';
  const add: EventLane['add'] = (line, time, system, activity, peer, message, record, attributes) => {
    seen.push({
      line,
      time,
      system: text(system),
      activity: text(activity),
      kind: kinds.get(activity) ?? 'step',
      peer: text(peer),
      message: message ?? '',
      record: text(record),
      attributes: JSON.parse(text(attributes) || '{}') as Record<string, string>,
    });
  };
  return {
    systemId: idOf,
    activityId(name, kind) {
      const id = idOf(name);
      kinds.set(id, kind);
      return id;
    },
    recordId: idOf,
    attributesId: idOf,
    add,
    addBytes: (line, time, system, activity, peer, bytes, from, to, record, attributes) =>
      add(line, time, system, activity, peer, bytes.toString('utf8', from, to), record, attributes),
  };
}

async function read(text: string, isQuick: boolean) {
  const path = join(folder, 'engine.csv');
  writeFileSync(path, text);
  const { sink, collected } = collectingSink();
  const seen: Seen[] = [];
  const quick: FactSink = isQuick ? { ...sink, lane: rememberingLane(seen) } : sink;
  const location = { path };
  await csvImporter.read(openInput(location, await probeFile(location), {}), quick);
  for (const event of collected.events) {
    const { line, time, system, activity, kind = 'step', peer, message, record, attributes } = event;
    seen.push({
      line,
      time,
      system: system ?? '',
      activity,
      kind,
      peer: peer ?? '',
      message: message ?? '',
      record: record ?? '',
      attributes: { ...attributes },
    });
  }
  seen.sort((a, b) => a.line - b.line);
  const { accepted, rejections, warnings, notes } = collected;
  return { seen, accepted, rejections, warnings: warnings.map((w) => w.code), notes };
}

const time = fc.constantFrom(
  '2023-01-01T00:00:00Z',
  '2023-07-01T00:00:00.123456Z',
  '2023-01-01 00:00:00',
  '2023-01-01T00:00:00+01:00',
  '2023-13-45T99:00:00Z',
  ' 2023-01-01T00:00:00Z',
  '',
);
const name = fc.constantFrom('A', 'B', 'Zoë', ' A', 'n/a', '-', '', 'a"b', '"A, B"');
const word = fc.constantFrom(
  'sent',
  'Received',
  'SENT_OK',
  'heartbeat',
  'Message sent',
  'moved',
  ' sent',
  '',
);
const free = fc.constantFrom('', 'x', ' x ', 'é', '"q ""r"""', 'm-1', '0', '943 476 5919');
const heads = [
  'Timestamp,Logged by,Event,Peer,Message id,NHS Number,Site,Note',
  'Timestamp,From,Event,To,Message id,NHS Number,Facility,Note',
  'Timestamp,Logged by,Event,To,Message id,NHS Number,Site,Facility',
  'Timestamp,Note,Event,Peer,Message id,NHS Number,Site,MRN',
];

it('reads every row as the complete way does', async () => {
  const row = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(time, name, word, name, free, free, free, free).map((cells) => cells.join(',')),
    },
    { weight: 1, arbitrary: fc.constantFrom('not a row', '', ',,,,,,,', 'a,b,c,d,e,f,g,h,i,j', '"open') },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...heads),
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('\n', '\r\n'),
      async (head, rows, end) => {
        const text = `${head}${end}2023-01-01T00:00:00Z,A,sent,B,m,1,s,n${end}${rows.join(end)}${end}`;
        expect(await read(text, true)).toEqual(await read(text, false));
      },
    ),
    { numRuns: 200 },
  );
});
