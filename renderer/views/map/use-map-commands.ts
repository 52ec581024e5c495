import { useEffect } from 'react';
import { ask } from '../../api';
import { useCase } from '../../state/case-store';
import { askedPicture, useMap } from '../../state/map-store';
import { notify, notifyFailure } from '../../state/notices-store';
import { recordLayout } from '../../state/placement-changes';
import { forgetAnswers } from '../../state/use-answer';
import { useViewCommand } from '../../state/view-command-store';
import { t } from '../../strings/text';

/** Forgets where cards stand, except those that a person put there, and lays the rest out anew. */
export async function relayoutMap(keepPinned: boolean): Promise<void> {
  const picture = askedPicture(useMap.getState());
  const outcome = await ask('map.relayout', { ...picture, keepPinned });
  if (!outcome.ok) {
    notifyFailure(t('map.relayoutFailed'), outcome.error);
    return;
  }
  recordLayout(picture, outcome.value);
  forgetAnswers('map.scene');
  useMap.setState({ moves: new Map(), viewports: {} });
  useCase.setState(({ revision }) => ({ revision: revision + 1 }));
  notify({ tone: 'plain', title: t('map.relaidOut') });
}

/** The menu's and the palette's commands for the map, carried out while it is on the screen. */
export function useMapCommands(): void {
  const { id, turn } = useViewCommand();
  useEffect(() => {
    if (id === null || turn === 0) return;
    if (id === 'map.relayout') void relayoutMap(true);
    else if (id === 'map.table') {
      useMap.setState(({ shows }) => ({ shows: shows === 'picture' ? 'tables' : 'picture' }));
    } else if (id !== 'map.fit') return;
    useViewCommand.setState({ id: null });
  }, [id, turn]);
}
