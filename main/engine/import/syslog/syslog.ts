/*
 * Format: syslog messages as they are stored or captured, with their priority ("<34>1 …").
 * Version: RFC 5424; RFC 3164 too, whose times need the year from the mapping; RFC 6587 framing.
 * Spec: RFC 5424, RFC 3164, RFC 6587.
 * Read: each message (the row) as a line of its application's log; structured data as a log's columns.
 * Dropped: the free text of messages (it stays in the file, one click away).
 */
import { FileRefused, type Importer } from '../importer';
import { isoTime, LogClock } from '../log/log-clock';
import { syslogEvent, syslogReading, syslogTime } from '../log/syslog-event';
import { frameStart, syslogFrame } from '../log/syslog-frame';
import { readSyslog } from '../log/syslog-messages';

export const syslogImporter: Importer = {
  id: 'syslog',
  title: 'Syslog (RFC 5424)',
  version: 1,
  detects: 'Lines that start with a priority in angle brackets and a syslog header.',
  fields: ['time', 'system', 'event', 'peer', 'message', 'record'],
  drops: ['the free text of messages'],

  detect(probe) {
    const lines = probe.text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .slice(0, 200);
    const framed = lines.filter((line) => frameStart.test(line) && syslogFrame(line) !== null).length;
    if (framed === 0 || (lines[0] !== undefined && !frameStart.test(lines[0]))) return null;
    return {
      confidence: framed * 2 > lines.length ? 0.93 : 0.7,
      summary: `Syslog, ${framed} messages in the first part`,
    };
  },

  async read(input, sink) {
    const clock = new LogClock(input.mapping, isoTime);
    const reading = syslogReading(input.mapping, clock);
    let rows = 0;
    let undated = 0;
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
          sink.warn({ line }, 'long-message', 'The message is longer than 2 MiB; its end was not read.');
        sink.event(syslogEvent(frame, time, line, reading));
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
    for (const note of clock.notes()) sink.note(note);
  },
};
