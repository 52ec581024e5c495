import { resolve } from 'node:path';
import type { ExportSubject } from '../../../shared/contract/estate-methods';
import type { AskedMode } from '../../../shared/contract/map-methods';
import { dispositions } from '../../../shared/model/vocabulary';
import { optionOf, type ParsedArguments, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { levelOf } from './map';

export const exportCommand: Command = {
  name: 'export',
  usage:
    'CASE -o FILE [--view V] [--format F] [--level L] [--group G] [--lines main|all|SHARE%] [--mode losses|failure] [--title T] [--flow "A > B"] [--between A B] [--record R] [--of NAME] [--against OTHER]',
  summary:
    'Writes a view to a file; the format follows the ending. The same case gives the same bytes as the window.',
  options: {
    ...{ o: 1, output: 1, view: 1, format: 1, level: 1, group: 1, lines: 1, mode: 1, title: 1 },
    ...{
      flow: 1,
      disposition: 1,
      between: 2,
      dataset: 1,
      record: 1,
      of: 1,
      against: 1,
      source: 1,
      lifecycle: 1,
    },
    ...{ by: 1, authority: 1, reference: 1 },
  },
  async run({ args, call, openCase, say }) {
    const file = optionOf(args, 'o') ?? optionOf(args, 'output');
    if (file === undefined) throw new WrongArguments('export needs -o FILE.');
    const group = optionOf(args, 'group');
    if (group !== undefined && group !== 'organisation' && group !== 'site' && group !== 'none') {
      throw new WrongArguments(`There is no grouping "${group}". There are: organisation, site, none.`);
    }
    const view = optionOf(args, 'view');
    const format = optionOf(args, 'format');
    const title = optionOf(args, 'title');
    const level = optionOf(args, 'level');
    await openCase(args.positional[0]);
    const written = await call('export.run', {
      file: resolve(file),
      ...(view === undefined ? {} : { view }),
      ...(format === undefined ? {} : { format }),
      ...(title === undefined ? {} : { title }),
      ...(level === undefined ? {} : { level: levelOf(level) }),
      ...(group === undefined ? {} : { groupBy: group }),
      ...linesOf(optionOf(args, 'lines')),
      ...modeOf(optionOf(args, 'mode'), optionOf(args, 'of')),
      ...subjectOf(args),
    });
    for (const note of written.notes) say(note);
    return {
      json: { file: written.file, format: written.format, bytes: written.bytes, notes: written.notes },
      text: `Wrote ${written.file} (${written.format}, ${written.bytes.toLocaleString('en-GB')} bytes).`,
    };
  },
};

/** Which lines of a tangle a picture has. */
function linesOf(text: string | undefined): { readonly lines?: 'main' | number } {
  if (text === undefined) return {};
  if (text === 'main') return { lines: 'main' };
  const percent = text === 'all' ? 100 : /^\d{1,3}%$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (percent >= 0 && percent <= 100) return { lines: percent / 100 };
  throw new WrongArguments(`"${text}" says nothing of lines: give main, all, or a share such as 40%.`);
}

/** What a map leads the eye to: its losses, or what stops where what `--of` names fails. */
function modeOf(mode: string | undefined, of: string | undefined): { readonly mode?: AskedMode } {
  if (mode === undefined) return {};
  if (mode === 'losses') return { mode: { kind: 'losses' } };
  if (mode !== 'failure') throw new WrongArguments(`There is no mode "${mode}". There are: losses, failure.`);
  if (of === undefined) {
    throw new WrongArguments('--mode failure needs --of NAME: the system, site or network that fails.');
  }
  return { mode: { kind: 'failure', of } };
}

/** What the view is about, and who packs. */
function subjectOf(args: ParsedArguments) {
  const [a, b] = args.values.get('between') ?? [];
  const other = optionOf(args, 'against');
  const stated = {
    flow: optionOf(args, 'flow'),
    dataset: optionOf(args, 'dataset'),
    record: optionOf(args, 'record'),
    of: optionOf(args, 'of'),
    source: optionOf(args, 'source'),
    lifecycle: optionOf(args, 'lifecycle'),
    packedBy: optionOf(args, 'by'),
    authority: optionOf(args, 'authority'),
    reference: optionOf(args, 'reference'),
  };
  return {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...dispositionOf(optionOf(args, 'disposition')),
    ...(a === undefined || b === undefined ? {} : { between: [a, b] as [string, string] }),
    ...(other === undefined ? {} : { other: resolve(other) }),
  };
}

function dispositionOf(word: string | undefined): Pick<ExportSubject, 'disposition'> {
  if (word === undefined) return {};
  const disposition = [...dispositions, 'extra' as const, 'stuck' as const].find((one) => one === word);
  if (disposition !== undefined) return { disposition };
  throw new WrongArguments(
    `There is no disposition "${word}". There are: ${dispositions.join(', ')}, extra, stuck.`,
  );
}
