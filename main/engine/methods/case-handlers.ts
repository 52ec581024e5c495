import type { CaseInfo } from '../../../shared/contract/case-methods';
import { delimitedText } from '../../../shared/text/delimited-text';
import type { EngineContext, Handlers } from '../context';
import { issuesWithRows } from '../evidence/rejected-rows';
import { readSourceLines } from '../evidence/source-lines';
import { verifyCase } from '../evidence/verify';
import { writeOutput } from '../export/write-output';
import { restoreSources } from '../import/restore-sources';
import { createCase, openCase } from '../store/case-file';
import { readLog } from '../store/case-log';
import { workOutDatasetNames } from '../store/names/keep-names';
import { removeSources } from '../store/sources/remove-source';
import { listIssues, listSources } from '../store/sources/sources';

const cited = (things: ReadonlyMap<unknown, { readonly citations: readonly unknown[] }>): number =>
  [...things.values()].filter(({ citations }) => citations.length > 0).length;

/** Numbers and span of a case, for its title bar and first page. */
export function caseInfo(context: EngineContext): CaseInfo {
  const open = context.openCase;
  const { db } = open;
  // Of what a removed source alone had named, rows are left that nothing is said of any more: nobody sees them.
  const estate = context.estate();
  const count = (sql: string): number => db.get<{ n: number | null }>(sql)?.n ?? 0;
  const span = db.get<{ first: number | null; last: number | null }>(
    'SELECT min(first_time) AS first, max(last_time) AS last FROM presence',
  );
  const iso = (time: number | null | undefined): string | null =>
    time === null || time === undefined ? null : new Date(time / 1000).toISOString();
  return {
    path: open.path,
    title: open.title,
    identifiers: open.identifiers,
    createdAt: open.createdAt,
    counts: {
      sources: count('SELECT count(*) AS n FROM source'),
      systems: cited(estate.systems),
      datasets: cited(estate.datasets) - workOutDatasetNames(open.db).as.size,
      flows: cited(estate.flows),
      declaredFlows: new Set(
        [...estate.flows.values()]
          .filter(({ isDeclared, citations }) => isDeclared && citations.length > 0)
          .map(({ from, to }) => `${from} ${to}`),
      ).size,
      events: count('SELECT sum(events) AS n FROM event_day'),
      records: count('SELECT max(id) AS n FROM record'),
      issues: count('SELECT sum(issues) AS n FROM source'),
      assertions: count('SELECT count(*) AS n FROM assertion WHERE retracted_by IS NULL'),
    },
    from: iso(span?.first),
    to: iso(span?.last),
  };
}

export const caseHandlers: Handlers = {
  'case.create': (context, { path, title, keepIdentifiers }) => {
    context.use(
      createCase(path, {
        ...(title === undefined ? {} : { title }),
        ...(keepIdentifiers === undefined ? {} : { keepIdentifiers }),
      }),
    );
    return caseInfo(context);
  },
  'case.open': (context, { path }) => {
    context.use(openCase(path));
    return caseInfo(context);
  },
  'case.close': (context) => {
    context.use(null);
    return null;
  },
  'case.info': (context) => caseInfo(context),
  'case.log': (context, { limit }) => readLog(context.openCase.db, limit ?? 200),
  'case.verify': (context, _args, call) => verifyCase(context.openCase, call.progress),
  'sources.list': (context) => listSources(context.openCase.db),
  'sources.issues': (context, options) => listIssues(context.openCase.db, options),
  'sources.lines': (context, wanted) => readSourceLines(context.openCase.db, wanted),
  'sources.remove': (context, { sourceIds, reason }) => {
    removeSources(context.openCase.db, sourceIds, reason);
    return null;
  },
  'sources.restore': async (context, { hashes }, call) => {
    await restoreSources(context.openCase, hashes, call.progress);
    return null;
  },
  'sources.saveRejected': async (context, { sourceId, hashes, refused, file }) => {
    const wanted = hashes === undefined ? null : new Set(hashes);
    const sources = new Set(
      listSources(context.openCase.db).flatMap(({ id, sha256 }) => (wanted?.has(sha256) ? [id] : [])),
    );
    const issues = await issuesWithRows(context.openCase, { sourceId, limit: 10_000_000 });
    const rows = [
      // A file that was refused is no source of the case: only the report of its import knows of it.
      ...(refused ?? []).map((i) => [i.file, i.line, 'refused', i.code, i.message, '']),
      ...issues
        .filter((i) => wanted === null || sources.has(i.sourceId))
        .map((i) => [i.file, i.line, i.severity, i.code, i.message, i.raw]),
    ];
    await writeOutput(
      file,
      delimitedText(['File', 'Line', 'Kind', 'Code', 'Reason', 'Row as it stands'], rows),
    );
    return { file, rows: rows.length };
  },
};
