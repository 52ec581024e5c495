/*
 * Format: any text log, one event a line, through a pattern with named groups.
 * Version: regular expressions of JavaScript with (?<name>…), and grok names (%{WORD:peer}) within.
 * Spec: ECMA-262 22.2; grok names as Logstash uses them, with expressions of our own.
 * Read: each line (the row) that the pattern matches, its groups as a log's columns; the rest is rejected.
 * Dropped: text that no group takes; indented lines that continue the one before (stack traces).
 */
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { readLines } from '../log/text-lines';
import { TimeColumn } from '../table/plan/time-column';
import { TableReader } from '../table/table-reader';
import { type CompiledPattern, compilePattern } from './compile-pattern';
import { LineMatcher } from './match-lines';
import { cellsOf, planPattern } from './pattern-table';

const maximumLineBytes = 64 * 1024;
/** Lines matched at a time, and of the first ones the columns and times are decided. */
const batchLines = 1000;
/** Lines that use up their time before the file is given up. */
const maximumSlowLines = 3;

interface PendingLine {
  readonly text: string;
  readonly line: number;
}

export const patternImporter: Importer = {
  id: 'pattern',
  title: 'Text log with a pattern',
  version: 1,
  detects: 'Nothing by itself: chosen with a pattern in the mapping.',
  fields: ['time', 'system', 'event', 'peer', 'source', 'destination', 'message', 'record'],
  drops: ['text that no group takes', 'indented lines that continue the one before'],

  detect: () => null,

  async read(input, sink) {
    const { pattern } = input.mapping;
    if (pattern === undefined) {
      throw new FileRefused(
        'no-pattern',
        'A text log needs a pattern with named groups in the mapping ("pattern").',
      );
    }
    const compiled = compilePattern(pattern);
    if ('problem' in compiled) throw new FileRefused('bad-pattern', compiled.problem);
    const reader = new PatternReader(input, sink, compiled);
    await readLines(
      input,
      maximumLineBytes,
      ({ text, line, isCut }) => reader.line(text, line, isCut),
      (bytes) => sink.progress(bytes),
    );
    reader.finish();
  },
};

class PatternReader {
  readonly #matcher: LineMatcher;
  #pending: PendingLine[] = [];
  #table: TableReader | null = null;
  #times: TimeColumn | null = null;
  #matched = 0;
  #unmatched = 0;
  #continued = 0;
  #slow = 0;
  #followsMatch = false;

  constructor(
    private readonly input: ImportInput,
    private readonly sink: FactSink,
    private readonly pattern: CompiledPattern,
  ) {
    this.#matcher = new LineMatcher(pattern);
  }

  line(text: string, line: number, isCut: boolean): void {
    if (text.trim() === '') return;
    if (isCut) {
      this.#flush();
      this.#unmatched += 1;
      this.sink.reject({ line }, 'long-line', 'The line is longer than 64 KiB.', text);
      return;
    }
    this.#pending.push({ text, line });
    if (this.#pending.length >= batchLines) this.#flush();
  }

  #flush(): void {
    const lines = this.#pending;
    this.#pending = [];
    if (lines.length === 0) return;
    const matches = this.#matcher.match(lines.map((line) => line.text));
    this.#table ??= this.#plan(lines, matches);
    for (const [index, { text, line }] of lines.entries()) {
      const match = matches[index] ?? null;
      if (match === 'slow') this.#giveUp(line, text);
      else if (match === null) this.#unmatchedLine(line, text);
      else {
        this.#matched += 1;
        this.#followsMatch = true;
        // A pointer keeps the table from calling a row short: groups that took no part are blank.
        this.#table?.read(cellsOf(match), { line, pointer: `line ${line}` }, () => text);
      }
    }
  }

  #plan(lines: readonly PendingLine[], matches: ReturnType<LineMatcher['match']>): TableReader | null {
    const sample = lines.map(({ line }, index) => ({ line, match: matches[index] ?? null }));
    if (!sample.some(({ match }) => match !== null && match !== 'slow')) return null;
    const { input, sink } = this;
    const plan = planPattern(this.pattern, sample, input.mapping, input.name);
    if (plan === null)
      throw new FileRefused('bad-pattern', 'The groups of the pattern make no log: name one "event".');
    for (const note of plan.notes) sink.note(note);
    this.#times = plan.times === null ? null : new TimeColumn(plan.times);
    return new TableReader(plan.kind, plan.layout, this.#times, plan.defaultSystem, sink);
  }

  #unmatchedLine(line: number, text: string): void {
    if (this.#followsMatch && /^\s/.test(text)) {
      this.#continued += 1;
      return;
    }
    this.#followsMatch = false;
    this.#unmatched += 1;
    this.sink.reject({ line }, 'no-match', 'The pattern does not match this line.', text);
  }

  #giveUp(line: number, text: string): void {
    this.#slow += 1;
    this.#unmatched += 1;
    if (this.#slow > maximumSlowLines) {
      const why =
        'The pattern takes too long on many lines: avoid repetitions inside repetitions, such as (a+)+.';
      throw new FileRefused('slow-pattern', why, line);
    }
    this.sink.reject({ line }, 'slow-pattern', 'The pattern takes too long on this line.', text);
  }

  finish(): void {
    this.#flush();
    if (this.#matched === 0) {
      const why =
        this.#unmatched === 0 ? 'The file has no line.' : 'The pattern matches no line of the file.';
      throw new FileRefused('no-match', why);
    }
    if (this.#continued > 0) {
      this.sink.note(`Indented lines that continue the one before, passed over: ${this.#continued}.`);
    }
    this.#times?.report(this.sink, { line: 1 });
    this.#table?.end();
  }
}
