import type { ResponsibilityRole } from '../../../../../shared/model/vocabulary';
import { linesOf } from '../../evidence-lines';
import { list, nameOfFlow } from '../../wording';
import type { Rule } from '../finding-input';

const owning: readonly ResponsibilityRole[] = [
  'owner',
  'information asset owner',
  'business owner',
  'it owner',
];

/** A planned flow without anyone to answer for it, a stated scope or a standard. */
export const plannedFlows: Rule = {
  codes: ['planned-flow-without-owner', 'planned-flow-unspecified'],
  *find({ estate }) {
    const reported = new Set<string>();
    for (const flow of estate.flows.values()) {
      if (!flow.isDeclared || flow.status.value !== 'planned') continue;
      const dataset = flow.dataset === null ? null : (estate.datasets.get(flow.dataset)?.name ?? null);
      const subject = nameOfFlow(estate, flow);
      // A controller, a processor or a supplier of the flow is not the one who answers for it.
      const cells = flow.responsibilities.filter(({ role }) => owning.includes(role));
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
          }.`,
          evidence: linesOf(flow.citations),
        };
      }
      if (lacking.length > 0) {
        yield {
          code: 'planned-flow-unspecified',
          severity: 'low',
          subject: dataset === null ? subject : `${subject}: ${dataset}`,
          title: `A planned flow has no ${list(lacking)}`,
          detail: `The register does not say the ${list(lacking)} of the planned flow${about}.`,
          evidence: linesOf(flow.citations),
        };
      }
    }
  },
};
