import { text } from '../json/value';
import { momentOf } from '../lineage/moment';
import { isPlaceholder } from '../lineage/placeholder';

/** One event, checked as far as reading needs it (spec 2-0-2: RunEvent, JobEvent, DatasetEvent). */
export interface LineageEvent {
  readonly kind: 'run' | 'job' | 'dataset';
  /** Microseconds since 1970 UTC. */
  readonly time: number;
  readonly job: { readonly namespace: string; readonly name: string } | null;
  readonly runId: string | null;
  readonly eventType: string | null;
}

export interface EventRefusal {
  readonly code: 'not-an-event' | 'template' | 'no-time' | 'no-run' | 'no-job';
  readonly message: string;
}

export function readEvent(value: unknown): LineageEvent | EventRefusal {
  const schema = text(value, 'schemaURL') ?? '';
  const namespace = text(value, 'job', 'namespace');
  const name = text(value, 'job', 'name');
  const dataset = text(value, 'dataset', 'name');
  if (name === null && dataset === null) {
    return text(value, 'run', 'runId') === null
      ? { code: 'not-an-event', message: 'Names neither a job nor a dataset, so it is no OpenLineage event.' }
      : { code: 'no-job', message: 'The event has no job.name, which every run event needs.' };
  }
  const written = text(value, 'eventTime');
  if (written === null) {
    return {
      code: 'no-time',
      message:
        'The event has no eventTime: it is a template or was cut. Import the events as the tool sent them.',
    };
  }
  const time = momentOf(written);
  if (time === null) {
    return isPlaceholder(written)
      ? {
          code: 'template',
          message: `eventTime is the placeholder ${written}: this is a template. Put real times in, or import the events as the tool sent them.`,
        }
      : { code: 'no-time', message: `eventTime "${written}" is not an ISO 8601 time.` };
  }
  if (name === null) return { kind: 'dataset', time, job: null, runId: null, eventType: null };
  if (namespace === null)
    return { code: 'no-job', message: 'The event has no job.namespace, which every job needs.' };
  const job = { namespace, name };
  const runId = text(value, 'run', 'runId');
  const eventType = text(value, 'eventType')?.toUpperCase() ?? null;
  if (runId !== null) return { kind: 'run', time, job, runId, eventType };
  if (/JobEvent/.test(schema)) return { kind: 'job', time, job, runId: null, eventType: null };
  return {
    code: 'no-run',
    message: 'The event has no run.runId: it is a template, or a JobEvent whose schemaURL does not say so.',
  };
}
