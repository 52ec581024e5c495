import { Flag } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { type Severity, severities } from '../../../shared/model/vocabulary';
import { JobState } from '../../analysis/job-state';
import { NeedsFiles } from '../../analysis/needs-files';
import { useCase } from '../../state/case-store';
import { copyText } from '../../state/clipboard';
import { openExport } from '../../state/export-request-store';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { EmptyState } from '../../widgets/empty-state';
import { SplitPane } from '../../widgets/split-pane';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { findingColumns } from './finding-columns';
import { FindingDetails } from './finding-details';
import { type FindingRow, groupFindings, rowsOfGroups } from './group-findings';
import './findings-view.css';

/** What the rules found, each with its evidence; accepted ones stay, with who accepted them and why. */
export default function FindingsView() {
  const [turn, setTurn] = useState(0);
  const computed = useComputed('findings.list', {}, t('findings.job'), turn);
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(severities));
  const [showsAccepted, setShowsAccepted] = useState(true);
  const [openId, setOpenId] = useState<string | null>(null);
  const all = useLastFindings(computed.value);
  const [isGrouped, setGrouped] = useState(true);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => {
    const wanted = all.filter(
      (finding) => shown.has(finding.severity) && (showsAccepted || finding.accepted === null),
    );
    return isGrouped
      ? rowsOfGroups(groupFindings(wanted), unfolded)
      : wanted.flatMap((finding) => rowsOfGroups(groupFindings([finding]), unfolded));
  }, [all, shown, showsAccepted, isGrouped, unfolded]);
  const columns = useMemo(() => findingColumns(unfolded), [unfolded]);
  const openRow = ({ group, finding }: FindingRow) => {
    if (finding !== null) {
      setOpenId(finding.id);
      return;
    }
    const after = new Set(unfolded);
    if (!after.delete(group.key)) after.add(group.key);
    setUnfolded(after);
  };
  const open = all.find((finding) => finding.id === openId) ?? null;
  const toggle = (severity: Severity, isShown: boolean) => {
    const after = new Set(shown);
    if (isShown) after.add(severity);
    else after.delete(severity);
    setShown(after);
  };

  return (
    <div className="view" aria-busy={computed.isRunning}>
      <header className="view__header">
        <h1 className="view__title">{t('nav.findings')}</h1>
        <fieldset className="findings__severities">
          <legend className="visually-hidden">{t('findings.severity')}</legend>
          {severities.map((severity) => (
            <Check
              key={severity}
              isChecked={shown.has(severity)}
              onChange={(isShown) => toggle(severity, isShown)}
            >
              {t('findings.count', {
                severity: t(`severity.${severity}`),
                count: all.filter((finding) => finding.severity === severity).length,
              })}
            </Check>
          ))}
          <Check isChecked={showsAccepted} onChange={setShowsAccepted}>
            {t('findings.accepted')}
          </Check>
          <Check isChecked={isGrouped} onChange={setGrouped}>
            {t('findings.byRule')}
          </Check>
        </fieldset>
        <div className="view__tools">
          <Button onClick={() => openExport('findings')}>{t('case.export')}</Button>
        </div>
      </header>
      {computed.value === null && (all.length === 0 || computed.failure !== null) ? (
        <JobState
          title={t('findings.job')}
          jobId={computed.jobId}
          failure={computed.failure}
          onRetry={() => setTurn(turn + 1)}
        />
      ) : (
        <SplitPane
          label={t('common.resizePanel')}
          direction="row"
          size={400}
          least={300}
          leastFirst={320}
          first={
            <VirtualTable
              label={t('nav.findings')}
              rows={rows}
              columns={columns}
              rowHeight={44}
              rowKey={(row) => row.key}
              openKey={openId}
              onOpen={openRow}
              onCopy={copyText}
              citation={placesOf}
              firstSort={{ column: 'severity', direction: 'ascending' }}
              empty={
                <NeedsFiles icon={Flag} needs="assertions">
                  <EmptyState icon={Flag} title={t('findings.none')}>
                    {t('findings.noneText')}
                  </EmptyState>
                </NeedsFiles>
              }
            />
          }
          second={open === null ? null : <FindingDetails finding={open} onClose={() => setOpenId(null)} />}
        />
      )}
    </div>
  );
}

const none: readonly ListedFinding[] = [];

/** While the rules are applied again, as after a decision, the findings of before stay in sight. */
function useLastFindings(found: readonly ListedFinding[] | null): readonly ListedFinding[] {
  const path = useCase((state) => state.info?.path ?? null);
  const [last, setLast] = useState({ path, found: none });
  if (found !== null && (last.found !== found || last.path !== path)) setLast({ path, found });
  return found ?? (last.path === path ? last.found : none);
}

function placesOf({ group, finding }: FindingRow): string {
  const cited = finding === null ? group.findings : [finding];
  const places = cited.flatMap(({ evidence }) => evidence.map(({ file, line }) => `${file}:${line}`));
  return [...new Set(places)].join(', ');
}
