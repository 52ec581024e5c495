import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { type CommandInfo, commands } from '../../shared/contract/commands';
import { useCase } from '../state/case-store';
import { viewIds } from '../state/navigation-store';
import { type NextSteps, useNextSteps } from '../state/undo';
import { t } from '../strings/text';
import { views } from '../views/registry';
import { SearchList } from '../widgets/search-list';
import { writtenShortcut } from './shortcut-keys';
import type { RunCommand } from './use-commands';
import './command-palette.css';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly platform: string;
  readonly onClose: () => void;
  readonly onCommand: RunCommand;
}

/** Of undo and redo: with what they would do now. */
function commandTitle({ id, title }: CommandInfo, { undo, redo }: NextSteps): string {
  if (id === 'edit.undo' && undo !== null) return t('edits.undoNext', { summary: undo });
  if (id === 'edit.redo' && redo !== null) return t('edits.redoNext', { summary: redo });
  return title;
}

/** Commands that can be given now: of an open case, and of views that exist. */
export function possibleCommands(hasCase: boolean): readonly (typeof commands)[number][] {
  const shown = new Set(views.map((view) => `go.${view.id}`));
  const isMissingView = (id: string) => viewIds.some((view) => `go.${view}` === id) && !shown.has(id);
  return commands.filter((command) => (hasCase || !command.needsCase) && !isMissingView(command.id));
}

export function CommandPalette({ isOpen, platform, onClose, onCommand }: CommandPaletteProps) {
  const hasCase = useCase((state) => state.info !== null);
  const [text, setText] = useState('');
  const steps = useNextSteps();
  const titleOf = (command: CommandInfo) => commandTitle(command, steps);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = possibleCommands(hasCase).filter((command) => {
    const name = `${t(`menu.${command.menu}`)} ${titleOf(command)}`.toLowerCase();
    return command.id !== 'palette.open' && words.every((word) => name.includes(word));
  });
  const close = () => {
    setText('');
    onClose();
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(isNowOpen) => !isNowOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog__backdrop" />
        <Dialog.Popup className="palette">
          <Dialog.Title className="visually-hidden">{t('palette.title')}</Dialog.Title>
          <SearchList
            label={t('palette.title')}
            placeholder={t('palette.placeholder')}
            text={text}
            onText={setText}
            shape="inline"
            emptyText={t('palette.none')}
            onDone={close}
            items={found.map((command: CommandInfo & { id: (typeof commands)[number]['id'] }) => ({
              key: command.id,
              onChoose: () => onCommand(command.id),
              content: (
                <>
                  <span className="palette__menu">{t(`menu.${command.menu}`)}</span>
                  <span className="palette__title truncate">{titleOf(command)}</span>
                  {command.shortcut && (
                    <kbd className="palette__keys">
                      {writtenShortcut(command.shortcut, platform === 'darwin')}
                    </kbd>
                  )}
                </>
              ),
            }))}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
