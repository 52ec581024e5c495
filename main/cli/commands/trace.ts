import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Proof } from '../../../shared/contract/reconcile-methods';
import { identifiersOf, listedAtMost } from '../../../shared/text/identifiers';
import { optionOf, WrongArguments } from '../arguments';
import type { Command, CommandContext, CommandResult } from '../command';
import { table } from '../text-table';

export const traceCommand: Command = {
  name: 'trace',
  usage: 'CASE RECORD | CASE --list FILE',
  summary:
    'One record’s journey across systems and identifiers: every event with its line, every hop with its disposition. With --list what became of each identifier in a file.',
  mostWords: 2,
  options: { list: 1 },
  async run(context) {
    const { args, call, openCase } = context;
    const [path, record] = args.positional;
    const list = optionOf(args, 'list');
    if ((record === undefined) === (list === undefined))
      throw new WrongArguments('trace needs a CASE and a RECORD, or a CASE and --list FILE.');
    if (record === undefined) return traceList(context, identifiersIn(list ?? ''));
    await openCase(path);
    const trace = await call('records.trace', { record, limit: 1_000_000 });
    return {
      json: trace,
      text: [
        `Record ${trace.record}${trace.aliases.length > 0 ? `, also ${trace.aliases.join(', ')}` : ''}`,
        table(
          ['Time', 'System', 'Event', 'Peer', 'Message', 'File', 'Line'],
          trace.events.map((e) => [e.time, e.system, e.event, e.peer, e.message, e.file, e.line]),
        ),
        table(
          ['From', 'To', 'Disposition', 'Sent', 'Received', 'Why'],
          trace.hops.map((h) => [h.from, h.to, h.disposition, h.sentAt, h.receivedAt, h.why]),
        ),
        `Last proved present: ${proof(trace.lastProvedAt)}\nFirst proved absent: ${proof(trace.firstProvedAbsent)}`,
      ],
    };
  },
};

const proof = (p: Proof | null): string =>
  p
    ? `${p.of === 'message' ? 'a message about it, ' : ''}${p.at ?? 'no time'} at ${p.system}: ${p.because}`
    : 'not known';

function identifiersIn(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8');
  } catch (error) {
    throw new WrongArguments(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const records = identifiersOf(text);
  if (records.length === 0)
    throw new WrongArguments(`${file} names no record: one identifier a line, or separated by commas.`);
  if (records.length > listedAtMost)
    throw new WrongArguments(
      `${file} names ${records.length} records; give at most ${listedAtMost} at a time.`,
    );
  return records;
}

async function traceList(
  { args, call, openCase }: CommandContext,
  records: readonly string[],
): Promise<CommandResult> {
  await openCase(args.positional[0]);
  const rows = await call('records.list', { records: [...records] });
  return {
    json: rows,
    text: table(
      ['Asked', 'Record', 'Events', 'Hops', 'Last proved present', 'First proved absent'],
      rows.map((row) => [
        row.asked,
        row.record ?? 'in no log',
        row.events,
        Object.entries(row.hops)
          .map(([disposition, count]) => `${count} ${disposition}`)
          .join(', '),
        proof(row.lastProvedAt),
        proof(row.firstProvedAbsent),
      ]),
    ),
  };
}
