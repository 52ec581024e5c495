import { beforeEach, expect, test } from 'vitest';
import { noFilter } from '../../../state/map-filter';
import { resetMap, showLevel, useMap } from '../../../state/map-store';
import { currentView, openSavedView, readSavedView } from './saved-view';

beforeEach(resetMap);

test('a view that was saved as JSON and opened again is the same view', () => {
  useMap.setState({
    level: 'dataset',
    groupBy: 'site',
    collapsed: ['site:1'],
    lines: 0.4,
    only: ['dataset:2', 'dataset:3'],
    open: ['dataset:3'],
    filter: { ...noFilter, text: 'letters', without: ['planned'] },
    viewports: { 'dataset site': { x: 10, y: -20, zoom: 0.5 }, 'system none': { x: 1, y: 1, zoom: 1 } },
  });
  const saved: unknown = JSON.parse(JSON.stringify(currentView()));
  showLevel('system', 'none');
  useMap.setState({ filter: noFilter, selected: { kind: 'box', id: 'system:1' } });

  expect(useMap.getState().open).toEqual([]);
  const read = readSavedView(saved);
  expect(read).toEqual(saved);
  if (read === null) return;
  openSavedView(read);
  expect(currentView()).toEqual(saved);
  expect(useMap.getState().open).toEqual(['dataset:3']);
  const { selected, isFoldingSettled, opening, viewports } = useMap.getState();
  expect({ selected, isFoldingSettled, opening, other: viewports['system none'] }).toEqual({
    selected: null,
    isFoldingSettled: true,
    opening: 1,
    other: { x: 1, y: 1, zoom: 1 },
  });
});

test('a view saved without its part in sight is fitted to the window again', () => {
  const view = currentView();
  useMap.setState({ viewports: { 'system organisation': { x: 1, y: 2, zoom: 3 } } });
  openSavedView(view);
  expect(useMap.getState().viewports).toEqual({});
});

test('a view saved before cards could be open to their fields opens with all of them closed', () => {
  const { open: _, ...older } = currentView();
  expect(readSavedView(older)?.open).toEqual([]);
});

test('what is no view of this version is not opened', () => {
  const view = currentView();
  expect([
    readSavedView(null),
    readSavedView({ ...view, level: 'galaxy' }),
    readSavedView({ ...view, more: true }),
    readSavedView({ ...view, viewport: { x: 0, y: 0, zoom: 0 } }),
  ]).toEqual([null, null, null, null]);
});
