import { Classes } from './classes';
import { KeptApart } from './kept-apart';
import { KnownSpellings } from './known-spellings';
import { type Spelling, systemSpelling } from './loose-name';
import type {
  FoldedNames,
  NameClaim,
  NameConflict,
  NamedRow,
  NameFacts,
  NameWord,
  OtherName,
} from './name-facts';
import { identityKey } from './name-key';

/**
 * Which names are one system. In order of weight: a person's word; spellings that differ in nothing that
 * counts; what sources claim (aliases, codes, short names). Two names that one source lists as two systems
 * stay two unless a person says otherwise, and a name that two systems claim is given to neither.
 * The answer rests on names and statements alone, never on ids, so that the order of import changes nothing.
 */
export function foldNames(facts: NameFacts, spelling: Spelling = systemSpelling): FoldedNames {
  const standing = facts.rows.filter(({ uses }) => uses > 0);
  const apart = new KeptApart(facts);
  const spellings = new KnownSpellings(standing, spelling);
  const classes = new Classes();
  for (const { subjectId, name } of apart.joinedByHand)
    for (const id of spellings.find(name, classes)) classes.join(subjectId, id);
  spellings.join(classes, apart);
  const claims = joinClaims(facts.claims, spellings, classes, apart, spelling);
  // Names whose sources are gone are seen by nobody; what still refers to them goes where the name leads.
  for (const row of facts.rows) {
    if (row.uses > 0) continue;
    const claim = claims.held.get(spelling.loose(row.name));
    const [only, ...more] = claim ? [claim.subjectId] : spellings.find(row.name, classes);
    if (only !== undefined && more.length === 0) classes.join(row.id, only);
  }
  return settle(facts, classes, claims);
}

interface HeldClaims {
  /** One of the claims that stand, by the loose key of the name. */
  readonly held: ReadonlyMap<string, NameClaim>;
  readonly standing: readonly NameClaim[];
  readonly conflicts: readonly NameConflict[];
}

/** What a claim ties together: the system that makes it, and the name as some source writes it. */
interface Link {
  readonly claim: NameClaim;
  readonly other: number;
}

function joinClaims(
  all: readonly NameClaim[],
  spellings: KnownSpellings,
  classes: Classes,
  apart: KeptApart,
  { loose }: Spelling,
): HeldClaims {
  const byName = new Map<string, NameClaim[]>();
  const inOrder = [...all].sort(
    (a, b) => order(a.name, b.name) || order(a.kind, b.kind) || a.assertionId - b.assertionId,
  );
  for (const claim of inOrder) {
    if (apart.isDenied(claim, classes)) continue;
    const key = loose(claim.name);
    const list = byName.get(key);
    if (list) list.push(claim);
    else byName.set(key, [claim]);
  }
  const conflicts: NameConflict[] = [];
  const refuse = (claims: readonly NameClaim[], why: NameConflict['why']): void => {
    const [first] = claims;
    if (!first) return;
    conflicts.push({
      name: first.name,
      kind: first.kind,
      subjectIds: [...new Set(claims.map(({ subjectId }) => subjectId))],
      assertionIds: claims.map(({ assertionId }) => assertionId),
      why,
      isUsed: spellings.find(first.name, classes).length > 0,
    });
  };
  const refused = new Set<NameClaim>();
  const isShared = (claims: readonly NameClaim[]): boolean =>
    new Set(claims.map(({ subjectId }) => classes.of(subjectId))).size > 1;
  // Names that several claim wait until it is known whether those are one.
  const waiting = [...byName.values()].filter(isShared);
  for (const groups of [[...byName.values()].filter((claims) => !isShared(claims)), waiting]) {
    const listed = apart.among(classes);
    const links: Link[] = [];
    for (const claims of groups) {
      if (isShared(claims)) continue;
      for (const claim of claims) {
        const [other, ...more] = spellings.find(claim.name, classes);
        if (other === undefined || more.length > 0 || classes.areOne(other, claim.subjectId)) continue;
        if (listed.apart(other, claim.subjectId)) {
          refused.add(claim);
          refuse([claim], 'listed as another');
        } else links.push({ claim, other });
      }
    }
    for (const { claim } of joinLinks(links, classes, apart)) {
      refused.add(claim);
      refuse([claim], 'joins two that are listed apart');
    }
  }
  const standing: NameClaim[] = [];
  const held = new Map<string, NameClaim>();
  for (const [key, claims] of byName) {
    if (isShared(claims)) {
      refuse(claims, 'claimed by several');
      continue;
    }
    const kept = claims.filter((claim) => !refused.has(claim));
    standing.push(...kept);
    const [first] = kept;
    if (first) held.set(key, first);
  }
  return { held, standing, conflicts };
}

