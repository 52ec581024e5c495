import type { Citation } from '../../../../../shared/model/citation';
import type { Flow } from '../../../../../shared/model/estate';
import type { Finding } from '../../../../../shared/model/finding';
import type { SystemId } from '../../../../../shared/model/ids';
import { firstLines } from '../../../store/events/first-lines';
import { linesOf } from '../../evidence-lines';
import { flowName } from '../../flow-title';
import type { Traffic } from '../../lineage/traffic';
import { count, list } from '../../wording';
import type { FindingInput, Rule } from '../finding-input';

/** What the register says flows, against what the logs show. */
export const flowStatus: Rule = {
  codes: [
    'undeclared-flow',
    'silent-flow',
    'flow-without-log',
    'planned-flow-observed',
    'retired-flow-observed',
  ],
  *find(input) {
    const { estate, traffic } = input;
    const declared = new Map<string, Flow[]>();
    for (const flow of estate.flows.values()) {
      if (!flow.isDeclared) continue;
      const key = `${flow.from} ${flow.to}`;
      declared.set(key, [...(declared.get(key) ?? []), flow]);
    }
    const observed = new Map(traffic.map((pair) => [`${pair.from} ${pair.to}`, pair]));
    // Without any register there is nothing to be undeclared against.
    const hasRegister = declared.size > 0;
    for (const [key, pair] of observed) {
      const flows = declared.get(key);
      if (!flows) {
        if (hasRegister) yield undeclared(input, pair);
        continue;
      }
      const statuses = new Set(flows.map((flow) => flow.status.value ?? 'live'));
      if (statuses.has('live')) continue;
      yield statuses.has('planned')
        ? alreadyThere(input, pair, flows, 'planned')
        : alreadyThere(input, pair, flows, 'retired');
    }
    // A case without any log says nothing of what runs.
    if (input.writers.size === 0) return;
    for (const [key, flows] of declared) {
      const live = flows.filter((flow) => (flow.status.value ?? 'live') === 'live');
      if (live.length > 0 && !observed.has(key)) yield silent(input, live);
    }
  },
};

const namesOf = ({ estate }: FindingInput, from: SystemId, to: SystemId) => {
  const a = estate.systems.get(from)?.name ?? '';
  const b = estate.systems.get(to)?.name ?? '';
  return { a, b, flow: flowName(a, b) };
};

const logLines = ({ db }: FindingInput, from: SystemId, to: SystemId): readonly Citation[] => {
  const { sent, received } = firstLines(db, from, to);
  return [...sent, ...received];
};

const seen = (pair: Traffic): string =>
  list(
    [
      pair.sent ? `${count(pair.sent, 'message')} logged as sent` : '',
      pair.received ? `${count(pair.received, 'message')} logged as received` : '',
      pair.other ? count(pair.other, 'other line') : '',
    ].filter((part) => part !== ''),
  );

function undeclared(input: FindingInput, pair: Traffic): Finding {
  const { flow } = namesOf(input, pair.from, pair.to);
  return {
    code: 'undeclared-flow',
    severity: 'high',
    subject: flow,
    title: 'Records flow where no register says so',
    detail: `Logs show it (${seen(pair)}), but no imported register of flows names it: purpose, controller and owner of the flow are not on record.`,
    evidence: linesOf(logLines(input, pair.from, pair.to)),
  };
}

function alreadyThere(
  input: FindingInput,
  pair: Traffic,
  flows: readonly Flow[],
  status: 'planned' | 'retired',
): Finding {
  const { flow } = namesOf(input, pair.from, pair.to);
  return {
    code: `${status}-flow-observed`,
    severity: 'high',
    subject: flow,
    title: status === 'planned' ? 'A planned flow is already used' : 'A retired flow is still used',
    detail: `The register has it as ${status}; logs show it in use (${seen(pair)}).`,
    evidence: linesOf([
      ...flows.flatMap((one) => one.status.claims.map((c) => c.citation)),
      ...logLines(input, pair.from, pair.to),
    ]),
  };
}

/** Schedules under which a quiet month says nothing. */
const isSeldom = (flow: Flow): boolean =>
  flow.schedule.claims.some(({ value }) =>
    /\b(once|as needed|ad[- ]?hoc|on request|on demand|yearly|annual|quarter|month)/i.test(value),
  );

function silent(input: FindingInput, flows: readonly Flow[]): Finding {
  const [first] = flows;
  const from = first?.from as SystemId;
  const to = first?.to as SystemId;
  const { a, b, flow } = namesOf(input, from, to);
  const logs = [
    ...(input.writers.has(from) ? [a] : []),
    ...(input.writers.has(to) && to !== from ? [b] : []),
  ];
  const evidence = linesOf(flows.flatMap((one) => one.citations));
  if (logs.length === 0) {
    return {
      code: 'flow-without-log',
      severity: 'low',
      subject: flow,
      title: 'Nobody can say whether the flow runs',
      detail: `It is declared live; neither ${a} nor ${b} has a log in this case.`,
      evidence,
    };
  }
  return {
    code: 'silent-flow',
    severity: flows.every(isSeldom) ? 'low' : 'medium',
    subject: flow,
    title: 'A flow declared live shows no message',
    detail: `The register has it as live, and ${logs.length === 1 ? `the log of ${logs[0]} holds` : `the logs of ${list(logs)} hold`} no line of it.${
      logs.length === 1 ? ` ${logs[0] === a ? b : a} has no log in this case.` : ''
    }`,
    evidence,
  };
}
