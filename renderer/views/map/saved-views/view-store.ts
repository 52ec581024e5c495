import { savedReportPrefix } from '../../../../shared/model/report';
import { putNamed, renameNamed, takeNamed, viewShelf } from '../../../state/named-things';
import { notifyFailure } from '../../../state/notices-store';
import { t } from '../../../strings/text';
import { currentView } from './saved-view';

export interface NamedView {
  readonly name: string;
  readonly view: unknown;
}

const shelf = () => viewShelf(t('savedViews.failed'));

export async function readViews(): Promise<readonly NamedView[]> {
  const outcome = await shelf().list();
  if (!outcome.ok) {
    notifyFailure(t('savedViews.listFailed'), outcome.error);
    return [];
  }
  // Reports are kept beside the map's views and are opened where reports are made.
  return [...outcome.value]
    .filter(([name]) => !name.startsWith(savedReportPrefix))
    .map(([name, view]) => ({ name, view }));
}

export const saveCurrentView = (name: string): Promise<boolean> =>
  putNamed(shelf(), name, currentView(), t('savedViews.saved', { name }));

export const removeView = ({ name, view }: NamedView): Promise<boolean> =>
  takeNamed(shelf(), name, view, t('savedViews.removed', { name }));

export const renameView = ({ name, view }: NamedView, newName: string): Promise<boolean> =>
  renameNamed(shelf(), { from: name, to: newName }, view, t('savedViews.renamed', { name, newName }));
