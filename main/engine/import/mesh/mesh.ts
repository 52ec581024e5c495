/*
 * Format: MESH, the NHS's file exchange: control files, tracking answers, mailbox stores and their lists.
 * Version: .ctl 1.0; the MESH API's first and second interface; the sandbox's store.
 * Spec: NHS England, MESH API and "MESH client interface" (control files, status codes).
 * Read: each message (the row) with its statuses as the sender can learn them; mailboxes and workflows.
 * Dropped: the data files, checksums, sizes and expiry times; passwords are never taken.
 */
import { type FactSink, type FileProbe, FileRefused, type Importer, type ImportInput } from '../importer';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { isoTime, LogClock } from '../log/log-clock';
import { readXmlRows } from '../xml/read-xml-rows';
import { controlFile, saysNothing } from './mesh-control';
import { stateMailbox, stateWorkflow } from './mesh-directory';
import { stateExchange } from './mesh-exchange';
import { type MeshRecord, meshRecordOf, storedMessage, trackedMessage } from './mesh-json';

const controlTag = /<(?:\w+:)?DTSControl[\s>]/;

const words: Readonly<Record<MeshRecord, string>> = {
  message: 'messages with their status history',
  tracking: 'tracking answers',
  mailbox: 'a list of mailboxes',
  workflow: 'a list of workflows',
};

export const meshImporter: Importer = {
  id: 'mesh',
  title: 'MESH control files and tracking',
  version: 1,
  detects: 'XML with DTSControl, or JSON with MESH message, tracking, mailbox or workflow fields.',
  fields: ['time', 'system', 'peer', 'event', 'message', 'source', 'destination', 'organisation'],
  drops: ['data files', 'checksums and sizes', 'expiry times', 'passwords'],

  detect(probe) {
    if (isControl(probe)) return { confidence: 0.97, summary: 'MESH control file' };
    const kind = lookInto(probe)?.kind;
    return kind === undefined ? null : { confidence: 0.95, summary: `MESH, ${words[kind]}` };
  },

  async read(input, sink) {
    const clock = new LogClock(input.mapping, isoTime);
    if (isControl(input.probe)) {
      await readXmlRows(input, sink, {
        isRecord: (tag) => tag.name === 'DTSControl',
        row: (element) => {
          const exchange = controlFile(element);
          if (saysNothing(exchange)) {
            const message =
              'The control file names no mailbox, no message and no status. Ask for the one that belongs to the data file.';
            sink.reject(exchange.place, 'empty-control-file', message);
          } else stateExchange(exchange, clock, sink, '');
        },
        empty: 'The document holds no DTSControl.',
      });
    } else {
      await readObjects(input, sink, clock);
    }
    sink.note(
      'MESH proves transport only: "accepted" means that the message lay in the recipient’s mailbox.',
    );
    for (const note of clock.notes()) sink.note(note);
  },
};

/** Records stand alone, one a line, in an array, or as the messages of an answer. */
function lookInto(
  probe: FileProbe,
): { readonly kind: MeshRecord; readonly select: readonly string[] } | null {
  for (const select of [null, ['/messages/*']]) {
    const peek = peekJson(probe, select ?? undefined);
    const kind = peek?.values.map(meshRecordOf).find((found) => found !== null);
    if (peek && kind) return { kind, select: select ?? [peek.layout === 'array' ? '/*' : ''] };
  }
  return null;
}

function isControl(probe: FileProbe): boolean {
  return /^\s*</.test(probe.text) && controlTag.test(probe.text);
}

async function readObjects(input: ImportInput, sink: FactSink, clock: LogClock): Promise<void> {
  const layout = peekJson(input.probe)?.layout ?? 'document';
  const { encoding } = input.probe;
  const progress = (bytes: number): void => sink.progress(bytes);
  let understood = 0;
  let rows = 0;
  let first: { code: string; message: string; line: number } | null = null;
  const select = lookInto(input.probe)?.select;
  await readJson(input.open(), { layout, ...(select ? { select } : {}), encoding, progress }, (element) => {
    rows += 1;
    if (!element.ok) {
      first ??= { code: element.code, message: element.message, line: element.place.line };
      sink.reject(element.place, element.code, element.message, element.raw);
      return;
    }
    const { value, place } = element;
    const kind = meshRecordOf(value);
    const raw = JSON.stringify(value).slice(0, 2000);
    if (kind === null) {
      sink.reject(
        place,
        'not-mesh',
        'The object is no message, tracking answer, mailbox or workflow of MESH.',
        raw,
      );
      return;
    }
    understood += 1;
    if (kind === 'mailbox') stateMailbox(value, place, sink);
    else if (kind === 'workflow') stateWorkflow(value, place, sink);
    else {
      const exchange = kind === 'message' ? storedMessage(value, place) : trackedMessage(value, place);
      if (exchange.statuses.length === 0) {
        sink.warn(
          place,
          'no-status',
          `Message ${exchange.messageId ?? ''} has no status: it says nothing that happened.`,
        );
      }
      stateExchange(exchange, clock, sink, raw);
    }
  });
  if (understood > 0) return;
  const problem: { code: string; message: string; line: number } = first ?? {
    code: 'no-message',
    message: rows === 0 ? 'The file is empty.' : 'No object of the file is one of MESH.',
    line: 1,
  };
  throw new FileRefused(problem.code, problem.message, problem.line);
}
