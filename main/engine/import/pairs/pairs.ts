/**
 * Format: text logs of `name=value` pairs, one event a line (logfmt, Splunk exports, appliances).
 * Version: none; values bare or in quotes, parted by blanks, commas, semicolons or bars.
 * Spec: none; what names mean comes from the words for columns (table/vocabulary/).
 * Read: each line of pairs (the row); a time before the first pair; a bare word there where no pair names the event.
 * Dropped: nothing; a line without pairs is rejected, unknown names stay as attributes.
 */
import type { Mapping } from '../../../../shared/model/mapping';
import { type FileProbe, FileRefused, type Importer } from '../importer';
import { readLines } from '../log/text-lines';
import { NamedCellsReader } from '../table/named-cells-reader';
import { mappingOf, planTable, type TablePlan } from '../table/plan/plan-table';
import type { SampleRow } from '../table/plan/sample-row';
import { patternOf } from '../time/detect-format';
import { pairsInLine } from './pairs-in-line';

const maximumLineBytes = 64 * 1024;
const sampled = 500;
/** Some lines of such a log are something else: a banner, a torn line. */
const leastShare = 0.6;

/** A moment at the head of a line, alone or in brackets. */
const leadingTime =
  /^[[(]?((?:\d{4}[-/]\d\d[-/]\d\d|\d{1,2}[-/.](?:\d{1,2}|[A-Za-z]{3})[-/.]\d{4})[T ]\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)[\])]?[\s:,|-]*/;
const timeName = 'timestamp';
const eventName = 'event';
const textName = 'text';

type Cells = readonly (readonly [name: string, text: string])[];

/** A line's pairs, with the time and the words before them under names of their own. */
function cellsOf(line: string): Cells {
  if (!line.includes('=')) return [];
  const { before, pairs } = pairsInLine(line);
  const time = leadingTime.exec(before);
  const words = before.slice(time?.[0].length ?? 0).replace(/[\s:;,|-]+$/, '');
  // A line of prose may hold one pair by chance; a time and a word before it are none.
  const parts = pairs.length + Number(time !== null) + Number(words !== '');
  if (pairs.length === 0 || parts < (time ? 3 : 2)) return [];
  // Several words and one pair are a sentence of a form: its words say more than that something happened.
  if (pairs.length === 1 && /\s/.test(words)) return [];
  const names = new Set(pairs.map(([name]) => name.toLowerCase()));
  const put = (name: string, other: string, text: string): Cells =>
    text === '' ? [] : [[names.has(name) ? other : name, text]];
  return [...put(timeName, 'line time', time?.[1] ?? ''), ...put(eventName, textName, words), ...pairs];
}

function planPairs(probe: FileProbe, mapping: Mapping): TablePlan | null {
  // The attributes of XML are pairs too.
  if (probe.isBinary || /^\s*</.test(probe.text)) return null;
  const lines = probe.text.split(/\r\n|\n|\r/);
  if (!probe.isWhole) lines.pop();
  const sample = lines.filter((line) => line.trim() !== '').slice(0, sampled);
  const cells = sample.map(cellsOf).filter((row) => row.length > 0);
  if (cells.length === 0 || (mapping.kind === undefined && cells.length < leastShare * sample.length))
    return null;
  const header = [...new Set(cells.flatMap((row) => row.map(([name]) => name)))];
  const rows: SampleRow[] = [
    { line: 1, cells: header },
    ...cells.map((row, index) => {
      const byName = new Map(row);
      return { line: index + 2, cells: header.map((name) => byName.get(name) ?? '') };
    }),
  ];
  const plan = planTable(rows, { ...mapping, headerRow: 1 }, probe.name);
  return plan?.kind === 'log' ? plan : null;
}

/** Pairs go by their names, whatever order they come in. */
function namedMapping(plan: TablePlan, extra: Mapping = {}): Mapping {
  const { headerRow: _, ...rest } = mappingOf({ ...plan, headerLine: 1 }, extra);
  return rest;
}

export const pairsImporter: Importer = {
  id: 'pairs',
  title: 'Text log of name=value pairs',
  version: 1,
  detects: 'Lines of name=value pairs (logfmt) whose names are columns of a log.',
  fields: ['time', 'system', 'event', 'peer', 'source', 'destination', 'message', 'record'],
  drops: [],
  detect(probe) {
    const plan = planPairs(probe, {});
    if (!plan) return null;
    return {
      confidence: 0.35 + 0.4 * plan.confidence,
      summary: 'Log of name=value pairs',
      mapping: namedMapping(plan),
    };
  },
  async read(input, sink) {
    const plan = planPairs(input.probe, input.mapping);
    if (!plan) {
      throw new FileRefused(
        'unknown-columns',
        `${input.name}: its lines do not read as a log of name=value pairs. Name at least the event and the message or record in a mapping (kind, columns).`,
      );
    }
    const time =
      plan.times && plan.times.format.kind !== 'unknown'
        ? { time: { format: patternOf(plan.times.format), zone: plan.times.zone } }
        : {};
    sink.describe?.(plan.kind, namedMapping(plan, time), input.probe.encoding);
    for (const note of plan.notes) sink.note(note);
    const reader = new NamedCellsReader(plan, sink);
    await readLines(
      input,
      maximumLineBytes,
      ({ text, line, isCut }) => {
        if (text.trim() === '') return;
        const cells = isCut ? [] : cellsOf(text);
        const isRead = reader.read(
          (put) => {
            for (const [name, value] of cells) put(name, value);
          },
          { line, pointer: `line ${line}` },
          () => text,
        );
        if (isRead) return;
        if (isCut) sink.reject({ line }, 'long-line', 'The line is longer than 64 KiB.', text);
        else
          sink.reject({ line }, 'no-pairs', 'The line has too few name=value pairs to say anything.', text);
      },
      (bytes) => sink.progress(bytes),
    );
    reader.end();
  },
};
