import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Text is written in pieces of about this size. */
const pieceCharacters = 1024 * 1024;

/** Writes parts one after another until the file has its size; gives the sum of what they count. */
async function writeUntil(
  path: string,
  bytes: number,
  ends: { readonly start: string; readonly end: string },
  part: (number: number) => { readonly text: string; readonly rows: number },
): Promise<number> {
  const file = createWriteStream(path);
  const send = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  let rows = 0;
  let written = ends.start.length;
  let piece = ends.start;
  for (let number = 0; written < bytes; number += 1) {
    const { text, rows: more } = part(number);
    rows += more;
    written += text.length;
    piece += text;
    if (piece.length < pieceCharacters) continue;
    await send(piece);
    piece = '';
  }
  await send(piece + ends.end);
  file.end();
  await finished(file);
  return rows;
}

const start = Date.UTC(2024, 0, 1);
const moment = (second: number): string => new Date(start + second * 1000).toISOString();
const steps = ['Register', 'Triage', 'Blood test', 'Imaging', 'Review', 'Treat', 'Discharge'];

const xesStart = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<classifier name="Activity" keys="concept:name"/>
`;

/** A log of cases of seven steps each, as process tools export them. */
export function writeXes(path: string, bytes: number): Promise<number> {
  return writeUntil(path, bytes, { start: xesStart, end: '</log>\n' }, (number) => {
    const events = steps.map(
      (step, at) =>
        `<event><string key="concept:name" value="${step}"/><string key="org:resource" value="Clerk ${(number + at) % 40}"/><string key="lifecycle:transition" value="complete"/><date key="time:timestamp" value="${moment(number * 7 + at)}"/><int key="cost" value="${(number * 31) % 900}"/></event>\n`,
    );
    const head = `<trace><string key="concept:name" value="case ${number}"/>\n`;
    return { text: `${head}${events.join('')}</trace>\n`, rows: steps.length };
  });
}

/** One line each of what an interface engine logs. */
export function writeLines(path: string, bytes: number): Promise<number> {
  return writeUntil(path, bytes, { start: '', end: '' }, (number) => {
    const line = {
      time: moment(number),
      system: 'Interface engine',
      event: number % 2 === 0 ? 'received' : 'sent',
      peer: number % 2 === 0 ? 'Laboratory' : 'Patient record',
      messageId: `M-${Math.floor(number / 2)}`,
      recordId: `R-${number % 500_000}`,
      site: `Site ${number % 12}`,
      type: 'ORU^R01',
    };
    return { text: `${JSON.stringify(line)}\n`, rows: 1 };
  });
}
