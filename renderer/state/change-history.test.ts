import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amendChange,
  type Change,
  changeToRedo,
  changeToUndo,
  forgetChanges,
  forgetReportSteps,
  noteRedone,
  noteUndone,
  recordChange,
  useChanges,
} from './change-history';

const done = async () => true;
const change = (summary: string, scope: Change['scope'] = 'case') => ({
  summary,
  scope,
  undo: done,
  redo: done,
});

function begin(...changes: readonly Change[]): void {
  forgetChanges();
  for (const each of changes) recordChange(each);
}

const next = (composes: boolean) => [
  changeToUndo(useChanges.getState(), composes)?.summary ?? null,
  changeToRedo(useChanges.getState(), composes)?.summary ?? null,
];

function undo(composes = false): void {
  const last = changeToUndo(useChanges.getState(), composes);
  if (last !== null) noteUndone(last);
}

function redo(composes = false): void {
  const last = changeToRedo(useChanges.getState(), composes);
  if (last !== null) noteRedone(last);
}

test('undo takes back what was changed last, whatever it was, and redo goes back the same way', () => {
  begin(change('Card moved'), change('View deleted'), change('Owner stated'));
  const seen = [next(false)];
  for (const step of [undo, undo, redo, redo]) {
    step();
    seen.push(next(false));
  }
  expect(seen).toEqual([
    ['Owner stated', null],
    ['View deleted', 'Owner stated'],
    ['Card moved', 'View deleted'],
    ['View deleted', 'Owner stated'],
    ['Owner stated', null],
  ]);
});

test('a change after an undo leaves nothing to redo', () => {
  begin(change('Card moved'));
  undo();
  recordChange(change('Owner stated'));
  expect(next(false)).toEqual(['Owner stated', null]);
});

test('steps of a report are passed over where none is composed, and go when a report begins anew', () => {
  begin(change('Owner stated'), change('Map taken out', 'report'), change('Summary moved', 'report'));
  undo(true);
  expect([next(true), next(false)]).toEqual([
    ['Map taken out', 'Summary moved'],
    ['Owner stated', null],
  ]);
  undo(false);
  expect(next(true)).toEqual(['Map taken out', 'Owner stated']);
  forgetReportSteps();
  expect(next(true)).toEqual([null, 'Owner stated']);
});

test('a change of the case does not forget what was undone in a report', () => {
  begin(change('Map taken out', 'report'));
  undo(true);
  recordChange(change('Owner stated'));
  expect(next(true)).toEqual(['Owner stated', 'Map taken out']);
});

test('what a change goes on from is replaced by it', () => {
  begin(change('Owner stated'), change('T', 'report'));
  amendChange(change('Title', 'report'));
  undo(true);
  expect(next(true)).toEqual(['Owner stated', 'Title']);
});

test('as many redos as undos give back what was there', () => {
  const changes = fc.array(fc.constantFrom<Change['scope']>('case', 'report'), { maxLength: 12 });
  fc.assert(
    fc.property(changes, fc.nat(15), (scopes, steps) => {
      begin(...scopes.map((scope, index) => change(`${index}`, scope)));
      const before = useChanges.getState().done;
      const taken = Math.min(steps, before.length);
      for (let step = 0; step < taken; step += 1) undo(true);
      expect(useChanges.getState().done).toEqual(before.slice(0, before.length - taken));
      for (let step = 0; step < taken; step += 1) redo(true);
      expect(useChanges.getState()).toEqual({ done: before, undone: [] });
    }),
  );
});
