import type { Difference } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import { nameKey } from '../../store/names/name-key';
import { linesOf } from '../evidence-lines';
import { type EstateFact, estateFacts } from './estate-facts';

/**
 * What `after` says otherwise than `before`: added, removed, changed. Names are matched as everywhere. A
 * thing that one side does not know is one difference, not one for each of its fields.
 */
export function compareEstates(before: Estate, after: Estate): readonly Difference[] {
  const left = byKey(before);
  const right = byKey(after);
  const isThere = (facts: ReadonlyMap<string, EstateFact>, of: string): boolean =>
    facts.has(keyOfText(of, null));
  const differences: Difference[] = [];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const a = left.get(key);
    const b = right.get(key);
    const fact = a ?? b;
    if (!fact || (a && b && sameValue(a, b))) continue;
    if (fact.field !== null && isThere(left, fact.of) !== isThere(right, fact.of)) continue;
    differences.push({
      kind: fact.kind,
      change: a && b ? 'changed' : a ? 'removed' : 'added',
      name: fact.name,
      field: fact.field,
      before: a?.value ?? null,
      after: b?.value ?? null,
      evidenceBefore: linesOf(a?.citations ?? []),
      evidenceAfter: linesOf(b?.citations ?? []),
    });
  }
  return differences.sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compare(a.name, b.name) ||
      compare(a.field ?? '', b.field ?? ''),
  );
}

const kinds: readonly Difference['kind'][] = [
  'system',
  'dataset',
  'holding',
  'flow',
  'owner',
  'control',
  'dependency',
];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The subject's own names are folded one by one, so that "A > B" does not become "a b". */
const keyOfText = (of: string, field: string | null): string =>
  `${of
    .split(/(?= > )|(?=: )/)
    .map(nameKey)
    .join('\u0000')}\u0001${field ?? ''}`;

function byKey(estate: Estate): ReadonlyMap<string, EstateFact> {
  const facts = new Map<string, EstateFact>();
  for (const fact of estateFacts(estate)) {
    const field = fact.field === null ? null : `${fact.kind} ${fact.field}`;
    facts.set(keyOfText(fact.of, field), fact);
  }
  return facts;
}

const sameValue = (a: EstateFact, b: EstateFact): boolean =>
  nameKey(a.value ?? '') === nameKey(b.value ?? '');
