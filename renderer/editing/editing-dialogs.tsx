import { useEditing } from '../state/editing-store';
import { AddDialog } from './add-dialog';
import { CorrectionDialog } from './correction-dialog';
import { EditsDialog } from './edits-dialog';

/** The dialogs for what a person states; each begins anew when it is opened. */
export function EditingDialogs() {
  const { correction, addition, isListOpen } = useEditing();
  if (correction !== null) return <CorrectionDialog request={correction} />;
  if (addition !== null) return <AddDialog request={addition} />;
  return isListOpen ? <EditsDialog /> : null;
}
