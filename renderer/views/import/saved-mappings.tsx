import { Menu } from '@base-ui/react/menu';
import { BookmarkCheck } from 'lucide-react';
import { useState } from 'react';
import type { Mapping } from '../../../shared/model/mapping';
import { ask } from '../../api';
import { notify, notifyFailure } from '../../state/notices-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';
import { TextField } from '../../widgets/text-field';
import '../../widgets/menu.css';

interface SavedMappingsProps {
  readonly mapping: Mapping;
  readonly onUse: (mapping: Mapping) => void;
}

interface SavedMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

/** Mappings under a name, for the next file of the same sort. */
export function SavedMappings({ mapping, onUse }: SavedMappingsProps) {
  const [saved, setSaved] = useState<readonly SavedMapping[]>([]);
  const [isNaming, setNaming] = useState(false);

  const read = async () => {
    const outcome = await ask('mappings.list', {});
    if (outcome.ok) setSaved(outcome.value);
    else notifyFailure(t('mapping.listFailed'), outcome.error);
  };

  return (
    <>
      <Menu.Root onOpenChange={(isOpen) => isOpen && void read()}>
        <Menu.Trigger render={<Button icon={BookmarkCheck}>{t('mapping.saved')}</Button>} />
        <Menu.Portal>
          <Menu.Positioner className="menu__positioner" align="end" sideOffset={4}>
            <Menu.Popup className="menu">
              {saved.map((entry) => (
                <Menu.Item key={entry.name} className="menu__item" onClick={() => onUse(entry.mapping)}>
                  {t('mapping.use', { name: entry.name })}
                </Menu.Item>
              ))}
              {saved.length === 0 && <p className="menu__label">{t('mapping.noneSaved')}</p>}
              <Menu.Separator className="menu__separator" />
              <Menu.Item className="menu__item" onClick={() => setNaming(true)}>
                {t('mapping.saveAs')}
              </Menu.Item>
              {saved.map((entry) => (
                <Menu.Item
                  key={entry.name}
                  className="menu__item"
                  onClick={() => void ask('mappings.remove', { name: entry.name })}
                >
                  {t('mapping.remove', { name: entry.name })}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <NameDialog mapping={mapping} isOpen={isNaming} onClose={() => setNaming(false)} />
    </>
  );
}

function NameDialog(props: {
  readonly mapping: Mapping;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const save = async () => {
    const outcome = await ask('mappings.save', { name: name.trim(), mapping: props.mapping });
    if (outcome.ok) notify({ tone: 'good', title: t('mapping.isSaved', { name: name.trim() }) });
    else notifyFailure(t('mapping.saveFailed'), outcome.error);
    setName('');
    props.onClose();
  };
  return (
    <Dialog
      title={t('mapping.saveTitle')}
      description={t('mapping.saveText')}
      isOpen={props.isOpen}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" disabled={name.trim() === ''} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('mapping.name')} isWide value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
