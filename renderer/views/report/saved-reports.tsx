import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type ReportDefinition, savedReportPrefix, savedReportSchema } from '../../../shared/model/report';
import { ask } from '../../api';
import { putNamed, takeNamed, viewShelf } from '../../state/named-things';
import { notifyFailure } from '../../state/notices-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';
import { TextField } from '../../widgets/text-field';
import '../../widgets/menu.css';

interface SavedReport {
  /** Without the prefix by which reports are told from other saved views. */
  readonly name: string;
  readonly definition: ReportDefinition;
}

interface SavedReportsProps {
  readonly definition: ReportDefinition;
  readonly onOpen: (definition: ReportDefinition, name: string) => void;
}

const shelf = () => viewShelf(t('report.saveFailed'));
const viewOf = (definition: ReportDefinition) => ({ kind: 'report', definition });

/** Reports kept in the case under a name: save, open, remove. */
export function SavedReports({ definition, onOpen }: SavedReportsProps) {
  const [reports, setReports] = useState<readonly SavedReport[]>([]);
  const [newName, setNewName] = useState<string | null>(null);
  const refresh = async () => setReports(await readReports());
  const save = (name: string) =>
    putNamed(shelf(), `${savedReportPrefix}${name}`, viewOf(definition), t('report.saved', { name }));
  const remove = (report: SavedReport) => {
    const { name } = report;
    const kept = `${savedReportPrefix}${name}`;
    return takeNamed(shelf(), kept, viewOf(report.definition), t('report.savedRemoved', { name }));
  };
  return (
    <>
      <Menu.Root
        onOpenChange={(isOpen) => {
          if (isOpen) void refresh();
        }}
      >
        <Menu.Trigger render={<Button />}>
          {t('report.savedReports')}
          <ChevronDown size={14} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu__positioner" sideOffset={4} align="end">
            <Menu.Popup className="menu">
              <Menu.Item className="menu__item" onClick={() => setNewName(definition.title.slice(0, 120))}>
                {t('report.save')}
              </Menu.Item>
              {reports.length > 0 && (
                <Menu.Group>
                  <Menu.GroupLabel className="menu__label">{t('report.open')}</Menu.GroupLabel>
                  {reports.map((report) => (
                    <Menu.Item
                      key={report.name}
                      className="menu__item"
                      onClick={() => onOpen(report.definition, report.name)}
                    >
                      <span className="truncate">{report.name}</span>
                    </Menu.Item>
                  ))}
                </Menu.Group>
              )}
              {reports.length > 0 && (
                <Menu.Group>
                  <Menu.GroupLabel className="menu__label">{t('report.removeSaved')}</Menu.GroupLabel>
                  {reports.map((report) => (
                    <Menu.Item key={report.name} className="menu__item" onClick={() => void remove(report)}>
                      <span className="truncate">{report.name}</span>
                    </Menu.Item>
                  ))}
                </Menu.Group>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <Dialog
        title={t('report.save')}
        isOpen={newName !== null}
        onClose={() => setNewName(null)}
        footer={
          <>
            <Button onClick={() => setNewName(null)}>{t('common.cancel')}</Button>
            <Button variant="primary" type="submit" form="save-report" disabled={newName?.trim() === ''}>
              {t('common.save')}
            </Button>
          </>
        }
      >
        <form
          id="save-report"
          onSubmit={(event) => {
            event.preventDefault();
            const name = newName?.trim() ?? '';
            if (name === '') return;
            setNewName(null);
            void save(name);
          }}
        >
          <TextField label={t('report.name')} isWide value={newName ?? ''} onChange={setNewName} />
          <p className="field__hint">{t('report.saveHint')}</p>
        </form>
      </Dialog>
    </>
  );
}

/** A case file may be a stranger's or of another version: what cannot be read is left out. */
async function readReports(): Promise<readonly SavedReport[]> {
  const outcome = await ask('views.list', {});
  if (!outcome.ok) {
    notifyFailure(t('report.listFailed'), outcome.error);
    return [];
  }
  return outcome.value.flatMap(({ name, view }) => {
    if (!name.startsWith(savedReportPrefix)) return [];
    const checked = savedReportSchema.safeParse(view);
    return checked.success
      ? [{ name: name.slice(savedReportPrefix.length), definition: checked.data.definition }]
      : [];
  });
}
