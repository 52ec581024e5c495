import type { Stated } from '../../../../../shared/model/citation';
import { linesOf } from '../../evidence-lines';
import { list, nameOfFlow } from '../../wording';
import type { Rule } from '../finding-input';

/** Plain facts on which sources differ: a site, a supplier, a status. Shown as a conflict, never settled silently. */
export const differingFacts: Rule = {
  codes: ['sources-differ'],
  *find({ estate }) {
    for (const system of estate.systems.values()) {
      yield* differing(system.name, {
        supplier: system.supplier,
        site: system.site,
        'end of life': system.endOfLife,
        criticality: system.criticality,
        organisation: system.organisation,
      });
    }
    for (const flow of estate.flows.values()) {
      const dataset = flow.dataset === null ? null : estate.datasets.get(flow.dataset)?.name;
      yield* differing(`${nameOfFlow(estate, flow)}${dataset ? `: ${dataset}` : ''}`, {
        status: flow.status,
        expectation: flow.expectation,
        'maximum delay': flow.maximumDelaySeconds,
        method: flow.method,
      });
    }
  },
};

function* differing(subject: string, facts: Readonly<Record<string, Stated<string | number>>>) {
  const disputed = Object.entries(facts).filter(([, stated]) => stated.state === 'conflicting');
  if (disputed.length === 0) return;
  const texts = disputed.map(
    ([name, { claims }]) =>
      `${name}: ${list([...new Set(claims.map((c) => `${c.value} (${c.citation.file})`))])}`,
  );
  yield {
    code: 'sources-differ',
    severity: 'low' as const,
    subject,
    title: `Sources differ on ${list(disputed.map(([name]) => name))}`,
    detail: `${texts.join('. ')}.`,
    evidence: linesOf(disputed.flatMap(([, { claims }]) => claims.map((c) => c.citation))),
  };
}
