/*
 * Format: ATNA / DICOM audit messages (XML): alone, many in one file, or inside syslog messages.
 * Version: DICOM PS3.15 A.5 and RFC 3881, as IHE ITI-20 sends them.
 * Spec: DICOM PS3.15 A.5.1; IHE ITI TF-2 3.20; RFC 5424.
 * Read: each AuditMessage (the row) as a line of its audit source's log; other syslog lines as they are.
 * Dropped: query texts, network addresses, participants in other roles, sensitivity and life cycle of objects.
 */
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { isoTime, LogClock } from '../log/log-clock';
import { syslogEvent, syslogReading, syslogTime } from '../log/syslog-event';
import { frameStart, startsPlainly, syslogFrame } from '../log/syslog-frame';
import { readSyslog } from '../log/syslog-messages';
import { parseXml } from '../xml/read-xml-records';
import { readXmlRows } from '../xml/read-xml-rows';
import { XmlBroken } from '../xml/xml-broken';
import { attributeOf, childOf, type XmlElement } from '../xml/xml-element';
import { auditEvents } from './audit-message';

export const atnaImporter: Importer = {
  id: 'atna',
  title: 'ATNA audit messages',
  version: 1,
  detects: 'XML with AuditMessage elements, as a document or inside syslog messages.',
  fields: ['time', 'system', 'peer', 'event', 'message', 'record'],
  drops: ['query texts', 'network addresses', 'participants other than source and destination'],

  detect(probe) {
    const messages = probe.text.match(/<(?:\w+:)?AuditMessage[\s>]/g)?.length ?? 0;
    if (messages === 0 || !/EventIdentification/.test(probe.text)) return null;
    const isSyslog = isSyslogText(probe.text);
    if (!isSyslog && !/^\s*</.test(probe.text)) return null;
    const count = probe.isWhole ? `${messages} messages` : `${messages} messages in the first part`;
    return { confidence: 0.96, summary: `ATNA audit ${isSyslog ? 'in syslog' : 'trail'}, ${count}` };
  },

  async read(input, sink) {
    const reader = new AtnaReader(input, sink);
    if (isSyslogText(input.probe.text)) await reader.readSyslog();
    else await reader.readDocument();
    reader.finish();
  },
};

function isSyslogText(text: string): boolean {
  const start = text.trimStart();
  return frameStart.test(start) || startsPlainly(start);
}

class AtnaReader {
  readonly #clock: LogClock;
  #rows = 0;
  #others = 0;

  constructor(
    private readonly input: ImportInput,
    private readonly sink: FactSink,
  ) {
    this.#clock = new LogClock(input.mapping, isoTime);
  }

  async readDocument(): Promise<void> {
    await readXmlRows(this.input, this.sink, {
      isRecord: (tag) => tag.name === 'AuditMessage',
      row: (element) => this.#message(element, element.line, ''),
      empty: 'The document holds no AuditMessage.',
    });
  }

  async readSyslog(): Promise<void> {
    const reading = syslogReading(this.input.mapping, this.#clock);
    const { sink } = this;
    await readSyslog(
      this.input,
      ({ text, line, isCut }) => {
        this.#rows += 1;
        const start = text.search(/<(\w+:)?AuditMessage[\s>]/);
        if (start !== -1) {
          this.#embedded(text.slice(start), line, isCut, text);
          return;
        }
        const frame = syslogFrame(text);
        const time = frame === null ? null : syslogTime(frame, reading);
        if (frame === null || time === 'bad') {
          sink.reject({ line }, 'no-header', 'The line is neither an audit message nor syslog.', text);
          return;
        }
        this.#others += 1;
        sink.event(syslogEvent(frame, time, line, reading));
        sink.accept();
      },
      (bytes) => sink.progress(bytes),
    );
    if (this.#rows === 0) throw new FileRefused('no-message', 'The file holds no audit message.');
  }

  #embedded(xml: string, line: number, isCut: boolean, raw: string): void {
    try {
      const [message] = parseXml(xml);
      if (message !== undefined) this.#message(message, line, raw);
    } catch (error) {
      if (!(error instanceof XmlBroken)) throw error;
      const why = isCut
        ? 'The audit message is longer than 2 MiB, or the file ends within it.'
        : error.message;
      this.sink.reject({ line }, error.code, why, raw);
    }
  }

  #message(message: XmlElement, line: number, raw: string): void {
    const identification = childOf(message, 'EventIdentification');
    const written = identification && attributeOf(identification, 'EventDateTime');
    const time = written === null ? null : this.#clock.read(written);
    if (time === null) {
      const what = written === null ? 'has no EventDateTime' : `happened at "${written}", which is no time`;
      this.sink.reject({ line }, 'bad-time', `The audit message ${what}.`, raw);
      return;
    }
    for (const event of auditEvents(message, time, line)) this.sink.event(event);
    this.sink.accept();
  }

  finish(): void {
    if (this.#others > 0)
      this.sink.note(`Syslog messages without an audit message, read as they are: ${this.#others}.`);
    for (const note of this.#clock.notes()) this.sink.note(note);
  }
}
