import { savedReportPrefix } from '../../../../shared/model/report';
import { ask } from '../../../api';
import { notify, notifyFailure } from '../../../state/notices-store';
import { t } from '../../../strings/text';
import { currentView } from './saved-view';

export interface NamedView {
  readonly name: string;
  readonly view: unknown;
}

export async function readViews(): Promise<readonly NamedView[]> {
  const outcome = await ask('views.list', {});
  // Reports are kept beside the map's views and are opened where reports are made.
  if (outcome.ok) return outcome.value.filter(({ name }) => !name.startsWith(savedReportPrefix));
  notifyFailure(t('savedViews.listFailed'), outcome.error);
  return [];
}

export async function saveCurrentView(name: string): Promise<boolean> {
  const outcome = await ask('views.save', { name, view: currentView() });
  if (outcome.ok) notify({ tone: 'good', title: t('savedViews.saved', { name }) });
  else notifyFailure(t('savedViews.failed'), outcome.error);
  return outcome.ok;
}

export async function removeView(name: string): Promise<void> {
  const outcome = await ask('views.remove', { name });
  if (outcome.ok) notify({ tone: 'plain', title: t('savedViews.removed', { name }) });
  else notifyFailure(t('savedViews.failed'), outcome.error);
}

/** The new name is kept before the old one goes: a failure in between loses nothing. */
export async function renameView({ name, view }: NamedView, newName: string): Promise<void> {
  const kept = await ask('views.save', { name: newName, view });
  const removed = kept.ok ? await ask('views.remove', { name }) : kept;
  if (removed.ok) notify({ tone: 'good', title: t('savedViews.saved', { name: newName }) });
  else notifyFailure(t('savedViews.failed'), removed.error);
}
