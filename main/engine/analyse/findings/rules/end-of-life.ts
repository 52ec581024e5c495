import type { Severity } from '../../../../../shared/model/vocabulary';
import { lastDayIn } from '../../../import/time/written-day';
import { linesOf } from '../../evidence-lines';
import { count, list, nameOfFlow } from '../../wording';
import type { Rule } from '../finding-input';

/** Systems whose end of life is set and that records still pass through; judged by the case's dates, never the clock. */
export const endOfLife: Rule = {
  codes: ['end-of-life-with-live-flows'],
  *find({ estate, traffic, asOf, madeOn }) {
    for (const system of estate.systems.values()) {
      const dates = system.endOfLife.claims.flatMap(({ value }) => lastDayIn(value) ?? []);
      // Where sources differ, the end is not past until the last of them is.
      const date = dates.sort().at(-1);
      if (date === undefined) continue;
      const live = [...estate.flows.values()].filter(
        (flow) =>
          (flow.from === system.id || flow.to === system.id) &&
          flow.isDeclared &&
          (flow.status.value ?? 'live') === 'live',
      );
      const observed = traffic.filter(({ from, to }) => from === system.id || to === system.id);
      if (live.length + observed.length === 0) continue;
      const { severity, text } = judge(date, asOf, madeOn);
      const flows = new Set([
        ...live.map((flow) => nameOfFlow(estate, flow)),
        ...observed.map(
          ({ from, to }) => `${estate.systems.get(from)?.name ?? ''} > ${estate.systems.get(to)?.name ?? ''}`,
        ),
      ]);
      yield {
        code: 'end-of-life-with-live-flows',
        severity,
        subject: system.name,
        title: text,
        detail: `The end of life of ${system.name} is recorded as ${list([...new Set(system.endOfLife.claims.map(({ value }) => value))])}; ${count(flows.size, 'flow uses', 'flows use')} it: ${list([...flows].sort())}. Logs end on ${asOf}.`,
        evidence: linesOf([
          ...system.endOfLife.claims.map((c) => c.citation),
          ...live.flatMap((flow) => flow.citations.slice(0, 1)),
        ]),
      };
    }
  },
};

function judge(date: string, asOf: string, madeOn: string): { severity: Severity; text: string } {
  if (date < asOf)
    return { severity: 'high', text: 'A system past its end of life still carries live flows' };
  const inAYear = `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4)}`;
  if (date <= inAYear)
    return { severity: 'medium', text: 'A system within a year of its end of life carries live flows' };
  if (date < madeOn)
    return { severity: 'medium', text: 'A system with live flows passed its end of life after the logs end' };
  return { severity: 'low', text: 'A system with live flows has an end of life set' };
}
