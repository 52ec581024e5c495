/*
 * Format: syslog messages as they are captured ("<34>1 …") or stored by a daemon, without their priority.
 * Version: RFC 5424; RFC 3164 too, whose times need the year from the mapping; RFC 6587 framing.
 * Spec: RFC 5424, RFC 3164, RFC 6587.
 * Read: each message (the row) as a line of its application's log; structured data and pairs (name=value) in the text as a log's columns.
 * Dropped: the other text of messages (it stays in the file, one click away).
 */
import { FileRefused, type Importer } from '../importer';
import { isoTime, LogClock } from '../log/log-clock';
import { syslogEvent, syslogReading, syslogTime } from '../log/syslog-event';
import { frameStart, startsPlainly, syslogFrame } from '../log/syslog-frame';
import { readSyslog } from '../log/syslog-messages';

export const syslogImporter: Importer = {
  id: 'syslog',
  title: 'Syslog (RFC 5424, RFC 3164)',
  version: 1,
  detects: 'Lines that start with a syslog header, with or without its priority in angle brackets.',
  fields: ['time', 'system', 'event', 'peer', 'message', 'record'],
  drops: ['the free text of messages, but for pairs such as peer=EPR'],

  detect(probe) {
    const lines = probe.text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .slice(0, 200);
    const [first = ''] = lines;
    const isMarked = frameStart.test(first);
    if (!isMarked && !startsPlainly(first)) return null;
    const found = lines.filter(
      (line) => (isMarked ? frameStart : /^/).test(line) && syslogFrame(line) !== null,
    );
    if (found.length === 0) return null;
    const isMost = found.length * 2 > lines.length;
    return {
      confidence: isMarked ? (isMost ? 0.93 : 0.7) : isMost ? 0.66 : 0.4,
      summary: `Syslog, ${found.length} messages in the first part`,
    };
  },

  async read(input, sink) {
    const clock = new LogClock(input.mapping, isoTime);
    const reading = syslogReading(input.mapping, clock);
    let rows = 0;
    let undated = 0;
    let isInterface = false;
    await readSyslog(
      input,
      ({ text, line, isCut }) => {
        rows += 1;
        const frame = syslogFrame(text);
        if (frame === null) {
          sink.reject(
            { line },
            'no-header',
            'The line has no syslog header (<priority>version time …).',
            text,
          );
          return;
        }
        const time = syslogTime(frame, reading);
        if (time === 'bad') {
          sink.reject({ line }, 'bad-time', `"${frame.time}" is not a time of syslog.`, text);
          return;
        }
        if (time === null) undated += 1;
        if (isCut)
          sink.warn(
            { line },
            'cut-message',
            'The end of the message was not read: it is longer than 2 MiB, or the file ends within it.',
          );
        const event = syslogEvent(frame, time, line, reading);
        isInterface ||= event.peer !== null || event.message !== null;
        sink.event(event);
        sink.accept();
      },
      (bytes) => sink.progress(bytes),
    );
    if (rows === 0) throw new FileRefused('no-message', 'The file holds no syslog message.');
    if (undated > 0) {
      sink.note(
        `Messages without a usable time: ${undated}. Times of the old form (RFC 3164) name no year: set constants.year in the mapping.`,
      );
    }
    if (!isInterface)
      sink.note(
        'No line names another system or a message in structured data or pairs (peer=EPR). Where its text does, give a pattern in the mapping.',
      );
    for (const note of clock.notes()) sink.note(note);
  },
};
