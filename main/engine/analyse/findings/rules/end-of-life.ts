import type { Severity } from '../../../../../shared/model/vocabulary';
import { linesOf } from '../../evidence-lines';
import { count, list, nameOfFlow } from '../../wording';
import type { Rule } from '../finding-input';

/** Systems whose end of life is set and that records still pass through; judged by the case's dates, never the clock. */
export const endOfLife: Rule = {
  codes: ['end-of-life-with-live-flows'],
  *find({ estate, traffic, asOf, madeOn }) {
    for (const system of estate.systems.values()) {
      const claim = system.endOfLife.claims[0];
      if (!claim) continue;
      const date = system.endOfLife.claims.map((c) => dateIn(c.value)).find((d) => d !== null) ?? null;
      if (date === null) continue;
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
        detail: `The end of life of ${system.name} is recorded as ${claim.value}; ${count(flows.size, 'flow uses', 'flows use')} it: ${list([...flows].sort())}. Logs end on ${asOf}.`,
        evidence: linesOf([
          ...system.endOfLife.claims.map((c) => c.citation),
          ...live.flatMap((flow) => flow.citations.slice(0, 1)),
        ]),
      };
    }
  },
};

/** An ISO date as inventories write it, also a year and month alone (then its last day) or day/month/year. */
function dateIn(text: string): string | null {
  const iso = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3] ?? '31'}`;
  const british = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  if (british) return `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`;
  const year = /^\s*(\d{4})\s*$/.exec(text);
  return year ? `${year[1]}-12-31` : null;
}

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
