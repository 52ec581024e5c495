import { WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

export const traceCommand: Command = {
  name: 'trace',
  usage: 'CASE RECORD',
  summary:
    'One record’s journey across systems and identifiers: every event with its line, every hop with its disposition.',
  mostWords: 2,
  async run({ args, call, openCase }) {
    const [path, record] = args.positional;
    if (record === undefined) throw new WrongArguments('trace needs a CASE and a RECORD.');
    await openCase(path);
    const trace = await call('records.trace', { record, limit: 1_000_000 });
    const proof = (p: typeof trace.lastProvedAt): string =>
      p ? `${p.at ?? 'no time'} at ${p.system}: ${p.because}` : 'not known';
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
