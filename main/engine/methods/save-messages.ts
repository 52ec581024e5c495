import { open, rename } from 'node:fs/promises';
import type { Estate } from '../../../shared/model/estate';
import { delimitedText } from '../../../shared/text/delimited-text';
import { type MessageWindowRequest, messagePortions } from '../analyse/losses/message-window';
import type { CallContext } from '../context';
import { writeOutput } from '../export/write-output';
import type { Database } from '../store/database';

const header = ['From', 'To', 'Message', 'Record', 'Sent at', 'Why', 'Acknowledged', 'File', 'Line'];

/**
 * Writes messages as CSV, a portion at a time: there may be more than fit into memory as text. The file has
 * its name only once it is whole: a job that is cancelled is killed, and half a list must not pass for one.
 */
export async function saveMessages(
  db: Database,
  estate: Estate,
  file: string,
  request: MessageWindowRequest,
  call: CallContext,
): Promise<{ readonly file: string; readonly rows: number }> {
  // Says what to do where the file cannot be written.
  const beside = `${file}.part`;
  await writeOutput(beside, delimitedText(header, []));
  const started = performance.now();
  const handle = await open(beside, 'a');
  let done = 0;
  try {
    for (const { total, rows } of messagePortions(db, estate, request)) {
      const cells = rows.map((row) => [
        row.from,
        row.to,
        row.message,
        row.record,
        row.sentAt,
        row.why,
        row.isAcknowledged ? 'yes' : 'no',
        row.file,
        row.line,
      ]);
      await handle.appendFile(delimitedText(null, cells));
      done += rows.length;
      const seconds = (performance.now() - started) / 1000;
      call.progress({
        label: 'Writing the messages',
        done,
        total,
        unit: 'rows',
        rows: done,
        rowsPerSecond: done / Math.max(0.001, seconds),
        secondsLeft: (seconds / done) * (total - done),
      });
    }
  } finally {
    await handle.close();
  }
  await rename(beside, file);
  return { file, rows: done };
}
