import type { Difference } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import { linesOf } from '../evidence-lines';
import { type EstateFact, estateFacts } from './estate-facts';
import { type EstateKeys, sharedKeys } from './shared-keys';

/**
 * What `after` says otherwise than `before`: added, removed, changed, renamed. Things are matched by all the names
 * that either knows (shared-keys.ts). A thing that one side does not know is one difference, not one for each of
 * its fields.
 */
export function compareEstates(before: Estate, after: Estate): readonly Difference[] {
  const keys = sharedKeys(before, after);
  const left = byKey(before, keys.before);
  const right = byKey(after, keys.after);
  const differences: Difference[] = [...keys.renamed];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const a = left.get(key);
    const b = right.get(key);
    const fact = a ?? b;
    if (!fact || (a && b && a.same === b.same)) continue;
    const there = keyOf({ of: fact.of, kind: fact.kind, field: null });
    if (fact.field !== null && left.has(there) !== right.has(there)) continue;
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

const keyOf = ({ of, kind, field }: Pick<EstateFact, 'of' | 'kind' | 'field'>): string =>
  field === null ? of : `${of}\u0000${kind} ${field}`;

const byKey = (estate: Estate, keys: EstateKeys): ReadonlyMap<string, EstateFact> =>
  new Map([...estateFacts(estate, keys)].map((fact) => [keyOf(fact), fact]));
