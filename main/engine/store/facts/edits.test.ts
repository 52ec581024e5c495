import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { findBrokenLink } from '../case-log';
import { readEdits, stateByHand, undoEdit } from './edits';
import { readEstate } from './estate-reader';

let test: TemporaryCase;
beforeEach(async () => {
  test = temporaryCase();
  await test.importText('systems.csv', 'System,Owner,Site\nHub,,North\n');
});
afterEach(() => test.dispose());

const act = { author: 'A. Person', reason: 'Letter of 3 March' };
const hub = { kind: 'system', name: 'Hub' } as const;
const owner = () => {
  const system = [...readEstate(test.openCase.db).systems.values()][0];
  const cell = system?.responsibilities.find((c) => c.role === 'owner');
  return [cell?.state, cell?.parties.map((p) => p.partyName), system?.site.state, system?.site.value];
};

describe('what a person states', () => {
  it('counts beside what sources say, carries who and why, and can be undone and redone', () => {
    const { db } = test.openCase;
    const before = owner();
    const edit = stateByHand(
      db,
      [{ fact: 'responsibility', subject: hub, role: 'owner', party: 'Trust' }],
      [],
      act,
    );
    const stated = owner();
    undoEdit(db, edit.id, act, false);
    const undone = owner();
    undoEdit(db, edit.id, act, true);
    expect([
      before,
      stated,
      undone,
      owner(),
      readEdits(db).map((e) => [e.summary, e.author, e.reason, e.stands]),
    ]).toEqual([
      ['missing', [], 'present', 'North'],
      ['clear', ['Trust'], 'present', 'North'],
      ['missing', [], 'present', 'North'],
      ['clear', ['Trust'], 'present', 'North'],
      [['Owner of Hub: Trust', 'A. Person', 'Letter of 3 March', true]],
    ]);
    expect(findBrokenLink(db)).toBeNull();
  });

  it('conflicts with a source that differs, until the source is set aside', () => {
    const { db } = test.openCase;
    const site = { fact: 'property', subject: hub, predicate: 'site', value: 'South' } as const;
    const first = stateByHand(db, [site], [], act);
    const conflicting = owner();
    undoEdit(db, first.id, act, false);
    const [claim] = db.all<{ id: number }>(
      "SELECT id FROM assertion WHERE predicate = 'site' AND value = 'North'",
    );
    const second = stateByHand(db, [site], [claim?.id ?? 0], act);
    const corrected = owner();
    undoEdit(db, second.id, act, false);
    expect([conflicting, corrected, owner()]).toEqual([
      ['missing', [], 'conflicting', null],
      ['missing', [], 'present', 'South'],
      ['missing', [], 'present', 'North'],
    ]);
  });
});
