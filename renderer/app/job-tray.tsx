import { Popover } from '@base-ui/react/popover';
import { CircleCheck, CircleSlash, LoaderCircle, OctagonAlert, X } from 'lucide-react';
import { cancelJob, dismissJob, type Job, useJobs } from '../state/jobs-store';
import { progressText } from '../state/progress-text';
import { t } from '../strings/text';
import { Button, IconButton } from '../widgets/button';
import { ProgressBar } from '../widgets/progress-bar';
import './job-tray.css';

const isActive = (job: Job) => job.state === 'running' || job.state === 'cancelling';

/** Long work: one line in the status bar, all of it in a panel above. */
export function JobTray() {
  const jobs = useJobs((state) => state.jobs);
  const current = jobs.find(isActive) ?? jobs[0];
  if (current === undefined) return null;
  return (
    <Popover.Root>
      <Popover.Trigger className="job-tray">
        <JobIcon job={current} />
        <span className="truncate">{current.title}</span>
        {isActive(current) && (
          <>
            <ProgressBar label={current.title} fraction={fractionOf(current)} />
            <span className="job-tray__detail truncate numeric">{progressText(current.progress)}</span>
          </>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu__positioner" align="end" side="top" sideOffset={6}>
          <Popover.Popup className="job-tray__panel">
            <Popover.Title className="job-tray__heading">{t('jobs.title')}</Popover.Title>
            <ul>
              {jobs.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function JobRow({ job }: { readonly job: Job }) {
  return (
    <li className="job-tray__row">
      <JobIcon job={job} />
      <div className="job-tray__text">
        <p>{job.title}</p>
        {isActive(job) && <ProgressBar label={job.title} fraction={fractionOf(job)} />}
        <p className="job-tray__detail numeric">
          {job.failure !== null && job.state === 'failed' ? job.failure.message : stateText(job)}
        </p>
      </div>
      {isActive(job) ? (
        <Button disabled={job.state === 'cancelling'} onClick={() => cancelJob(job.id)}>
          {t('common.cancel')}
        </Button>
      ) : (
        <IconButton icon={X} label={t('common.dismiss')} onClick={() => dismissJob(job.id)} />
      )}
    </li>
  );
}

function JobIcon({ job }: { readonly job: Job }) {
  if (isActive(job))
    return <LoaderCircle className="job-tray__icon job-tray__icon--busy" size={14} aria-hidden />;
  if (job.state === 'done')
    return <CircleCheck className="job-tray__icon job-tray__icon--done" size={14} aria-hidden />;
  if (job.state === 'failed')
    return <OctagonAlert className="job-tray__icon job-tray__icon--failed" size={14} aria-hidden />;
  return <CircleSlash className="job-tray__icon" size={14} aria-hidden />;
}

function stateText(job: Job): string {
  if (job.state === 'running') return progressText(job.progress);
  return t(`jobs.${job.state}`);
}

function fractionOf(job: Job): number | null {
  const { progress } = job;
  if (progress === null || progress.total === null || progress.total === 0) return null;
  return Math.min(1, progress.done / progress.total);
}
