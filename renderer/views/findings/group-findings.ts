import type { ListedFinding } from '../../../shared/contract/analysis-methods';

/** All findings of one rule and severity. */
export interface FindingGroup {
  readonly key: string;
  /** The title that they share; null where each has its own, with its own numbers. */
  readonly title: string | null;
  readonly findings: readonly ListedFinding[];
}

export interface FindingRow {
  readonly key: string;
  readonly group: FindingGroup;
  /** Null for the row that stands for its group. */
  readonly finding: ListedFinding | null;
}

/** Findings by severity and rule, in the order in which each came first. */
export function groupFindings(findings: readonly ListedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, ListedFinding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([key, members]) => {
    const title = members[0]?.title ?? null;
    return {
      key,
      title: members.every((member) => member.title === title) ? title : null,
      findings: members,
    };
  });
}

/** One row a group, its findings below it where it is open; a group of one is that finding. */
export function rowsOfGroups(
  groups: readonly FindingGroup[],
  open: ReadonlySet<string>,
): readonly FindingRow[] {
  return groups.flatMap((group): readonly FindingRow[] => {
    const members = group.findings.map((finding) => ({ key: finding.id, group, finding }));
    if (members.length === 1) return members;
    return [{ key: group.key, group, finding: null }, ...(open.has(group.key) ? members : [])];
  });
}
