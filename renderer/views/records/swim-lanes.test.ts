import { expect, test } from 'vitest';
import type { CoverageRow, Trace, TraceEvent } from '../../../shared/contract/reconcile-methods';
import { laneSize, swimLanes } from './swim-lanes';

const event = (
  system: string,
  kind: TraceEvent['kind'],
  time: string | null,
  message: string | null = 'm1',
): TraceEvent => ({
  time,
  system,
  event: kind,
  kind,
  peer: null,
  message,
  record: 'r',
  sourceId: 1,
  file: `${system}.csv`,
  line: 2,
});

const trace: Trace = {
  record: 'r',
  aliases: [],
  events: [
    event('A', 'sent', '2023-03-01T10:00:00.000Z'),
    event('B', 'received', '2023-03-01T10:00:10.000Z'),
    event('B', 'sent', '2023-03-01T11:00:00.000Z', 'm2'),
  ],
  eventCount: 3,
  hops: [
    {
      from: 'A',
      to: 'B',
      message: 'm1',
      disposition: 'delivered',
      sentAt: '2023-03-01T10:00:00.000Z',
      receivedAt: '2023-03-01T10:00:10.000Z',
      why: 'same id',
      evidence: [],
    },
    {
      from: 'B',
      to: 'C',
      message: 'm2',
      disposition: 'lost',
      sentAt: '2023-03-01T11:00:00.000Z',
      receivedAt: null,
      why: 'no receipt',
      evidence: [],
    },
  ],
  lastProvedAt: null,
  firstProvedAbsent: null,
};

const always = ['2023-01-01T00:00:00.000Z', '2023-12-31T00:00:00.000Z'] as const;

const logOf = (system: string, spans: readonly (readonly [string, string])[] = [always]): CoverageRow => ({
  system,
  files: [],
  lines: 1,
  from: null,
  to: null,
  rule: 'heartbeats',
  because: '',
  noticesSeconds: null,
  confidence: 'high',
  spans: spans.map(([from, to]) => ({ from, to })),
  gaps: [],
  notes: [],
  oneWay: [],
  corrections: [],
  closedGaps: [],
});

const x = (index: number) => laneSize.name + laneSize.step * (index + 0.5);
const y = (lane: number) => laneSize.top + laneSize.lane * (lane + 0.5);

test('systems have lanes in the order in which the record reaches them, the unreached last', () => {
  expect(swimLanes(trace, []).lanes.map((lane) => lane.system)).toEqual(['A', 'B', 'C']);
});

test('a delivered hop joins its two events, a lost one ends short of where it was due', () => {
  expect(swimLanes(trace, []).hops).toEqual([
    {
      disposition: 'delivered',
      from: { x: x(0), y: y(0) },
      to: { x: x(1), y: y(1) },
      hasArrived: true,
      why: 'same id',
    },
    {
      disposition: 'lost',
      from: { x: x(2), y: y(1) },
      to: { x: x(2) + laneSize.step * 0.45, y: y(2) },
      hasArrived: false,
      why: 'no receipt',
    },
  ]);
});

test('a system that was never reached stands below the one that sent there, not past the others', () => {
  const further = event('D', 'received', '2023-03-01T12:00:00.000Z', 'm3');
  const lanes = swimLanes({ ...trace, events: [...trace.events, further], eventCount: 4 }, []).lanes;
  expect(lanes.map((lane) => lane.system)).toEqual(['A', 'B', 'C', 'D']);
});

test('where a log is silent its lane is hatched: in a gap, after its end, and all along without one', () => {
  const lanes = swimLanes(trace, [
    logOf('A', [[always[0], '2023-03-01T10:00:00.000Z']]),
    logOf('B', [
      [always[0], '2023-03-01T10:29:55.000Z'],
      ['2023-03-01T23:00:00.000Z', always[1]],
    ]),
  ]).lanes;
  const end = x(2) + laneSize.step / 2;
  expect(lanes.map((lane) => lane.gaps.map(({ from, to }) => [Math.round(from), Math.round(to)]))).toEqual([
    [[x(0), end]],
    [[Math.round(x(1) + laneSize.step * (1785 / 3590)), end]],
    [[x(0) - laneSize.step / 2, end]],
  ]);
});

test('events without a time keep their place, and a trace without events is an empty drawing', () => {
  const untimed = swimLanes(
    { ...trace, events: trace.events.map((one) => ({ ...one, time: null })), hops: [] },
    [logOf('A')],
  );
  const empty = swimLanes({ ...trace, events: [], eventCount: 0, hops: [] }, []);
  expect([untimed.events.map((placed) => placed.x), empty.lanes, empty.events]).toEqual([
    [x(0), x(1), x(2)],
    [],
    [],
  ]);
});
