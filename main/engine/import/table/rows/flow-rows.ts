import type { Subject } from '../../fact';
import { isBlank } from '../vocabulary/blank';
import { delaySecondsOf } from '../vocabulary/delay-seconds';
import { expectationOf } from '../vocabulary/flow-expectation';
import { splitNames } from '../vocabulary/names-in-cell';
import type { RowAccess } from './row-access';
import { missing, type RowProblem, type RowReader } from './row-reader';
import { stateAttributes, stateControls, stateProperties, stateStatus } from './state-properties';
import { stateResponsibilities } from './state-responsibilities';
import { twoEnds } from './two-ends';

/** A row about what goes from one system to another; of several ends, each pair is a flow. */
export const readFlow: RowReader = (row, sink) => {
  const ends = endsOfRow(row);
  if (ends === null || !('from' in ends)) return ends;
  const datasets: readonly (string | null)[] = row.names('dataset');
  for (const [from, to, dataset] of combinations(
    ends.from,
    ends.to,
    datasets.length > 0 ? datasets : [null],
  )) {
    const subject: Subject = { kind: 'flow', from, to, dataset };
    sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
    stateStatus(row, sink, subject);
    const expected = row.cell('expectation');
    const expectation = isBlank(expected) ? null : expectationOf(expected);
    if (expectation)
      sink.state({ fact: 'property', subject, predicate: 'expectation', value: expectation }, row.place);
    else if (!isBlank(expected)) {
      // A rule in words ("only over 18s") means that not all records pass.
      sink.state({ fact: 'property', subject, predicate: 'expectation', value: 'filtered' }, row.place);
      sink.state(
        { fact: 'attribute', subject, name: row.headerOf('expectation'), value: expected },
        row.place,
      );
    }
    const delay = row.cell('maximumDelay');
    if (!isBlank(delay)) {
      const seconds = delaySecondsOf(delay, row.headerOf('maximumDelay'));
      if (seconds === null) {
        sink.warn(
          row.place,
          'unknown-delay',
          `"${delay}" is no delay that can be read (60, 2 hours, PT1H); it is kept as an attribute.`,
        );
        sink.state(
          { fact: 'attribute', subject, name: row.headerOf('maximumDelay'), value: delay },
          row.place,
        );
      } else {
        sink.state(
          { fact: 'property', subject, predicate: 'maximumDelaySeconds', value: String(seconds) },
          row.place,
        );
      }
    }
    stateProperties(row, sink, subject, ['method', 'purpose']);
    const schedule = row.cell('frequency');
    if (!isBlank(schedule))
      sink.state({ fact: 'property', subject, predicate: 'schedule', value: schedule }, row.place);
    stateResponsibilities(row, sink, subject);
    stateControls(row, sink, subject);
    stateAttributes(row, sink, subject);
  }
  return null;
};

/** Both ends of a row's flow, each one or several systems ("A; B", as an interface with many consumers has). */
function endsOfRow(
  row: RowAccess,
): { readonly from: readonly string[]; readonly to: readonly string[] } | RowProblem {
  const both = row.has('flow') ? twoEnds(row.cell('flow'), true) : null;
  const from = isBlank(row.cell('source')) ? [] : row.names('source');
  const to = isBlank(row.cell('destination')) ? [] : row.names('destination');
  if (from.length > 0 && to.length > 0) return { from, to };
  if (both) return { from: splitNames(both[0]), to: splitNames(both[1]) };
  if (row.has('flow') && !row.has('source')) {
    return {
      code: 'missing-field',
      message: `"${row.cell('flow')}" in "${row.headerOf('flow')}" does not name two systems. Write it as A > B.`,
    };
  }
  return from.length === 0
    ? missing(row, 'source', 'source system')
    : missing(row, 'destination', 'destination system');
}

function* combinations<A, B, C>(
  as: readonly A[],
  bs: readonly B[],
  cs: readonly C[],
): Generator<readonly [A, B, C]> {
  for (const a of as) for (const b of bs) for (const c of cs) yield [a, b, c];
}
