import { useEffect, useMemo } from 'react';
import { type CommandId, commands } from '../../shared/contract/commands';
import { bridge } from '../api';
import { closeCase, useCase } from '../state/case-store';
import { openAdd, openEdits } from '../state/editing-store';
import { closeEvidence } from '../state/evidence-store';
import { exportOfView, openExport } from '../state/export-request-store';
import { openHelp } from '../state/help-store';
import { chooseFilesToImport, nameNewCase, takeFiles } from '../state/import-request-store';
import { goTo, useNavigation, viewIds } from '../state/navigation-store';
import { notify } from '../state/notices-store';
import { chooseCase, enterSampleCase } from '../state/open-case';
import { chooseTheme, isDarkNow } from '../state/theme-store';
import { startTour } from '../state/tour-store';
import { redoLast, undoLast, useNextSteps } from '../state/undo';
import { verifyCase } from '../state/verify-case';
import { sendViewCommand } from '../state/view-command-store';
import { t } from '../strings/text';
import { belongsToText, commandFor, isTextField } from './shortcut-keys';

export type RunCommand = (id: CommandId) => void;

interface Sheets {
  readonly openPalette: () => void;
  readonly openShortcuts: () => void;
  readonly version: string;
}

/** Everything the menu, the palette, the buttons and the keys can do: one way to do each. */
export function useCommands({ openPalette, openShortcuts, version }: Sheets): RunCommand {
  const run = useMemo<RunCommand>(() => {
    const others: Readonly<Partial<Record<CommandId, () => void>>> = {
      'case.new': nameNewCase,
      'case.open': () => void chooseCase(),
      'case.sample': () => void enterSampleCase(),
      'case.close': () => {
        closeEvidence();
        void closeCase();
      },
      'case.verify': () => void verifyCase(),
      'import.files': () => void chooseFilesToImport(false),
      'import.folder': () => void chooseFilesToImport(true),
      'export.open': () => openExport(exportOfView[useNavigation.getState().view]),
      'search.focus': () => document.querySelector<HTMLInputElement>('[data-global-search] input')?.focus(),
      'palette.open': openPalette,
      'theme.toggle': () => chooseTheme(isDarkNow() ? 'light' : 'dark'),
      'theme.system': () => chooseTheme('system'),
      // The menu's item is one for changes of the case and for what is being typed.
      'edit.undo': () => (isTyping('undo') ? document.execCommand('undo') : void undoLast()),
      'edit.redo': () => (isTyping('redo') ? document.execCommand('redo') : void redoLast()),
      'edit.add': () => openAdd(null),
      'edit.list': openEdits,
      'help.guide': () => openHelp('guide'),
      'help.departments': () => openHelp('departments'),
      'help.formats': () => openHelp('formats'),
      'help.tour': startTour,
      'help.shortcuts': openShortcuts,
      'help.about': () =>
        notify({ tone: 'plain', title: t('about.title', { version }), detail: t('about.text') }),
    };
    return (id) => {
      const command = commands.find((candidate) => candidate.id === id);
      if (command === undefined || (command.needsCase && useCase.getState().info === null)) return;
      if (isUnderDialog(id)) return;
      const view = viewIds.find((candidate) => `go.${candidate}` === id);
      const action = others[id];
      if (view !== undefined) goTo(view);
      else if (action !== undefined) action();
      else {
        if (id.startsWith('map.') && useNavigation.getState().view !== 'map') goTo('map');
        sendViewCommand(id);
      }
    };
  }, [openPalette, openShortcuts, version]);

  const { undo, redo } = useNextSteps();
  useEffect(() => void bridge.nameSteps({ undo, redo }), [undo, redo]);

  useEffect(() => {
    const isMac = navigator.platform.startsWith('Mac');
    const onKeyDown = (event: KeyboardEvent) => {
      const id = commandFor(event, isMac);
      if (id === null || (isTextField(event.target) && belongsToText(id))) return;
      event.preventDefault();
      run(id);
    };
    addEventListener('keydown', onKeyDown);
    const stopListening = bridge.onCommand((command) => {
      if (command.path !== undefined) void takeFiles([command.path]);
      else {
        const known = commands.find((candidate) => candidate.id === command.id);
        if (known !== undefined) run(known.id);
      }
    });
    return () => {
      removeEventListener('keydown', onKeyDown);
      stopListening();
    };
  }, [run]);

  return run;
}

/** A text field has the focus and something of its own to take back; the palette's is only on its way out. */
function isTyping(step: 'undo' | 'redo'): boolean {
  const field = document.activeElement;
  return isTextField(field) && field?.closest('.palette') === null && document.queryCommandEnabled(step);
}

/** What changes the window under an open dialog, or puts another over it, waits until that is closed. */
function isUnderDialog(id: CommandId): boolean {
  return (
    /^(?:go|map|case|import|export)\.|^edit\.(?:add|list)$/.test(id) &&
    document.querySelector('.dialog:not([data-closed])') !== null
  );
}
