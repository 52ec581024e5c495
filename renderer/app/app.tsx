import { useState } from 'react';
import { EditingDialogs } from '../editing/editing-dialogs';
import { EvidencePanel } from '../evidence/evidence-panel';
import { useCase } from '../state/case-store';
import { useEvidence } from '../state/evidence-store';
import { useNavigation } from '../state/navigation-store';
import { saveCsv } from '../state/save-text';
import { tableChoices } from '../state/table-choices';
import { t } from '../strings/text';
import { ExportDialog } from '../views/export/export-dialog';
import { ImportDialog } from '../views/import/import-dialog';
import { NewCaseDialog } from '../views/start/new-case-dialog';
import { StartView } from '../views/start/start-view';
import { SplitPane } from '../widgets/split-pane';
import { SaveTable } from '../widgets/virtual-table/save-table';
import { RememberTables } from '../widgets/virtual-table/use-hidden-columns';
import { Announcer } from './announcer';
import { CommandPalette } from './command-palette';
import { DropZone } from './drop-zone';
import { HelpDialog } from './help-dialog';
import { NavigationRail } from './navigation-rail';
import { Notices } from './notices';
import { ShortcutSheet } from './shortcut-sheet';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { Tour } from './tour';
import { useCommands } from './use-commands';
import { ViewHost } from './view-host';
import './app.css';

interface AppProps {
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly version: string;
}

const saveTable = (name: string, csv: string) => void saveCsv(name, csv);

export function App({ platform, version }: AppProps) {
  const isOpen = useCase((state) => state.info !== null);
  const view = useNavigation((state) => state.view);
  const hasEvidence = useEvidence((state) => state.citations.length > 0);
  const [sheet, setSheet] = useState<'none' | 'palette' | 'shortcuts'>('none');
  const run = useCommands({
    openPalette: () => setSheet('palette'),
    openShortcuts: () => setSheet('shortcuts'),
    version,
  });

  return (
    <RememberTables value={tableChoices}>
      <SaveTable value={saveTable}>
        <div className="app" data-open={isOpen || undefined}>
          <a className="skip-link" href="#content">
            {t('app.skip')}
          </a>
          <TopBar platform={platform} onCommand={run} />
          {isOpen && <NavigationRail current={view} />}
          <main id="content" className="app__main" tabIndex={-1}>
            {isOpen ? (
              <SplitPane
                label={t('evidence.resize')}
                direction="column"
                size={280}
                least={140}
                leastFirst={200}
                first={<ViewHost key={view} view={view} />}
                second={hasEvidence ? <EvidencePanel /> : null}
              />
            ) : (
              <StartView onCommand={run} />
            )}
          </main>
          <StatusBar />
        </div>
        <EditingDialogs />
        <HelpDialog />
        <Tour />
        <NewCaseDialog />
        <ImportDialog />
        <ExportDialog />
        <CommandPalette
          isOpen={sheet === 'palette'}
          platform={platform}
          onClose={() => setSheet('none')}
          onCommand={run}
        />
        <ShortcutSheet isOpen={sheet === 'shortcuts'} platform={platform} onClose={() => setSheet('none')} />
        <Notices />
        <DropZone />
        <Announcer />
      </SaveTable>
    </RememberTables>
  );
}
