import { FilePlus2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCase } from '../state/case-store';
import { chooseFilesToImport } from '../state/import-request-store';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { EmptyState } from '../widgets/empty-state';

interface NeedsFilesProps {
  readonly icon: LucideIcon;
  /** What has to be in the case before there is anything to say. */
  readonly needs: 'events' | 'assertions';
  readonly children: ReactNode;
}

/** What to drop, while the case has nothing that the view could speak of: silence is no good news. */
export function NeedsFiles({ icon, needs, children }: NeedsFilesProps) {
  const hasIt = useCase((state) => (state.info?.counts[needs] ?? 0) > 0);
  if (hasIt) return children;
  return (
    <EmptyState
      icon={icon}
      title={t(`empty.${needs}`)}
      actions={
        <Button icon={FilePlus2} onClick={() => void chooseFilesToImport(false)}>
          {t('sources.addFiles')}
        </Button>
      }
    >
      {t(`empty.${needs}.text`)}
    </EmptyState>
  );
}
