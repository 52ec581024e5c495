import { useState } from 'react';
import type { CoverageRow, TimeSpan } from '../../../shared/contract/reconcile-methods';
import { AuthorFields, useAuthor } from '../../analysis/author-fields';
import { t } from '../../strings/text';
import { instantOf } from '../../strings/typed-instant';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';
import { Segments } from '../../widgets/segments';
import { TextField } from '../../widgets/text-field';
import { correctCoverage } from './correct-coverage';

interface CorrectionDialogProps {
  readonly row: CoverageRow;
  /** The gap that is spoken of, to begin with; null for any time. */
  readonly gap: TimeSpan | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A person's word on a log: an assertion with author and reason, which every verdict then follows. */
export function CorrectionDialog({ row, gap, isOpen, onClose }: CorrectionDialogProps) {
  const [from, setFrom] = useState(gap?.from ?? '');
  const [to, setTo] = useState(gap?.to ?? '');
  const [covered, setCovered] = useState<'yes' | 'no'>(gap === null ? 'no' : 'yes');
  const author = useAuthor();
  const interval = [instantOf(from), instantOf(to)] as const;
  const isComplete =
    interval[0] !== null && interval[1] !== null && interval[0] < interval[1] && author.isComplete;

  const problem = problemOf(from, to);

  const save = async () => {
    if (interval[0] === null || interval[1] === null) return;
    const isKept = await correctCoverage({
      system: row.system,
      from: interval[0],
      to: interval[1],
      isCovered: covered === 'yes',
      reason: author.reason.trim(),
      author: author.name.trim(),
    });
    if (!isKept) return;
    onClose();
    author.clear();
  };

  return (
    <Dialog
      title={t('coverage.correctTitle', { system: row.system })}
      description={t('coverage.correctText')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="correct-coverage" disabled={!isComplete}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="correct-coverage"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) void save();
        }}
      >
        <TextField
          label={t('coverage.from')}
          isWide
          value={from}
          onChange={setFrom}
          placeholder="2023-03-10 00:00"
        />
        <TextField
          label={t('coverage.to')}
          isWide
          value={to}
          onChange={setTo}
          placeholder="2023-03-12 00:00"
        />
        {problem !== null && (
          <p className="field__problem" role="status">
            {problem}
          </p>
        )}
        <Segments
          label={t('coverage.covered')}
          value={covered}
          options={[
            { value: 'no', title: t('coverage.isNotCovered') },
            { value: 'yes', title: t('coverage.isCovered') },
          ]}
          onChange={setCovered}
        />
        <AuthorFields author={author} />
      </form>
    </Dialog>
  );
}

/** Why the two times as typed are no interval; null while one of them is still being typed. */
function problemOf(from: string, to: string): string | null {
  if (from.trim().length < 10 || to.trim().length < 10) return null;
  const [start, end] = [instantOf(from), instantOf(to)];
  if (start === null || end === null) return t('coverage.noTime');
  return start < end ? null : t('coverage.backwards');
}
