import { savedReportPrefix } from '../../../../shared/model/report';
import { ask } from '../../../api';
import { notify, notifyFailure } from '../../../state/notices-store';
import { recordAct } from '../../../state/placement-history';
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

export async function removeView({ name, view }: NamedView): Promise<void> {
  if (!(await forget(name))) return;
  const summary = t('savedViews.removed', { name });
  notify({ tone: 'plain', title: summary });
  recordAct({ summary, undo: () => keep(name, view), redo: () => forget(name) });
}

/** The new name is kept before the old one goes: a failure in between loses nothing. */
export async function renameView({ name, view }: NamedView, newName: string): Promise<void> {
  const rename = async (from: string, to: string) => (await keep(to, view)) && (await forget(from));
  if (!(await rename(name, newName))) return;
  notify({ tone: 'good', title: t('savedViews.saved', { name: newName }) });
  recordAct({
    summary: t('savedViews.renamed', { name, newName }),
    undo: () => rename(newName, name),
    redo: () => rename(name, newName),
  });
}

async function keep(name: string, view: unknown): Promise<boolean> {
  const outcome = await ask('views.save', { name, view });
  if (!outcome.ok) notifyFailure(t('savedViews.failed'), outcome.error);
  return outcome.ok;
}

async function forget(name: string): Promise<boolean> {
  const outcome = await ask('views.remove', { name });
  if (!outcome.ok) notifyFailure(t('savedViews.failed'), outcome.error);
  return outcome.ok;
}
