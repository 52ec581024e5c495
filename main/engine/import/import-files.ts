import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import type { FileReport, ImportReport } from '../../../shared/contract/import-methods';
import type { Progress } from '../../../shared/contract/outcome';
import type { Mapping } from '../../../shared/model/mapping';
import type { OpenCase } from '../store/case-file';
import { ImportSession } from '../store/sources/import-session';
import { listIssues } from '../store/sources/sources';
import { guardOf } from './batch/record-secret';
import { detectImporter, importerById, refusalFor } from './detect/detect-importer';
import { expandPaths } from './detect/expand-paths';
import { eachPart } from './file/file-blocks';
import { type FileLocation, nameOf, openBytes, probeFile } from './file/open-file';
import { type FileProbe, FileRefused, type Importer } from './importer';
import { detectJsonLayout } from './json/layout';
import { type ProgressMeter, progressMeter } from './progress-meter';
import { openReader } from './read-source';
import type { SourceReader } from './reader-thread';

export interface ImportRequest {
  readonly path: string;
  readonly mapping?: Mapping | undefined;
  readonly importer?: string | undefined;
}

/** Issues shown in a report; the case has them all. */
const shownIssues = 1000;

/**
 * Imports files, folders and archives into a case in one transaction. A file that nothing can read is
 * reported and the others go on; a file imported before changes nothing.
 */
export async function importFiles(
  openCase: OpenCase,
  requests: readonly ImportRequest[],
  onProgress: (progress: Progress) => void = () => {},
): Promise<ImportReport> {
  const jobs: { location: FileLocation; request: ImportRequest }[] = [];
  for (const request of requests) {
    for (const location of await expandPaths([request.path], openCase.path)) jobs.push({ location, request });
  }
  const sizes = await Promise.all(jobs.map(({ location }) => sizeOf(location.path)));
  const meter = progressMeter(
    sizes.reduce((a, b) => a + b, 0),
    onProgress,
  );
  const files = await ImportSession.run(openCase, async (session) => {
    const reports: FileReport[] = [];
    for (const [index, { location, request }] of jobs.entries()) {
      meter.startFile(nameOf(location));
      reports.push(await importOne(session, location, request, meter));
      meter.endFile(sizes[index] ?? 0);
    }
    return reports;
  });
  return { files };
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await fs.stat(path)).size;
  } catch {
    return 0;
  }
};

async function importOne(
  session: ImportSession,
  location: FileLocation,
  request: ImportRequest,
  meter: ProgressMeter,
): Promise<FileReport> {
  const started = performance.now();
  const path = location.member ? `${location.path}/${location.member}` : location.path;
  let sha256 = '';
  const report = (importer: string, rest: Partial<FileReport>): FileReport => ({
    path,
    sha256,
    importer,
    kind: null,
    rows: 0,
    accepted: 0,
    rejected: 0,
    issues: [],
    issueCount: rest.issues?.length ?? 0,
    notes: [],
    seconds: Math.round((performance.now() - started) / 10) / 100,
    ...rest,
  });
  let reader: SourceReader | null = null;
  try {
    const probe = await probeFile(location);
    const thread = openReader(probe.bytes);
    reader = thread;
    // A large file is read while it is hashed; the case sees nothing of it before its hash is known.
    const choice = chooseOrRefuse(probe, request);
    if (choice.importer) {
      thread.begin({
        location,
        importer: choice.importer.id,
        mapping: request.mapping ?? {},
        secret: session.openCase.secret,
      });
    }
    sha256 = await hashOf(location, probe, (done) => meter.check(done, probe.bytes));
    // The same text, packed, is the same log: a folder often has both.
    const known =
      session.findByHash(sha256) ??
      (probe.compression === 'gzip' ? session.findByHash(await hashOfText(location, probe)) : null);
    if (known)
      return report('already imported', {
        notes: [`The same bytes were imported as ${known.name}; nothing was changed.`],
      });
    if (!choice.importer) throw choice.refusal;
    const { importer } = choice;
    const identity = {
      path: location.path,
      member: location.member ?? null,
      name: nameOf(location),
      sha256,
      bytes: probe.bytes,
      importer: importer.id,
      importerVersion: importer.version,
      encoding: probe.encoding,
    };
    const writer = await session.writeSource(identity, async (source) => {
      source.onProgress = (bytes, rows) => meter.update(bytes, rows);
      try {
        await thread.batches((batch) => source.write(batch));
      } catch (error) {
        // What was read before an archive breaks off is kept: the break is an issue like a torn line.
        const isBreak =
          error instanceof FileRefused && error.code === 'damaged-archive' && source.accepted > 0;
        if (!isBreak) throw error;
        source.warn({ line: error.line }, error.code, `${error.message} What came before was imported.`);
      }
      return source;
    });
    const issues = listIssues(session.openCase.db, { sourceId: writer.sourceId, limit: shownIssues });
    return report(importer.id, {
      kind: writer.kind,
      rows: writer.accepted + writer.rejected,
      accepted: writer.accepted,
      rejected: writer.rejected,
      issues: issues.map(({ line, code, message }) => ({ line, code, message })),
      issueCount: writer.issues,
      notes: writer.notes,
    });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const message = guardOf(session.openCase.secret)?.text(error.message) ?? error.message;
    session.logRefusal(path, sha256, message);
    return report('none', { issues: [{ line: error.line, code: error.code, message }] });
  } finally {
    await reader?.close();
  }
}

