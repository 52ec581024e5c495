import { Menu } from '@base-ui/react/menu';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { notify } from '../../../state/notices-store';
import { t } from '../../../strings/text';
import { IconButton } from '../../../widgets/button';
import { ManageViews } from './manage-views';
import { SaveViewDialog } from './save-view-dialog';
import { openSavedView, readSavedView } from './saved-view';
import { type NamedView, readViews, saveCurrentView } from './view-store';
import '../../../widgets/menu.css';

/** The menu of the map's saved views. */
export function SavedViews() {
  const [views, setViews] = useState<readonly NamedView[]>([]);
  const [shows, setShows] = useState<'none' | 'save' | 'manage'>('none');
  const refresh = async () => setViews(await readViews());

  const open = ({ name, view }: NamedView) => {
    const saved = readSavedView(view);
    if (saved === null) {
      notify({ tone: 'bad', title: t('savedViews.unreadable', { name }) });
      return;
    }
    openSavedView(saved);
    notify({ tone: 'plain', title: t('savedViews.opened', { name }) });
  };

  return (
    <>
      <Menu.Root onOpenChange={(isOpen) => isOpen && void refresh()}>
        <Menu.Trigger render={<IconButton icon={Bookmark} label={t('savedViews.title')} />} />
        <Menu.Portal>
          <Menu.Positioner className="menu__positioner" align="end" sideOffset={4}>
            <Menu.Popup className="menu">
              {views.map((each) => (
                <Menu.Item key={each.name} className="menu__item" onClick={() => open(each)}>
                  <span className="truncate">{each.name}</span>
                </Menu.Item>
              ))}
              {views.length === 0 && <p className="menu__label">{t('savedViews.none')}</p>}
              <Menu.Separator className="menu__separator" />
              <Menu.Item className="menu__item" onClick={() => setShows('save')}>
                {t('savedViews.save')}
              </Menu.Item>
              {views.length > 0 && (
                <Menu.Item className="menu__item" onClick={() => setShows('manage')}>
                  {t('savedViews.manage')}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {shows === 'save' && (
        <SaveViewDialog
          taken={views.map((each) => each.name)}
          onClose={() => setShows('none')}
          onSave={(name) => void saveCurrentView(name).then((isSaved) => isSaved && setShows('none'))}
        />
      )}
      {shows === 'manage' && (
        <ManageViews views={views} onChanged={refresh} onClose={() => setShows('none')} />
      )}
    </>
  );
}
