import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/outcome';
import type { ReportPreview } from '../../../shared/contract/report-methods';
import type { ReportDefinition } from '../../../shared/model/report';
import { useCase } from '../../state/case-store';
import { cancelJob, dismissJob, runJob } from '../../state/jobs-store';
import { t } from '../../strings/text';

/** Typing is over when nothing changes for so long. */
const pauseMs = 450;

export interface Previewed {
  /** The last pages that were made; older than the definition while newer ones are on their way. */
  readonly preview: ReportPreview | null;
  readonly failure: Failure | null;
  readonly isRunning: boolean;
  readonly jobId: string | null;
}

/** The pages of a definition, made anew after each change; work on an older one is cancelled. */
export function usePreview(definition: ReportDefinition | null, turn: number): Previewed {
  const revision = useCase((state) => state.revision);
  const [state, setState] = useState<Previewed>({
    preview: null,
    failure: null,
    isRunning: false,
    jobId: null,
  });
  const key = definition === null ? null : `${revision} ${turn} ${JSON.stringify(definition)}`;

  useEffect(() => {
    if (key === null) return;
    const given = JSON.parse(key.slice(key.indexOf('{'))) as ReportDefinition;
    let isCurrent = true;
    let jobId: string | null = null;
    setState((before) => ({ ...before, isRunning: true, failure: null }));
    const timer = setTimeout(() => {
      void runJob('report.preview', { definition: given }, t('report.job'), (id) => {
        jobId = id;
        if (isCurrent) setState((before) => ({ ...before, jobId: id }));
        else cancelJob(id);
      }).then((outcome) => {
        if (jobId !== null && (outcome.ok || !isCurrent)) dismissJob(jobId);
        if (!isCurrent) return;
        setState((before) => ({
          preview: outcome.ok ? outcome.value : before.preview,
          failure: outcome.ok ? null : outcome.error,
          isRunning: false,
          jobId: null,
        }));
      });
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      if (jobId !== null) cancelJob(jobId);
    };
  }, [key]);

  return state;
}
