import { createHash } from 'node:crypto';
import type { Estate, RoleCell } from '../../../../shared/model/estate';
import type { RedactedKind, ReportDefinition } from '../../../../shared/model/report';
import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { nameKey } from '../../store/names/name-key';

export interface RedactedName {
  readonly of: RedactedKind | 'source';
  readonly name: string;
  /** What stands in its place everywhere: "System A". */
  readonly shown: string;
}

/** Names that the case knows, by what they name. */
export interface KnownNames extends Readonly<Record<Exclude<RedactedKind, 'text'>, readonly string[]>> {
  /** Other names of a system, dataset or party, by the name it goes by: lines of sources still have them. */
  readonly otherNames?: ReadonlyMap<string, readonly string[]>;
}

/** Roles that only an organisation holds. */
const ofOrganisations: ReadonlySet<ResponsibilityRole> = new Set([
  'controller',
  'joint controller',
  'processor',
  'sub-processor',
  'supplier',
  'host',
]);

/**
 * Sorts every party into persons and organisations: a case does not say which a party is, but a controller,
 * a processor, a supplier and a host are organisations, as is what a sheet calls one.
 */
export function knownNames(estate: Estate, authors: readonly string[]): KnownNames {
  const organisations = new Set<string>();
  const parties = new Set<string>(authors);
  const takeRoles = (cells: readonly RoleCell[]): void => {
    for (const { role, parties: named, former = [] } of cells) {
      for (const { partyName, citations } of [...named, ...former]) {
        (ofOrganisations.has(role) ? organisations : parties).add(partyName);
        for (const { author } of citations) if (author !== undefined) parties.add(author);
      }
    }
  };
  for (const system of estate.systems.values()) {
    takeRoles(system.responsibilities);
    for (const { value } of [...system.supplier.claims, ...system.organisation.claims])
      organisations.add(value);
  }
  for (const one of [...estate.datasets.values(), ...estate.holdings.values(), ...estate.flows.values()]) {
    takeRoles(one.responsibilities);
  }
  for (const { from, to } of estate.warnings)
    for (const name of [from, to]) if (name !== null) parties.add(name);
  const keys = new Set([...organisations].map(nameKey));
  const sites = [...estate.sites.values()].map(({ name }) => name);
  const siteKeys = new Set(sites.map(nameKey));
  return {
    person: [...parties].filter((name) => !keys.has(nameKey(name)) && !siteKeys.has(nameKey(name))),
    organisation: [...organisations],
    system: [...estate.systems.values()].map(({ name }) => name),
    dataset: [...estate.datasets.values()].map(({ name }) => name),
    site: sites,
    otherNames: new Map(
      [
        ...[...estate.systems.values(), ...estate.datasets.values()].map(
          ({ name, otherNames }) => [name, otherNames.map((other) => other.name)] as const,
        ),
        ...[...estate.parties.values()].map(({ name, otherNames }) => [name, otherNames] as const),
      ].filter(([, others]) => others.length > 0),
    ),
  };
}

const labels: Readonly<Record<RedactedKind | 'source', string>> = {
  person: 'Person',
  organisation: 'Organisation',
  system: 'System',
  dataset: 'Dataset',
  site: 'Site',
  source: 'Source',
  text: '[redacted]',
};

/**
 * What a definition's rules take out, and what stands there instead. Letters are given by the hash of the
 * name: by the alphabet they would tell something of it.
 */
export function namesToRedact(
  definition: Pick<ReportDefinition, 'redactions' | 'keepsFileNames'>,
  known: KnownNames,
  files: readonly string[],
): readonly RedactedName[] {
  const chosen: RedactedName[] = [];
  for (const kind of ['person', 'organisation', 'system', 'dataset', 'site'] as const) {
    const patterns = definition.redactions
      .filter(({ of }) => of === kind)
      .map(({ pattern }) => matcher(pattern));
    const others = (name: string) => known.otherNames?.get(name) ?? [];
    const names = known[kind].filter((name) =>
      patterns.some((matches) => [name, ...others(name)].some(matches)),
    );
    const keys = [...new Set(names.map(nameKey))].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
    for (const name of names) {
      const shown = `${labels[kind]} ${letters(keys.indexOf(nameKey(name)))}`;
      for (const one of [name, ...others(name)]) chosen.push({ of: kind, name: one, shown });
    }
  }
  for (const { of, pattern } of definition.redactions) {
    if (of === 'text') chosen.push({ of, name: pattern, shown: labels.text });
  }
  if (chosen.length > 0 && !definition.keepsFileNames) {
    for (const [index, name] of [...new Set(files)].entries()) {
      chosen.push({ of: 'source', name, shown: `${labels.source} ${index + 1}` });
    }
  }
  return chosen;
}

function matcher(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*').map((part) => (part.trim() === '' ? '' : nameKey(part)));
  const source = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  const expression = new RegExp(`^${source}$`, 'u');
  return (name) => expression.test(nameKey(name));
}

const hash = (key: string): string => createHash('sha256').update(key).digest('hex');

/** 0 → A, 25 → Z, 26 → AA. */
function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
