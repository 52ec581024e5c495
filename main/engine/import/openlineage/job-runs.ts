import type { Place } from '../../../../shared/model/citation';
import type { Job, Subject } from '../fact';
import { member, text } from '../json/value';
import type { StatedOnce } from '../lineage/stated-once';
import { facetOf } from './dataset-facets';
import type { LineageEvent } from './event';

interface Latest {
  readonly subject: Subject;
  readonly name: string;
  value: string;
  time: number;
  place: Place;
}

/** What a run log says of a job over time: failures as dated warnings, and the last state and counts. */
export class JobRuns {
  readonly #latest = new Map<string, Latest>();

  constructor(private readonly facts: StatedOnce) {}

  add(job: Job, event: LineageEvent, value: unknown, place: Place): void {
    if (event.eventType === null) return;
    const subject: Subject = { kind: 'job', ...job };
    this.#keep(subject, 'last state', event.eventType, event.time, place);
    if (event.eventType === 'COMPLETE') {
      this.#keep(subject, 'last complete', new Date(event.time / 1000).toISOString(), event.time, place);
    }
    if (event.eventType !== 'FAIL' && event.eventType !== 'ABORT') return;
    const why = text(facetOf(member(value, 'run'), 'errorMessage'), 'message');
    const happened = event.eventType === 'FAIL' ? 'failed' : 'was aborted';
    const words = `Job ${job.name} ${happened}${why === null ? '' : `: ${why.slice(0, 500)}`}`;
    this.facts.state(
      { fact: 'warning', at: event.time, text: words, subject: job.name, from: null, to: null },
      place,
    );
  }

  statistics(
    subject: Subject,
    counts: readonly (readonly [string, string])[],
    time: number,
    place: Place,
  ): void {
    for (const [name, value] of counts) this.#keep(subject, `${name} (last run)`, value, time, place);
  }

  end(): void {
    for (const { subject, name, value, place } of this.#latest.values()) {
      this.facts.attribute(subject, name, value, place);
    }
  }

  /** The latest by the events' own times; of equal times the later in the file. */
  #keep(subject: Subject, name: string, value: string, time: number, place: Place): void {
    const key = JSON.stringify([subject, name]);
    const known = this.#latest.get(key);
    if (known === undefined) this.#latest.set(key, { subject, name, value, time, place });
    else if (time >= known.time) Object.assign(known, { value, time, place });
  }
}
