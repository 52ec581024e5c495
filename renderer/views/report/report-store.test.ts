import { beforeEach, expect, test } from 'vitest';
import type { ReportDefinition } from '../../../shared/model/report';
import { forgetChanges, noteUndone, useChanges } from '../../state/change-history';
import { addSection, changeSection, moveSection, newSection, removeSection } from './edit-definition';
import { editReport, startReport, useReport } from './report-store';

const definition: ReportDefinition = {
  template: 'investigation',
  title: 'A title',
  marking: '',
  paper: 'A4',
  sections: [{ kind: 'summary' }, { kind: 'timeline' }, { kind: 'annex' }],
  redactions: [],
  keepsFileNames: false,
};

beforeEach(() => {
  forgetChanges();
  startReport('a case', definition);
});

const steps = () => useChanges.getState().done.map(({ summary }) => summary);
const shown = () => useReport.getState().definition;

test('every step in composing a report is named, undone and redone', async () => {
  editReport((current) => moveSection(current, 0, 2));
  editReport((current) => removeSection(current, 0), 0);
  editReport((current) => addSection(current, 0, newSection('map')), 1);
  editReport((current) => changeSection(current, 1, { ...newSection('map'), kind: 'map' } as never));
  editReport((current) => ({ ...current, paper: 'Letter' }));
  editReport((current) => ({ ...current, redactions: [{ of: 'person', pattern: '*' }] }));
  editReport((current) => ({ ...current, template: 'outage' }));
  expect(steps()).toEqual([
    'Report: Summary moved',
    'Report: Time line taken out',
    'Report: Map added',
    'Report: Map changed',
    'Report: paper Letter',
    'Report: names left out',
    'Report: template Outage',
  ]);
  const last = shown();
  for (const change of [...useChanges.getState().done].reverse()) {
    await change.undo();
    noteUndone(change);
  }
  expect(shown()).toEqual(definition);
  for (const change of [...useChanges.getState().undone].reverse()) await change.redo();
  expect(shown()).toEqual(last);
});

test('a word that is typed is one step; another field begins another', async () => {
  for (const title of ['N', 'Ne', 'New']) editReport((current) => ({ ...current, title }));
  editReport((current) => ({ ...current, marking: 'O' }));
  editReport((current) => ({ ...current, title: 'Newer' }));
  expect(steps()).toEqual(['Report: another title', 'Report: another marking', 'Report: another title']);
  const [first] = useChanges.getState().done;
  await first?.undo();
  expect(shown()).toEqual(definition);
  await first?.redo();
  expect(shown()?.title).toBe('New');
});

test('an edit that changes nothing is no step', () => {
  editReport((current) => moveSection(current, 0, 9), 1);
  expect([steps(), useReport.getState().chosen]).toEqual([[], 1]);
});
