import type { IssueRow } from '../../../shared/contract/case-methods';
import type { OpenCase } from '../store/case-file';
import { listIssues } from '../store/sources/sources';
import { readLinesOf } from './source-lines';

/** So much of a row is shown beside its reason. */
const shownCharacters = 2000;

/**
 * Issues with the text of the rejected rows. A pseudonymised case does not keep it, since it holds
 * identifiers: it is read from the source again, and is empty where the source cannot be read.
 */
export async function issuesWithRows(
  { db, identifiers }: OpenCase,
  options: { readonly sourceId?: number | undefined; readonly limit?: number | undefined },
): Promise<readonly (IssueRow & { readonly raw: string })[]> {
  const issues = listIssues(db, options);
  if (identifiers === 'kept') return issues.map((issue) => ({ ...issue, raw: issue.raw ?? '' }));
  const wanted = new Map<number, number[]>();
  for (const { sourceId, severity, line } of issues) {
    if (severity !== 'rejected') continue;
    const lines = wanted.get(sourceId);
    if (lines) lines.push(line);
    else wanted.set(sourceId, [line]);
  }
  const texts = new Map<number, ReadonlyMap<number, string>>();
  for (const [sourceId, lines] of wanted) {
    try {
      texts.set(sourceId, await readLinesOf(db, sourceId, lines));
    } catch {
      // The reasons are still worth having where the file is gone.
      texts.set(sourceId, new Map());
    }
  }
  return issues.map((issue) => ({
    ...issue,
    raw:
      issue.severity === 'rejected'
        ? (texts.get(issue.sourceId)?.get(issue.line)?.slice(0, shownCharacters) ?? '')
        : '',
  }));
}
