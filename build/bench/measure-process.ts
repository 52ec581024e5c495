import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ProcessRun {
  readonly seconds: number;
  /** Peak resident memory in megabytes, summed over the Node processes that took part; null for other programs. */
  readonly peakMegabytes: number | null;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Loaded into every Node process of a run: leaves its peak memory in a file when it ends. */
const reporter = `
const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  try { writeFileSync(process.env.BENCH_PEAKS + '/' + process.pid, String(process.resourceUsage().maxRSS)); } catch {}
});
`;

/** Runs a program to its end, timing it from outside. */
export function runMeasured(
  folder: string,
  command: string,
  args: readonly string[],
  input?: string,
): Promise<ProcessRun> {
  const peaks = mkdtempSync(join(folder, 'peaks-'));
  const hook = join(folder, 'report-peak.cjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(hook, reporter);
  const env = {
    ...process.env,
    BENCH_PEAKS: peaks,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(hook)}`.trim(),
  };
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const kilobytes = readdirSync(peaks).map((name) => Number(readFileSync(join(peaks, name), 'utf8')));
      rmSync(peaks, { recursive: true, force: true });
      resolve({
        seconds,
        peakMegabytes: kilobytes.length > 0 ? kilobytes.reduce((sum, one) => sum + one, 0) / 1024 : null,
        status: status ?? -1,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(errors).toString('utf8'),
      });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
