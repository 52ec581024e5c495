import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of a test's own, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const systems = `Application Name;Business owner;Vendor;Data Centre;Backup?
Alder Register;Wexford Trust;Northlight;East;yes
Birch Hub;;Northlight;East;no
Cedar Archive;Wexford Trust;Ravel;West;
`;

const flows = `Provider Business Application,Recipient system,Information Asset,Flow status,Expected records,Max delay (minutes)
Alder Register,Birch Hub,Letters,live,all,60
Birch Hub,Cedar Archive,Letters,live,all,60
Alder Register,Cedar Archive,Letters,planned,all,60
`;

/** Local times in day/month order, a column that no header maps, and two rows that cannot be accepted. */
function alderLog(): string {
  const rows = ['Date/Time,System,Action,Other system,Ref,NHS No,Room'];
  for (let minute = 10; minute < 40; minute += 1) {
    rows.push(
      `03/04/2023 09:${minute}:00,Alder Register,sent,Birch Hub,A-${minute},94765${minute}919,R${minute % 3}`,
    );
  }
  rows.push('2023-13-45 09:50:00,Alder Register,sent,Birch Hub,A-90,9476590919,R1');
  rows.push('torn');
  return `${rows.join('\n')}\n`;
}

/** Minute by minute a heartbeat, long after the last letter was due; every seventh letter is not received. */
function birchLog(): string {
  const rows: string[] = [];
  for (let minute = 10; minute < 160; minute += 1) {
    const time = new Date(Date.UTC(2023, 3, 3, 8, minute, 30)).toISOString();
    const line = { time, system: 'Birch Hub' };
    if (minute < 40 && minute % 7 !== 0) {
      const letter = { peer: 'Alder Register', messageId: `A-${minute}`, nhsNumber: `94765${minute}919` };
      rows.push(JSON.stringify({ ...line, event: 'received', ...letter }));
    }
    rows.push(JSON.stringify({ ...line, event: 'heartbeat' }));
  }
  return `${rows.join('\n')}\n`;
}

/** Three systems, three flows and two logs, as a person would find them in a folder. */
export function writeSmallEstate(): string {
  const folder = join(temporaryFolder(), 'estate');
  mkdirSync(folder);
  writeFileSync(join(folder, 'systems.csv'), systems);
  writeFileSync(join(folder, 'flows.csv'), flows);
  writeFileSync(join(folder, 'alder.csv'), alderLog());
  writeFileSync(join(folder, 'birch.jsonl'), birchLog());
  return folder;
}
