import type { Subject } from '../../fact';
import { isBlank } from '../vocabulary/blank';
import { missing, type RowReader } from './row-reader';
import { stateAttributes } from './state-properties';
import { stateResponsibilities } from './state-responsibilities';

/** A row about a site or network, what it depends on and what stands there. */
export const readSite: RowReader = (row, sink) => {
  const name = row.cell('site');
  if (isBlank(name)) return missing(row, 'site', 'site or network');
  const subject: Subject = { kind: 'site', name };
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  for (const field of ['network', 'firewall']) {
    for (const needed of row.names(field)) {
      const network: Subject = { kind: 'site', name: needed };
      sink.state({ fact: 'dependency', from: subject, to: network }, row.place);
      sink.state({ fact: 'property', subject: network, predicate: 'siteKind', value: 'network' }, row.place);
    }
  }
  const kind = row.cell('kind');
  if (isBlank(kind) && isNetworkName(name))
    sink.state({ fact: 'property', subject, predicate: 'siteKind', value: 'network' }, row.place);
  if (!isBlank(kind)) {
    const isNetwork = /network|firewall|router|switch|link|vpn|gateway|lan|wan|balancer|dns/i.test(kind);
    sink.state(
      { fact: 'property', subject, predicate: 'siteKind', value: isNetwork ? 'network' : 'site' },
      row.place,
    );
    sink.state({ fact: 'attribute', subject, name: row.headerOf('kind'), value: kind }, row.place);
  }
  for (const needed of row.names('dependsOn')) {
    const to: Subject = { kind: 'site', name: needed };
    sink.state({ fact: 'dependency', from: subject, to }, row.place);
    // A place that no row says the kind of, and whose name does.
    if (isNetworkName(needed))
      sink.state({ fact: 'property', subject: to, predicate: 'siteKind', value: 'network' }, row.place);
  }
  for (const system of row.names('system')) {
    sink.state(
      { fact: 'property', subject: { kind: 'system', name: system }, predicate: 'site', value: name },
      row.place,
    );
  }
  stateResponsibilities(row, sink, subject);
  stateAttributes(row, sink, subject);
  return null;
};

/** What is called a firewall or a switch carries traffic; a row that gives its kind says it again, or otherwise. */
const isNetworkName = (name: string): boolean =>
  /\b(firewall|router|switch|load.?balancer|vpn|pare-feu|cortafuegos|brandmauer|brandvägg|brandmur)\b/i.test(
    name,
  );
