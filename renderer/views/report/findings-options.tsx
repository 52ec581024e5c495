import { useMemo, useState } from 'react';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import type { ReportSection } from '../../../shared/model/report';
import { JobState } from '../../analysis/job-state';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Check } from '../../widgets/check';
import { TextField } from '../../widgets/text-field';

type FindingsSection = Extract<ReportSection, { kind: 'findings' }>;

interface FindingsOptionsProps {
  readonly section: FindingsSection;
  readonly change: (section: FindingsSection) => void;
}

/** More than this are found by typing. */
const mostShown = 120;

/** Which findings the report has: chosen ones first, in the report's order. */
export function FindingsOptions({ section, change }: FindingsOptionsProps) {
  const [turn, setTurn] = useState(0);
  const [text, setText] = useState('');
  const computed = useComputed('findings.list', {}, t('findings.job'), turn);
  const all = computed.value;
  const shown = useMemo(() => sorted(all ?? [], section.ids, text), [all, section.ids, text]);
  if (all === null) {
    return (
      <JobState
        title={t('findings.job')}
        jobId={computed.jobId}
        failure={computed.failure}
        onRetry={() => setTurn(turn + 1)}
      />
    );
  }
  const toggle = (id: string, isChosen: boolean) =>
    change({
      ...section,
      ids: isChosen ? [...section.ids, id] : section.ids.filter((one) => one !== id),
    });
  return (
    <>
      <TextField label={t('report.findFinding')} isWide value={text} onChange={setText} />
      <p className="report__hint">{t('report.findingsOf', { count: section.ids.length, all: all.length })}</p>
      <ul className="report__findings">
        {shown.slice(0, mostShown).map((finding) => (
          <li key={finding.id}>
            <Check
              isChecked={section.ids.includes(finding.id)}
              onChange={(isChosen) => toggle(finding.id, isChosen)}
            >
              <span className="report__finding">
                {finding.title}
                <span className="report__finding-about">
                  {t(`severity.${finding.severity}`)} · {finding.subject}
                </span>
              </span>
            </Check>
          </li>
        ))}
      </ul>
      {shown.length > mostShown && (
        <p className="report__hint">{t('report.moreFindings', { count: shown.length - mostShown })}</p>
      )}
    </>
  );
}

function sorted(
  all: readonly ListedFinding[],
  ids: readonly string[],
  text: string,
): readonly ListedFinding[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = all.filter(({ title, subject, code, severity }) => {
    const haystack = `${title} ${subject} ${code} ${severity}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
  const chosen = new Set(ids);
  return [...found.filter(({ id }) => chosen.has(id)), ...found.filter(({ id }) => !chosen.has(id))];
}
