import type { ReportDefinition } from '../../../../../shared/model/report';
import { ExpectedFailure } from '../../../expected-failure';
import type { ReportFacts } from '../../facts/report-facts';

/** What an outage report supposes to fail: the first that one of its sections names. */
export function outageName(definition: ReportDefinition, facts: ReportFacts): string {
  for (const section of definition.sections) {
    if (section.kind === 'impact' && section.name.trim() !== '') return section.name;
    if (section.kind === 'map' && section.name !== undefined && section.name.trim() !== '')
      return section.name;
  }
  const suggested = suggestOutage(facts);
  if (suggested !== null) return suggested;
  throw new ExpectedFailure(
    'not-found',
    'This case names no system, site or network whose failure could be shown. Import an inventory of systems with their sites first.',
  );
}

/**
 * What several sites share and stops most without stopping everything, which would say little; else the site
 * of most systems; else any system.
 */
export function suggestOutage(facts: ReportFacts): string | null {
  const { estate } = facts;
  const systems = facts.systems();
  const dependents = new Map<string, number>();
  for (const { to } of estate.dependencies) {
    const site = to.kind === 'site' ? [...estate.sites.values()].find(({ id }) => id === to.id) : undefined;
    if (site !== undefined) dependents.set(site.name, (dependents.get(site.name) ?? 0) + 1);
  }
  const shared = [...dependents]
    .filter(([, count]) => count > 1)
    .map(([name]): readonly [string, number] => [name, stoppedBy(facts, name)]);
  const partial = shared.filter(([, stopped]) => stopped > 0 && stopped < 0.9 * systems.length);
  const bySite = new Map<string, number>();
  for (const { site } of systems) if (site !== null) bySite.set(site, (bySite.get(site) ?? 0) + 1);
  const known = [...bySite].filter(([name]) => [...estate.sites.values()].some((site) => site.name === name));
  return most(partial) ?? most(shared) ?? most(known) ?? systems[0]?.name ?? null;
}

const stoppedBy = (facts: ReportFacts, name: string): number =>
  facts.impact(name).unreachable.filter(({ kind }) => kind === 'system').length;

function most(counts: readonly (readonly [string, number])[]): string | null {
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}