/**
 * Joins what the links tie together, and returns those that it must not follow. Where they would join two
 * systems that one source lists apart, links between listed systems are dropped first, then all of the
 * tangle: never one for its place in the order.
 */
function joinLinks(links: readonly Link[], classes: Classes, apart: KeptApart): readonly Link[] {
  const listed = apart.among(classes);
  const dropped = new Set<Link>();
  const isBetweenListed = ({ claim, other }: Link): boolean =>
    listed.has(other) && listed.has(claim.subjectId);
  for (const mayDrop of [isBetweenListed, () => true]) {
    const kept = links.filter((link) => !dropped.has(link));
    const trial = new Classes(classes);
    for (const { claim, other } of kept) trial.join(claim.subjectId, other);
    const tangled = apart.tangles(trial, classes);
    for (const link of kept) if (tangled.has(trial.of(link.other)) && mayDrop(link)) dropped.add(link);
  }
  for (const link of links) if (!dropped.has(link)) classes.join(link.claim.subjectId, link.other);
  return [...dropped];
}

function settle(facts: NameFacts, classes: Classes, { standing, conflicts }: HeldClaims): FoldedNames {
  const rows = new Map(facts.rows.map((row) => [row.id, row]));
  const claimed = new Set(standing.map(({ name }) => identityKey(name)));
  const claiming = new Set(standing.map(({ subjectId }) => subjectId));
  const roots = new Set(facts.words.filter(({ isSame }) => isSame).map(({ subjectId }) => subjectId));
  const said = classes.groupedBy(standing);
  const stated = classes.groupedBy(facts.words.filter(({ isSame }) => isSame));
  const as = new Map<number, number>();
  const others = new Map<number, OtherName[]>();
  for (const ids of classes.groups(rows.keys()).values()) {
    const members = ids.flatMap((id) => rows.get(id) ?? []);
    const [chosen, ...rest] = members.sort(
      (a, b) =>
        Number(b.isDeclared) - Number(a.isDeclared) ||
        Number(roots.has(b.id)) - Number(roots.has(a.id)) ||
        Number(claimed.has(a.key)) - Number(claimed.has(b.key)) ||
        Number(claiming.has(b.id)) - Number(claiming.has(a.id)) ||
        b.uses - a.uses ||
        order(a.key, b.key),
    );
    if (!chosen) continue;
    for (const row of rest) as.set(row.id, chosen.id);
    const root = classes.of(chosen.id);
    const names = otherNames(chosen, rest, said.get(root) ?? [], stated.get(root) ?? []);
    if (names.length > 0) others.set(chosen.id, names);
  }
  const resolved = (id: number): number => as.get(id) ?? id;
  return {
    as,
    others,
    conflicts: conflicts
      .map((conflict) => ({ ...conflict, subjectIds: [...new Set(conflict.subjectIds.map(resolved))] }))
      .sort((a, b) => order(a.name, b.name) || order(a.why, b.why)),
  };
}

function otherNames(
  chosen: NamedRow,
  rest: readonly NamedRow[],
  claims: readonly NameClaim[],
  words: readonly NameWord[],
): OtherName[] {
  const found = new Map<string, OtherName>();
  const add = (name: string, kind: string, assertionId: number | null, rowId: number | null): void => {
    const key = identityKey(name);
    if (key === chosen.key) return;
    const known = found.get(key);
    const ids = assertionId === null ? [] : [assertionId];
    found.set(
      key,
      known
        ? {
            ...known,
            kind: known.kind === 'spelling' ? kind : known.kind,
            assertionIds: [...known.assertionIds, ...ids],
            rowId: known.rowId ?? rowId,
          }
        : { name, kind, assertionIds: ids, rowId },
    );
  };
  for (const row of rest) if (row.uses > 0) add(row.name, 'spelling', null, row.id);
  for (const claim of claims) add(claim.name, claim.kind, claim.assertionId, null);
  for (const word of words) add(word.name, 'stated', word.assertionId, null);
  return [...found.values()].sort((a, b) => order(a.name, b.name));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
