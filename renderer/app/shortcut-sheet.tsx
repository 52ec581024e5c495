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

/** Keys of the parts of the window; `CmdOrCtrl` is written as the system writes it. */
const mapKeys = [
  ['→ ←', 'keys.mapFollow'],
  ['↑ ↓', 'keys.mapSiblings'],
  ['Enter', 'keys.mapOpen'],
  ['Esc', 'keys.mapClear'],
  ['+ − 0', 'keys.mapZoom'],
] as const;

const tableKeys = [
  ['↓ ↑', 'keys.tableMove'],
  ['Shift+↓ ↑', 'keys.tableRange'],
  ['CmdOrCtrl+Space', 'keys.tableAdd'],
  ['CmdOrCtrl+A', 'keys.tableAll'],
  ['CmdOrCtrl+C', 'keys.tableCopy'],
  ['Enter', 'keys.tableOpen'],
] as const;

const windowKeys = [
  ['CmdOrCtrl+Plus', 'keys.larger'],
  ['CmdOrCtrl+Minus', 'keys.smaller'],
  ['CmdOrCtrl+0', 'keys.usualSize'],
] as const;

const groups = [
  ['keys.map', mapKeys],
  ['keys.table', tableKeys],
  ['keys.window', windowKeys],
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
        <div className="shortcuts__groups">
          {groups.map(([heading, keysOf]) => (
            <section key={heading}>
              <h3 className="shortcuts__heading">{t(heading)}</h3>
              <dl className="shortcuts__list">
                {keysOf.map(([keys, title]) => (
                  <div key={title} className="shortcuts__row">
                    <dt>{t(title)}</dt>
                    <dd>
                      <kbd>{keys === '+ − 0' ? keys : writtenShortcut(keys, platform === 'darwin')}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
