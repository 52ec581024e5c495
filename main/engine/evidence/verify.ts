import type { VerifyReport } from '../../../shared/contract/case-methods';
import type { Progress } from '../../../shared/contract/outcome';
import { ExpectedFailure } from '../expected-failure';
import { messageHash } from '../import/batch/event-batch';
import { probeFile } from '../import/file/open-file';
import { hashOf } from '../import/import-files';
import type { OpenCase } from '../store/case-file';
import { findBrokenLink } from '../store/case-log';
import type { Database } from '../store/database';
import { EventDigest } from '../store/events/event-digest';
import { PostingsCheck } from '../store/events/postings/postings-check';
import { besideDigest } from '../store/facts/beside-digest';
import { findChangedStatement } from '../store/facts/edits';
import { factDigest } from '../store/facts/fact-digest';
import { namesAgree } from '../store/names/keep-names';
import { findChangedName } from '../store/names/name-digest';

type Check = VerifyReport['checks'][number];

/** A check that stumbles over a damaged page has found something wrong; the others are still worth making. */
function unlessDamaged(name: string, check: () => Check): Check {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return { name, ok: false, detail: error.message };
  }
}

interface Source {
  id: number;
  path: string;
  member: string | null;
  name: string;
  sha256: string;
  event_digest: string;
  fact_digest: string;
  rows: number;
  accepted: number;
  rejected: number;
}

/** What the log says of an import. */
interface LoggedImport {
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly events?: string;
  readonly facts?: string;
  /** Imports of older versions have none. */
  readonly beside?: string;
}

/** Checks a case against itself and against its sources: everything a reader would doubt. */
export async function verifyCase(
  openCase: OpenCase,
  onProgress: (p: Progress) => void = () => {},
): Promise<VerifyReport> {
  const { db } = openCase;
  const logged = importsInLog(db);
  const postings = new PostingsCheck();
  const contents = (source: Source): Check =>
    unlessDamaged(`contents of ${source.name}`, () =>
      checkContents(db, source, logged.get(source.sha256), postings),
    );
  const sources = db.all<Source>(
    `SELECT id, path, member, name, sha256, event_digest, fact_digest, rows, accepted, rejected
     FROM source ORDER BY name`,
  );
  const checks: Check[] = [
    checkDatabase(db),
    unlessDamaged('case log', () => checkLog(db)),
    unlessDamaged('names', () => checkNames(db)),
    unlessDamaged('statements', () => checkStatements(db)),
    unlessDamaged('sources', () => checkSources(sources, logged)),
    checkIdentifiers(openCase),
  ];
  for (const [done, source] of sources.entries()) {
    onProgress({ label: source.name, done, total: sources.length, unit: 'files', secondsLeft: null });
    checks.push(contents(source), await checkFile(source));
  }
  checks.push(unlessDamaged('postings', () => checkPostings(db, postings)));
  return { ok: checks.every((check) => check.ok), checks };
}

function checkDatabase(db: Database): Check {
  let problems: string[];
  try {
    problems = db
      .all<{ integrity_check: string }>('PRAGMA integrity_check(20)')
      .map((row) => row.integrity_check);
  } catch (error) {
    problems = [(error as Error).message];
  }
  const ok = problems.length === 1 && problems[0] === 'ok';
  return { name: 'database', ok, detail: ok ? 'SQLite finds the file sound.' : problems.join('; ') };
}

function checkLog(db: Database): Check {
  const broken = findBrokenLink(db);
  const entries = db.get<{ n: number }>('SELECT count(*) AS n FROM case_log')?.n ?? 0;
  return {
    name: 'case log',
    ok: broken === null,
    detail:
      broken === null
        ? `${entries} entries, each following from the one before.`
        : `The chain is broken: ${broken}.`,
  };
}

/** The imports that the log tells of and whose sources were not removed again, by the file's hash. */
function importsInLog(db: Database): ReadonlyMap<string, LoggedImport> {
  const found = new Map<string, LoggedImport>();
  const rows = db.all<{ action: string; detail: string }>(
    "SELECT action, detail FROM case_log WHERE action IN ('import', 'remove source') ORDER BY id",
  );
  for (const { action, detail } of rows) {
    const entry = JSON.parse(detail) as LoggedImport;
    if (action === 'import') found.set(entry.sha256, entry);
    else found.delete(entry.sha256);
  }
  return found;
}

function checkNames(db: Database): Check {
  const changed =
    findChangedName(db) ??
    (namesAgree(db) ? null : 'which names are one system is not what the sources and statements say');
  return {
    name: 'names',
    ok: changed === null,
    detail:
      changed === null
        ? 'Systems, flows and attributes have the names that they were imported with.'
        : `${changed}: the case file was changed by something else.`,
  };
}

