import { Menu } from '@base-ui/react/menu';
import { BookmarkCheck } from 'lucide-react';
import { useState } from 'react';
import type { Mapping } from '../../../shared/model/mapping';
import { ask, bridge } from '../../api';
import { mappingShelf, putNamed, takeNamed } from '../../state/named-things';
import { notifyFailure } from '../../state/notices-store';
import { notifySaved } from '../../state/save-text';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';
import { TextField } from '../../widgets/text-field';
import '../../widgets/menu.css';

interface SavedMappingsProps {
  /** What to call the mapping's file: the name of the file that it reads. */
  readonly name: string;
  /** Null while there is none to save. */
  readonly mapping: Mapping | null;
  readonly onUse: (mapping: Mapping) => void;
}

interface SavedMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

const shelf = () => mappingShelf(t('mapping.saveFailed'));

/** Mappings under a name, for the next file of the same sort. */
export function SavedMappings({ name, mapping, onUse }: SavedMappingsProps) {
  const [saved, setSaved] = useState<readonly SavedMapping[]>([]);
  const [isNaming, setNaming] = useState(false);

  const read = async () => {
    const outcome = await shelf().list();
    if (outcome.ok) setSaved([...outcome.value].map(([name, mapping]) => ({ name, mapping })));
    else notifyFailure(t('mapping.listFailed'), outcome.error);
  };

  const remove = ({ name, mapping }: SavedMapping) =>
    takeNamed(shelf(), name, mapping, t('mapping.removed', { name }));

  return (
    <>
      <Menu.Root onOpenChange={(isOpen) => isOpen && void read()}>
        <Menu.Trigger render={<Button icon={BookmarkCheck}>{t('mapping.saved')}</Button>} />
        <Menu.Portal>
          <Menu.Positioner className="menu__positioner" align="end" sideOffset={4}>
            <Menu.Popup className="menu">
              {saved.length > 0 && <p className="menu__label">{t('mapping.ofCase')}</p>}
              {saved.map((entry) => (
                <Menu.Item key={entry.name} className="menu__item" onClick={() => onUse(entry.mapping)}>
                  {t('mapping.use', { name: entry.name })}
                </Menu.Item>
              ))}
              {saved.length === 0 && <p className="menu__label">{t('mapping.noneSaved')}</p>}
              <Menu.Item className="menu__item" onClick={() => void readFile(onUse)}>
                {t('mapping.useFile')}
              </Menu.Item>
              <Menu.Separator className="menu__separator" />
              <Menu.Item className="menu__item" disabled={mapping === null} onClick={() => setNaming(true)}>
                {t('mapping.saveAs')}
              </Menu.Item>
              <Menu.Item
                className="menu__item"
                disabled={mapping === null}
                onClick={() => void saveFile(name, mapping)}
              >
                {t('mapping.saveFile')}
              </Menu.Item>
              {saved.length > 0 && <Menu.Separator className="menu__separator" />}
              {saved.map((entry) => (
                <Menu.Item key={entry.name} className="menu__item" onClick={() => void remove(entry)}>
                  {t('mapping.remove', { name: entry.name })}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <NameDialog mapping={mapping ?? {}} isOpen={isNaming} onClose={() => setNaming(false)} />
    </>
  );
}

const jsonFiles = () => [{ name: 'JSON', extensions: ['json'] }];

async function readFile(onUse: (mapping: Mapping) => void): Promise<void> {
  const [path] = (await bridge.chooseToOpen({ title: t('mapping.fileTitle'), filters: jsonFiles() })) ?? [];
  if (path === undefined) return;
  const outcome = await ask('mappings.read', { path });
  if (outcome.ok) onUse(outcome.value);
  else notifyFailure(t('mapping.readFailed'), outcome.error);
}

/** As the command line takes it with --map. */
async function saveFile(name: string, mapping: Mapping | null): Promise<void> {
  const outcome = await bridge.saveText({
    title: t('mapping.saveTitle'),
    suggestedName: `${name.replace(/[\\/:*?"<>|]+/g, '-').replace(/\.[A-Za-z0-9]{1,5}$/, '')}.mapping.json`,
    filters: jsonFiles(),
    text: `${JSON.stringify(mapping, null, 2)}\n`,
  });
  if (!outcome.ok) notifyFailure(t('mapping.saveFailed'), outcome.error);
  else if (outcome.value !== null) notifySaved(outcome.value, t('mapping.fileSaved'));
}

function NameDialog(props: {
  readonly mapping: Mapping;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const save = async () => {
    await putNamed(shelf(), name.trim(), props.mapping, t('mapping.isSaved', { name: name.trim() }));
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
          <Button variant="primary" type="submit" form="name-mapping" disabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="name-mapping"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog lies within the import dialog, whose forms are not meant.
          event.stopPropagation();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField label={t('mapping.name')} isWide value={name} onChange={setName} autoFocus />
      </form>
    </Dialog>
  );
}
