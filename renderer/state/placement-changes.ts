import type { PlacedBox } from '../../shared/contract/map-methods';
import type { MapGrouping, MapLevel } from '../../shared/model/vocabulary';
import { ask } from '../api';
import { t } from '../strings/text';
import { useCase } from './case-store';
import { recordChange } from './change-history';
import { askedPicture, useMap } from './map-store';
import { notifyFailure } from './notices-store';
import { forgetAnswers } from './use-answer';

interface Picture {
  readonly level: MapLevel;
  readonly groupBy: MapGrouping;
  /** Where the picture was one that grows from a node. */
  readonly from?: string;
}

/** Notes that a card or a group was put elsewhere. */
export function recordMove(
  { level, groupBy, from: origin }: Picture,
  name: string,
  from: PlacedBox,
  to: PlacedBox,
): void {
  const picture = pictureOf(level, groupBy, origin);
  recordChange({
    summary: t('map.moved', { name }),
    undo: () => place(picture, [from]),
    redo: () => place(picture, [to]),
  });
}

/** Notes that the whole was laid out afresh; `before` is where things stood. */
export function recordLayout({ level, groupBy, from }: Picture, before: readonly PlacedBox[]): void {
  const picture = pictureOf(level, groupBy, from);
  recordChange({
    summary: t('map.laidOutAfresh'),
    undo: () => place(picture, before),
    redo: () => layOut(picture),
  });
}

const pictureOf = (level: MapLevel, groupBy: MapGrouping, from: string | undefined): Picture => ({
  level,
  groupBy,
  ...(from === undefined ? {} : { from }),
});

async function layOut(picture: Picture): Promise<boolean> {
  const outcome = await ask('map.relayout', { ...picture, keepPinned: true });
  if (!outcome.ok) {
    notifyFailure(t('map.relayoutFailed'), outcome.error);
    return false;
  }
  forgetAnswers('map.scene');
  useMap.setState({ moves: new Map() });
  useCase.setState(({ revision }) => ({ revision: revision + 1 }));
  return true;
}

async function place(picture: Picture, boxes: readonly PlacedBox[]): Promise<boolean> {
  const outcome = await ask('map.move', { ...picture, moves: boxes.map((box) => ({ ...box })) });
  if (!outcome.ok) {
    notifyFailure(t('map.moveFailed'), outcome.error);
    return false;
  }
  forgetAnswers('map.scene');
  const state = useMap.getState();
  const { moves } = state;
  if (JSON.stringify(askedPicture(state)) === JSON.stringify(picture)) {
    const places = boxes.map(({ nodeId, x, y }) => [nodeId, { x, y }] as const);
    useMap.setState({ moves: new Map([...moves, ...places]) });
  }
  return true;
}