function checkStatements(db: Database): Check {
  const changed = findChangedStatement(db);
  return {
    name: 'statements',
    ok: changed === null,
    detail:
      changed === null
        ? 'What people stated by hand is as they stated it.'
        : `"${changed}" is not as it was stated: the case file was changed by something else.`,
  };
}

function checkSources(sources: readonly Source[], logged: ReadonlyMap<string, LoggedImport>): Check {
  const there = new Set(sources.map(({ sha256 }) => sha256));
  const problems = [
    ...[...logged.values()]
      .filter(({ sha256 }) => !there.has(sha256))
      .map(({ name }) => `${name} was imported and is no longer in the case`),
    ...sources
      .filter(({ sha256 }) => !logged.has(sha256))
      .map(({ name }) => `${name} is in the case, but the log tells of no import`),
  ];
  return {
    name: 'sources',
    ok: problems.length === 0,
    detail:
      problems.length === 0
        ? `${sources.length} sources, as many as the log tells of.`
        : `${problems.join('; ')}: the case file was changed by something else.`,
  };
}

function checkIdentifiers(openCase: OpenCase): Check {
  const detail =
    openCase.identifiers === 'kept'
      ? 'Record identifiers are kept as they are.'
      : openCase.keys
        ? 'Record identifiers are pseudonyms; the key is on this machine, outside the case.'
        : 'Record identifiers are pseudonyms; the key is not on this machine, so known identifiers cannot be looked up.';
  return { name: 'identifiers', ok: true, detail };
}

/** Compares what the case holds of a source with what the log says was written when it was imported. */
function checkContents(
  db: Database,
  source: Source,
  logged: LoggedImport | undefined,
  postings: PostingsCheck,
): Check {
  const name = `contents of ${source.name}`;
  const digest = new EventDigest();
  const lines = db.iterateArrays(
    `SELECT line, time, coalesce(system_id, 0), activity_id, coalesce(peer_id, 0), message, coalesce(record_id, 0),
       coalesce(attributes_id, 0), id FROM event
     WHERE id BETWEEN (SELECT first_event FROM source WHERE id = ?) AND (SELECT last_event FROM source WHERE id = ?)
     ORDER BY id`,
    source.id,
    source.id,
  );
  for (const [line, time, system, activity, peer, message, record, attributes, id] of lines) {
    const hash = message === null ? 0 : hashOfText(String(message));
    postings.addEvent(Number(id), hash, Number(record));
    digest.add(
      Number(line),
      time === null ? Number.NaN : Number(time),
      Number(system),
      Number(activity),
      Number(peer),
      hash,
      Number(record),
      Number(attributes),
    );
  }
  const events = digest.value();
  const facts = factDigest(db, source.id);
  // Without an entry of the log, which the check of sources tells of, the case is compared with itself.
  const { rows, accepted, rejected } = source;
  const told = logged ?? { rows, accepted, rejected, events: source.event_digest, facts: source.fact_digest };
  const isCountedSo = rows === told.rows && accepted === told.accepted && rejected === told.rejected;
  const problems = [
    events === source.event_digest && events === told.events ? null : 'its events',
    facts === source.fact_digest && facts === told.facts ? null : 'its facts',
    isCountedSo ? null : 'its counts of rows',
    logged?.beside === undefined || logged.beside === besideDigest(db, source.id)
      ? null
      : 'its crosswalks, warnings and counts of days',
  ].filter((problem) => problem !== null);
  return problems.length === 0
    ? { name, ok: true, detail: 'Its events and facts are as they were imported.' }
    : {
        name,
        ok: false,
        detail: `The case no longer holds ${listed(problems)} as imported: the case file was changed by something else.`,
      };
}

function checkPostings(db: Database, postings: PostingsCheck): Check {
  const ok = postings.agrees(db);
  const detail = ok
    ? 'What messages and records are found by agrees with the events.'
    : 'What messages and records are found by does not agree with the events: the case file was changed by something else.';
  return { name: 'postings', ok, detail };
}

async function checkFile(source: Source): Promise<Check> {
  const name = `source ${source.name}`;
  const location = source.member ? { path: source.path, member: source.member } : { path: source.path };
  try {
    const probe = await probeFile(location);
    const now = await hashOf(location, probe);
    return now === source.sha256
      ? { name, ok: true, detail: `SHA-256 ${source.sha256} as imported.` }
      : {
          name,
          ok: false,
          detail: `${source.path} has changed since it was imported: SHA-256 is ${now}, was ${source.sha256}.`,
        };
  } catch (error) {
    return { name, ok: false, detail: `${source.path}: ${(error as Error).message}` };
  }
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

function hashOfText(text: string): number {
  const bytes = Buffer.from(text);
  return messageHash(bytes, 0, bytes.length);
}
