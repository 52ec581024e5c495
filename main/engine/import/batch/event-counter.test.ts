import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventCounter } from './event-counter';

const quarter = 900_000_000;
const events = fc.array(
  fc.record({
    time: fc.oneof(
      fc.integer({ min: -40, max: 4000 }).map((n) => n * (quarter / 2)),
      fc.constant(Number.NaN),
    ),
    system: fc.nat(9),
    activity: fc.integer({ min: 1, max: 4 }),
    peer: fc.nat(9),
  }),
  { maxLength: 1500 },
);

const cells = (counts: Float64Array): string[] =>
  Array.from({ length: counts.length / 5 }, (_, i) => counts.subarray(i * 5, i * 5 + 5).join(' ')).sort();

it('counts as a plain reckoning does: by day, and by quarter of an hour with its first and last moment', () => {
  fc.assert(
    fc.property(events, (rows) => {
      const counter = new EventCounter();
      const days = new Map<string, number>();
      const quarters = new Map<string, number[]>();
      for (const { time, system, activity, peer } of rows) {
        counter.add(time, system, activity, peer);
        const day = Number.isNaN(time) ? -1_000_000 : Math.floor(time / 86_400_000_000);
        const key = `${system} ${peer} ${activity} ${day}`;
        days.set(key, (days.get(key) ?? 0) + 1);
        if (Number.isNaN(time) || system === 0) continue;
        const place = `${system} ${Math.floor(time / quarter)}`;
        quarters.set(place, [...(quarters.get(place) ?? []), time]);
      }
      const counts = counter.counts();
      expect([cells(counts.days), cells(counts.presence)]).toEqual([
        [...days].map(([key, n]) => `${key} ${n}`).sort(),
        [...quarters].map(([key, t]) => `${key} ${t.length} ${Math.min(...t)} ${Math.max(...t)}`).sort(),
      ]);
    }),
    { numRuns: 40 },
  );
});
