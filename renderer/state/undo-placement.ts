import type { PlacedBox } from '../../shared/contract/map-methods';
import { ask } from '../api';
import { t } from '../strings/text';
import { useCase } from './case-store';
import { askedPicture, useMap } from './map-store';
import { notifyFailure } from './notices-store';
import type { Placement } from './placement-history';
import { forgetAnswers } from './use-answer';

/** Puts boxes where they stood before a change, in the case and on the screen. True when that was done. */
export function takeBackPlacement({ before, ...placement }: Placement): Promise<boolean> {
  return place(pictureOf(placement), before);
}

export async function repeatPlacement({ kind, after, ...placement }: Placement): Promise<boolean> {
  const picture = pictureOf(placement);
  if (kind === 'move') return place(picture, after);
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

type Picture = Pick<Placement, 'level' | 'groupBy' | 'from'>;

function pictureOf({ level, groupBy, from }: Picture): Picture {
  return { level, groupBy, ...(from === undefined ? {} : { from }) };
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