type Choice = { readonly importer: Importer } | { readonly importer: null; readonly refusal: FileRefused };

/** The same with a refusal kept: bytes that were imported before are known by their hash, whoever asks how. */
function chooseOrRefuse(probe: FileProbe, request: ImportRequest): Choice {
  try {
    return { importer: chooseImporter(probe, request) };
  } catch (refusal) {
    if (refusal instanceof FileRefused) return { importer: null, refusal };
    throw refusal;
  }
}

/** Who reads a file: as a mapping or a person says, else whoever recognises it. Throws a refusal with its reason. */
export function chooseImporter(
  probe: FileProbe,
  request: Pick<ImportRequest, 'mapping' | 'importer'>,
): Importer {
  const { mapping } = request;
  const wanted = request.importer ?? mapping?.importer ?? (mapping?.pattern && 'pattern');
  if (wanted !== undefined) {
    const importer = importerById(wanted);
    if (!importer)
      throw new FileRefused('unknown-importer', `There is no importer "${wanted}". "importers" lists them.`);
    return importer;
  }
  if (probe.head.length === 0) {
    const { code, message } = refusalFor(probe);
    throw new FileRefused(code, message);
  }
  const found = detectImporter(probe);
  if (found) return found.importer;
  // A mapping for a table says what detection could not.
  const isForTable =
    mapping !== undefined && (mapping.kind ?? mapping.columns ?? mapping.headerRow) !== undefined;
  const isJson = detectJsonLayout(probe.text, probe.isWhole) !== null;
  const table = isForTable && !probe.isBinary ? importerById(isJson ? 'json' : 'csv') : null;
  if (table) return table;
  const { code, message } = refusalFor(probe);
  throw new FileRefused(code, message);
}

/** SHA-256 of a packed file's text; of one that is damaged, nothing. */
async function hashOfText(location: FileLocation, probe: FileProbe): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of openBytes(location, probe.bytes, probe.compression)) hash.update(chunk);
  } catch {
    return '';
  }
  return hash.digest('hex');
}

/** SHA-256 of a file's bytes as they are on disk; of a member, of its decompressed bytes. */
export async function hashOf(
  location: FileLocation,
  probe: Pick<FileProbe, 'bytes' | 'compression'>,
  onBytes: (done: number) => void = () => {},
): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  const take = (part: Uint8Array): void => {
    hash.update(part);
    done += part.length;
    onBytes(done);
  };
  if (location.member)
    for await (const chunk of openBytes(location, probe.bytes, probe.compression)) take(chunk);
  else await eachPart(location.path, take);
  return hash.digest('hex');
}
