import { commands } from '../../shared/contract/commands';
import { t } from '../strings/text';
import { Dialog } from '../widgets/dialog';
import { writtenShortcut } from './shortcut-keys';
import './shortcut-sheet.css';

interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly platform: string;
  readonly onClose: () => void;
}

const mapKeys = [
  ['→ ←', 'keys.mapFollow'],
  ['↑ ↓', 'keys.mapSiblings'],
  ['Enter', 'keys.mapOpen'],
  ['Esc', 'keys.mapClear'],
  ['+ − 0', 'keys.mapZoom'],
] as const;

export function ShortcutSheet({ isOpen, platform, onClose }: ShortcutSheetProps) {
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose} size="medium">
      <div className="shortcuts">
        <section>
          <h3 className="shortcuts__heading">{t('keys.commands')}</h3>
          <dl className="shortcuts__list">
            {commands.map(
              (command) =>
                'shortcut' in command && (
                  <div key={command.id} className="shortcuts__row">
                    <dt>{command.title}</dt>
                    <dd>
                      <kbd>{writtenShortcut(command.shortcut, platform === 'darwin')}</kbd>
                    </dd>
                  </div>
                ),
            )}
          </dl>
        </section>
        <section>
          <h3 className="shortcuts__heading">{t('keys.map')}</h3>
          <dl className="shortcuts__list">
            {mapKeys.map(([keys, title]) => (
              <div key={title} className="shortcuts__row">
                <dt>{t(title)}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
