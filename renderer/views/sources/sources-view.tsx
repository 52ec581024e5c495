import { FilePlus2, FileStack, FolderPlus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useCase } from '../../state/case-store';
import { chooseFilesToImport } from '../../state/import-request-store';
import { useNavigation } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { verifyCase } from '../../state/verify-case';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { SplitPane } from '../../widgets/split-pane';
import { Tabs } from '../../widgets/tabs';
import { CaseLog } from './case-log';
import { IssuesTable } from './issues-table';
import { SourceDetails } from './source-details';
import { SourcesTable } from './sources-table';
import { VerifyReport } from './verify-report';

type Tab = 'files' | 'issues' | 'log';

/** Every file of the case: how it was read, what was refused, and whether it is still the same. */
export default function SourcesView() {
  const counts = useCase((state) => state.info?.counts);
  const answer = useAnswer('sources.list', {});
  const focused = useNavigation((state) => state.focus?.sourceId ?? null);
  const [chosenId, setChosenId] = useState<number | null>(focused);
  const [tab, setTab] = useState<Tab>('files');
  const [issuesOf, setIssuesOf] = useState<number | null>(null);
  const sources = answer.value ?? [];
  const chosen = sources.find((source) => source.id === chosenId) ?? null;

  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.sources')}</h1>
        <div className="view__tools">
          <Button icon={FilePlus2} onClick={() => void chooseFilesToImport(false)}>
            {t('sources.addFiles')}
          </Button>
          <Button icon={FolderPlus} onClick={() => void chooseFilesToImport(true)}>
            {t('sources.addFolder')}
          </Button>
          <Button icon={ShieldCheck} onClick={() => void verifyCase()}>
            {t('case.verify')}
          </Button>
        </div>
      </header>
      <VerifyReport />
      {answer.failure !== null && (
        <FailureState title={t('sources.failed')} message={answer.failure.message} />
      )}
      <Tabs
        label={t('nav.sources')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'files', title: t('sources.files'), count: formatCount(sources.length) },
          { value: 'issues', title: t('sources.issues'), count: formatCount(counts?.issues ?? 0) },
          { value: 'log', title: t('sources.log') },
        ]}
      >
        {tab === 'files' && (
          <SplitPane
            label={t('common.resizePanel')}
            direction="row"
            size={400}
            least={300}
            leastFirst={320}
            first={
              answer.value === null && answer.isLoading ? null : (
                <SourcesTable
                  sources={sources}
                  openId={chosenId}
                  onOpen={(source) => setChosenId(source.id)}
                  empty={
                    <EmptyState icon={FileStack} title={t('sources.none')}>
                      {t('sources.noneText')}
                    </EmptyState>
                  }
                />
              )
            }
            second={
              chosen === null ? null : (
                <SourceDetails
                  source={chosen}
                  onClose={() => setChosenId(null)}
                  onShowIssues={() => {
                    setIssuesOf(chosen.id);
                    setTab('issues');
                  }}
                />
              )
            }
          />
        )}
        {tab === 'issues' && (
          <IssuesTable
            source={sources.find((source) => source.id === issuesOf) ?? null}
            onAllSources={() => setIssuesOf(null)}
          />
        )}
        {tab === 'log' && <CaseLog />}
      </Tabs>
    </div>
  );
}
