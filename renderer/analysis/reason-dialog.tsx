import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { AuthorFields, useAuthor } from './author-fields';

interface ReasonDialogProps {
  readonly title: string;
  readonly description?: string;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string, author: string) => void;
}

/** Asks for the reason and the author of something that the case log will keep. */
export function ReasonDialog({ title, description, confirm, isOpen, onClose, onConfirm }: ReasonDialogProps) {
  const author = useAuthor();
  return (
    <Dialog
      title={title}
      {...(description === undefined ? {} : { description })}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="reason" disabled={!author.isComplete}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id="reason"
        onSubmit={(event) => {
          event.preventDefault();
          if (!author.isComplete) return;
          onConfirm(author.reason.trim(), author.name.trim());
          author.clear();
        }}
      >
        <AuthorFields author={author} />
      </form>
    </Dialog>
  );
}
