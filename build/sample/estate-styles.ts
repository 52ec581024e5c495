import type { TableStyle } from './delimited-text';
import { plainTable } from './delimited-text';
import type { EstateOptions } from './estate-options';
import type { LogColumn, LogStyle } from './log-file';
import type { LogLine } from './log-line';
import type { Random } from './random';

/** Headers by which real logs name a field; the first is the plainest. */
const logHeaders: Readonly<Record<string, readonly string[]>> = {
  time: ['Timestamp', 'Date/Time', 'time:timestamp', '_time', 'received_date', 'recorded', 'time'],
  system: ['Logged by', 'System', 'connector_name', 'org:group'],
  event: ['Event', 'Action', 'event', 'status', 'jdiEvent'],
  peer: ['Peer', 'Other system', 'remote'],
  message: ['Message Control ID', 'MSH-10', 'messageId', 'GUID', 'conversationID', 'Mex-MessageID'],
  record: ['NHS Number', 'NHS No', 'nhsNumber', 'PID-3', 'record_id', 'patientId'],
  type: ['Message Type', 'MSH-9', 'type'],
  site: ['Site', 'Location', 'Clinic'],
  version: ['Interface Version', 'HL7 version', 'version'],
  error: ['Error', 'Error text', 'Failure reason'],
};
const jsonHeaders: Readonly<Record<string, string>> = {
  time: 'time',
  system: 'system',
  event: 'event',
  peer: 'peer',
  message: 'messageId',
  record: 'nhsNumber',
  type: 'type',
  site: 'site',
  version: 'version',
  error: 'error',
};

type Words = Readonly<Partial<Record<LogLine['event'], string>>>;
const casedWords: readonly Words[] = [
  {
    sent: 'Sent',
    received: 'Received',
    rejected: 'Rejected',
    filtered: 'Filtered',
    queued: 'Queued',
    heartbeat: 'Heartbeat',
  },
  {
    sent: 'SENT',
    received: 'RECEIVED',
    rejected: 'REJECTED',
    filtered: 'FILTERED',
    queued: 'QUEUED',
    heartbeat: 'HEARTBEAT',
  },
];
const otherWords: readonly Words[] = [
  { sent: 'transmitted', rejected: 'NACK', acknowledged: 'ACK' },
  { sent: 'dispatched', rejected: 'error', queued: 'QUEUED' },
  ...casedWords,
];

/** A table's look, drawn where the options vary it. */
export function tableStyle(random: Random, options: EstateOptions, isVaried: boolean): TableStyle {
  const delimiter = isVaried ? random.pick([',', ';', '\t', '|'] as const) : ',';
  const encoding =
    options.encodings === 'varied'
      ? random.pick(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)
      : 'utf-8';
  return {
    delimiter,
    encoding,
    byteOrderMark: encoding.startsWith('utf-16') || (isVaried && random.chance(0.5)),
    newline: isVaried ? random.pick(['\r\n', '\n'] as const) : '\r\n',
  };
}

/** How one system writes its log. */
export function estateLogStyle(system: string, options: EstateOptions, random: Random): LogStyle {
  const isVaried = options.logStyle !== 'plain';
  const isTable =
    options.logStyle === 'all table' ||
    (options.logStyle !== 'all json' && random.chance(isVaried ? 0.6 : 0.5));
  const fields = Object.keys(logHeaders).filter(
    (field) => field !== 'message' || options.match === 'message',
  );
  const order = isVaried ? [...fields.slice(0, 2), ...random.shuffle(fields.slice(2))] : fields;
  const columns: LogColumn[] = order.map((field) => {
    const headers = logHeaders[field] ?? [field];
    const table = isVaried ? random.pick(headers) : headers[0];
    return { field, header: (isTable ? table : jsonHeaders[field]) ?? field };
  });
  const time = random.pick(options.times);
  const words =
    options.words === 'plain' ? {} : random.pick(options.words === 'cased' ? casedWords : otherWords);
  const base = system
    .normalize('NFD')
    .replace(/[^\w ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '-');
  // Only files whose times are ISO are given rows that are no rows: their badness is beyond doubt.
  const hasJunk = options.junk && time.format === 'iso';
  const style = isTable ? tableStyle(random, options, isVaried) : { ...plainTable, newline: '\n' as const };
  const tail = isTable ? tableJunk(style) : 'not a row\n{"time": "2023-02-30T99:00:00Z", "sys\n';
  const isJunky = hasJunk && random.chance(0.5);
  return {
    file: `${base}.${isTable ? (style.delimiter === '\t' ? 'tsv' : 'csv') : 'jsonl'}`,
    format: isTable ? 'table' : 'json lines',
    table: style,
    columns,
    time,
    words,
    order: options.order === 'varied' && random.chance(0.5) ? 'newest first' : 'oldest first',
    nameCase:
      options.nameCase === 'varied' ? random.pick(['as given', 'upper', 'lower'] as const) : 'as given',
    ...(isJunky ? { tail, tailRows: 2 } : {}),
    isTorn: hasJunk && !isJunky && random.chance(0.5),
  };
}

/** A line of one cell, and a row whose date does not exist. */
function tableJunk({ delimiter, newline }: TableStyle): string {
  const row = ['2023-13-45T99:00:00Z', 'x', 'sent', 'y', 'bad-1', '', '', '', ''].join(delimiter);
  return `not a row${newline}${row}${newline}`;
}
