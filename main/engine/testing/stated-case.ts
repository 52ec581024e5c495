import type { Fact } from '../import/fact';
import { FactWriter } from '../store/facts/fact-writer';
import { Identities } from '../store/names/identities';
import { type TemporaryCase, temporaryCase } from './temporary-case';

/** A case in which one person states the given facts. */
export function statedCase(facts: readonly Fact[]): TemporaryCase {
  const test = temporaryCase();
  const { db } = test.openCase;
  const origin = { author: 'A tester', at: '2024-03-01T12:00:00.000Z', reason: 'For a test' };
  const writer = new FactWriter(db, new Identities(db), origin);
  for (const fact of facts) writer.state(fact, { line: 0 });
  return test;
}
