import { useState } from 'react';
import { t } from '../../../strings/text';
import { Button } from '../../../widgets/button';
import { Dialog } from '../../../widgets/dialog';
import { TextField } from '../../../widgets/text-field';
import { type NamedView, removeView, renameView } from './view-store';
import './manage-views.css';

interface ManageViewsProps {
  readonly views: readonly NamedView[];
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** Saved views, to be renamed or removed. */
export function ManageViews({ views, onChanged, onClose }: ManageViewsProps) {
  return (
    <Dialog
      title={t('savedViews.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {views.length === 0 && <p>{t('savedViews.none')}</p>}
      <ul className="manage-views">
        {views.map((each) => (
          <ViewItem
            key={each.name}
            view={each}
            isTaken={(name) => views.some((other) => other.name === name)}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface ViewItemProps {
  readonly view: NamedView;
  readonly isTaken: (name: string) => boolean;
  readonly onChanged: () => Promise<void>;
}

function ViewItem({ view, isTaken, onChanged }: ViewItemProps) {
  const { name } = view;
  const [typed, setTyped] = useState(name);
  const newName = typed.trim();
  return (
    <li className="manage-views__item">
      <TextField
        label={t('savedViews.nameOf', { name })}
        isLabelShown={false}
        isWide
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      <Button
        aria-label={t('savedViews.renameOf', { name })}
        disabled={newName === '' || isTaken(newName)}
        onClick={() => void renameView(view, newName).then(onChanged)}
      >
        {t('savedViews.rename')}
      </Button>
      <Button
        variant="danger"
        aria-label={t('savedViews.removeOf', { name })}
        onClick={() => void removeView(view).then(onChanged)}
      >
        {t('savedViews.remove')}
      </Button>
    </li>
  );
}
