import { z } from 'zod';
import { lineChoice, mapMode } from '../../../../shared/contract/map-methods';
import type { EdgeStyle } from '../../../../shared/diagram/scene';
import { mapLevels } from '../../../../shared/model/vocabulary';
import { pictureKey, useMap } from '../../../state/map-store';

const edgeStyles = [
  'observed',
  'silent',
  'undeclared',
  'unlogged',
  'derived',
  'planned',
  'retired',
] as const satisfies readonly EdgeStyle[];

/**
 * What is kept of the map under a name. It comes back from a case file that may be a stranger's or of
 * another version, so it is checked whole.
 */
const savedViewSchema = z.strictObject({
  level: z.enum(mapLevels),
  groupBy: z.enum(['organisation', 'site', 'none']),
  collapsed: z.array(z.string()),
  lines: lineChoice.default('main'),
  mode: mapMode.nullable().default(null),
  only: z.array(z.string()).nullable(),
  grownFrom: z.string().nullable().default(null),
  open: z.array(z.string()).default([]),
  filter: z.strictObject({
    text: z.string(),
    isOwnerGap: z.boolean(),
    isFlagged: z.boolean(),
    without: z.array(z.enum(edgeStyles)),
  }),
  viewport: z.strictObject({ x: z.number(), y: z.number(), zoom: z.number().positive() }).nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** Null where it cannot be read. */
export function readSavedView(view: unknown): SavedView | null {
  const checked = savedViewSchema.safeParse(view);
  return checked.success ? checked.data : null;
}

/** The map as it is on the screen now. */
export function currentView(): SavedView {
  const state = useMap.getState();
  const { level, groupBy, collapsed, lines, mode, only, grownFrom, open, filter, viewports } = state;
  return {
    level,
    groupBy,
    collapsed: [...collapsed],
    lines,
    mode,
    only: only === null ? null : [...only],
    grownFrom,
    open: [...open],
    filter: { ...filter, without: [...filter.without] },
    viewport: viewports[pictureKey(state)] ?? null,
  };
}

/** Shows the map as it was saved; nothing else that was chosen meanwhile stays. */
export function openSavedView({ viewport, ...view }: SavedView): void {
  const key = pictureKey(view);
  useMap.setState(({ viewports, opening }) => {
    const { [key]: _, ...others } = viewports;
    return {
      ...view,
      isFoldingSettled: true,
      followed: null,
      isFilterOpen: false,
      selected: null,
      reach: null,
      path: null,
      marked: null,
      moves: new Map(),
      centreOn: null,
      shows: 'picture',
      viewports: viewport === null ? others : { ...others, [key]: viewport },
      opening: opening + 1,
    };
  });
}
