import type { Estate, RoleCell } from '../../../shared/model/estate';
import { agreed, namedEstate } from './named-estate';

/**
 * A model as sorted lines of text, by names: two models are the same graph where their lines are. For tests
 * of round trips, and for whatever compares two cases.
 */
export function estateLines(estate: Estate): readonly string[] {
  const named = namedEstate(estate);
  const lines = new Set<string>();
  const add = (...parts: readonly unknown[]): void => void lines.add(JSON.stringify(parts));
  const roles = (about: readonly unknown[], cells: readonly RoleCell[]): void => {
    for (const { role, parties } of cells) {
      for (const { partyName } of parties) add('responsibility', ...about, role, partyName);
    }
  };
  for (const { name, responsibilities, site, controls } of named.systems) {
    add('system', name);
    for (const { kind, state } of controls) {
      if (state === 'present' || state === 'absent') add('control', 'system', name, kind, state);
    }
    roles(['system', name], responsibilities);
    if (agreed(site) !== null) add('site', name, agreed(site));
  }
  for (const { name, responsibilities } of named.datasets) {
    add('dataset', name);
    roles(['dataset', name], responsibilities);
  }
  for (const { dataset, system, holding } of named.holdings) {
    add('holding', dataset, system, agreed(holding.role));
    roles(['holding', dataset, system], holding.responsibilities);
  }
  for (const { from, to, dataset, flow } of named.flows) {
    const said = [flow.status, flow.method, flow.schedule, flow.expectation].map((one) =>
      agreed<string>(one),
    );
    add('flow', from, to, dataset, flow.isDeclared, ...said, agreed(flow.maximumDelaySeconds));
    roles(['flow', from, to, dataset], flow.responsibilities);
  }
  for (const derivation of named.derivations) add('derivation', derivation);
  for (const fieldFlow of named.fieldFlows) add('field flow', fieldFlow);
  for (const dependency of named.dependencies) add('dependency', dependency);
  for (const { name, kind } of named.sites) add('site', name, kind);
  return [...lines].sort();
}
