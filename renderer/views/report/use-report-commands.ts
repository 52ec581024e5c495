import { useEffect } from 'react';
import { notify } from '../../state/notices-store';
import { useViewCommand } from '../../state/view-command-store';
import { t } from '../../strings/text';
import { redoReport, undoReport, useReport } from './report-store';

/** While a report is composed, undo and redo are its own. */
export function useReportCommands(): void {
  const { id, turn } = useViewCommand();
  useEffect(() => {
    if (turn === 0 || (id !== 'edit.undo' && id !== 'edit.redo')) return;
    useViewCommand.setState({ id: null });
    const { past, future } = useReport.getState();
    const isUndo = id === 'edit.undo';
    if ((isUndo ? past : future).length === 0)
      notify({ tone: 'plain', title: isUndo ? t('edits.noUndo') : t('edits.noRedo') });
    else if (isUndo) undoReport();
    else redoReport();
  }, [id, turn]);
}
