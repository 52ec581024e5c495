import type { WhyAnswer } from '../../../../../shared/contract/analysis-methods';
import type { Severity } from '../../../../../shared/model/vocabulary';
import { eventLines } from '../../evidence-lines';
import { flowName } from '../../flow-title';
import { accountableFor } from '../../ownership/accountable';
import { attributesText, count, list, percent } from '../../wording';
import type { FindingInput, ReckonedFlow, Rule } from '../finding-input';

/** Messages proved lost: how many, what they share, since when, who answers for the hop, which control was missing. */
export const losses: Rule = {
  codes: ['messages-lost'],
  *find(input) {
    for (const flow of input.flows) {
      if (flow.lost === 0) continue;
      const subject = flowName(flow.from, flow.to);
      const answer = input.why(flow);
      yield {
        code: 'messages-lost',
        severity: severityOf(flow),
        subject,
        title: `${count(flow.lost, 'message')} sent ${flow.lost === 1 ? 'was' : 'were'} not received`,
        detail: [
          `Of ${count(flow.sent, 'message')} sent, ${flow.lost.toLocaleString('en-GB')} (${percent(flow.lost / flow.sent)}) have no receipt at ${flow.to}, whose log covers the time.`,
          ...sharedText(answer),
          ...sinceText(answer),
          ...accountableTexts(input, flow, answer),
          ...controlsText(input, flow),
        ].join(' '),
        evidence: eventLines(input.db, input.events(flow, 'lost')),
      };
    }
  },
};

const severityOf = ({ lost, sent }: ReckonedFlow): Severity =>
  lost >= 10 || lost > 0.01 * sent ? 'high' : 'medium';

function sharedText({ patterns }: WhyAnswer): readonly string[] {
  const [first] = patterns;
  if (!first) return [];
  return [
    `Loss goes with ${attributesText(first.attributes)}: ${first.lost} of ${first.total} such messages in the time of the losses, against ${percent(first.rateElsewhere)} of the others.`,
  ];
}

function sinceText({ onset, ended }: WhyAnswer): readonly string[] {
  const day = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    ...(onset ? [`The losses began between ${day(onset.earliest)} and ${day(onset.latest)}.`] : []),
    ...(ended ? [`They ended between ${day(ended.earliest)} and ${day(ended.latest)}.`] : []),
  ];
}

/** Who answers for the hop, and where it was someone else, who did just before the losses began. */
function accountableTexts(
  { estate }: FindingInput,
  { fromId, toId }: ReckonedFlow,
  { onset }: WhyAnswer,
): readonly string[] {
  const now = accountableFor(estate, fromId, toId);
  const then = onset === null ? now : accountableFor(estate, fromId, toId, onset.earliest.slice(0, 10));
  const text =
    now.name === 'unassigned'
      ? 'Accountable for the hop: unassigned.'
      : `On record as answering for the hop: ${list(now.all)}.`;
  const isSame = then.all.join() === now.all.join();
  return isSame ? [text] : [text, `Just before the losses began: ${list(then.all)}.`];
}

function controlsText({ estate }: FindingInput, flow: ReckonedFlow): readonly string[] {
  const missing = [flow.fromId, flow.toId].flatMap((id) => {
    const system = estate.systems.get(id);
    const control = system?.controls.find((one) => one.kind === 'reconciliation');
    if (!system || control?.state === 'present') return [];
    return [
      `${system.name} (${control?.state === 'absent' ? 'absent' : control?.state === 'conflicting' ? 'disputed' : 'not recorded'})`,
    ];
  });
  return missing.length > 0 ? [`Reconciliation: ${list(missing)}.`] : [];
}
