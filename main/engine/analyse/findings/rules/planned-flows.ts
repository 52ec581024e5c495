import { linesOf } from '../../evidence-lines';
import { list, nameOfFlow } from '../../wording';
import type { Rule } from '../finding-input';

/** A planned flow without anyone to answer for it, a stated scope or a standard. */
export const plannedFlows: Rule = {
  codes: ['planned-flow-without-owner', 'planned-flow-unspecified'],
  *find({ estate }) {
    const reported = new Set<string>();
    for (const flow of estate.flows.values()) {
      if (!flow.isDeclared || flow.status.value !== 'planned') continue;
      const dataset = flow.dataset === null ? null : (estate.datasets.get(flow.dataset)?.name ?? null);
      const subject = nameOfFlow(estate, flow);
      const cells = flow.responsibilities;
      const hasOwner = cells.some((cell) => cell.parties.length > 0);
      const hasStandard = [...flow.attributes.keys()].some((name) =>
        /standard|profile|specification/i.test(name),
      );
      const lacking = [
        ...(flow.expectation.value === null || flow.expectation.value === 'unknown' ? ['scope'] : []),
        ...(flow.method.value === null && !hasStandard ? ['method or standard'] : []),
      ];
      const about = dataset === null ? '' : ` of ${dataset}`;
      if (!hasOwner && !reported.has(subject)) {
        reported.add(subject);
        const isAsked = cells.length > 0;
        yield {
          code: 'planned-flow-without-owner',
          severity: isAsked ? 'high' : 'medium',
          subject,
          title: 'A planned flow has no owner',
          detail: `The planned flow${about} names nobody who answers for it: ${
            isAsked ? 'the register asks and leaves it blank' : 'the register does not ask'
          }.${lacking.length > 0 ? ` Nor is its ${list(lacking)} on record.` : ''}`,
          evidence: linesOf(flow.citations),
        };
      } else if (hasOwner && lacking.length > 0) {
        yield {
          code: 'planned-flow-unspecified',
          severity: 'low',
          subject: dataset === null ? subject : `${subject}: ${dataset}`,
          title: `A planned flow has no ${list(lacking)}`,
          detail: `The planned flow${about} is owned, but its ${list(lacking)} is not on record.`,
          evidence: linesOf(flow.citations),
        };
      }
    }
  },
};
