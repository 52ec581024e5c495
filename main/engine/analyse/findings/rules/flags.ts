import { accountableFor } from '../../accountable';
import { eventLines } from '../../evidence-lines';
import { carriesFlags, missingFlags } from '../../flags-not-passed-on';
import { flowName } from '../../flow-title';
import { count, list } from '../../wording';
import type { Rule } from '../finding-input';

/** Objections and like flags that were set upstream and are absent downstream, with what was released meanwhile. */
export const flags: Rule = {
  codes: ['flags-not-passed-on'],
  *find(input) {
    for (const flow of input.flows) {
      if (flow.lost === 0) continue;
      const sendings = input.sendings(flow);
      if (!carriesFlags(input.db, input.estate, sendings)) continue;
      const missing = missingFlags(input.db, input.estate, sendings);
      const { onset } = input.why(flow);
      const { name } = accountableFor(input.estate, flow.fromId, flow.toId);
      const messages = missing.released.reduce((sum, one) => sum + one.messages, 0);
      yield {
        code: 'flags-not-passed-on',
        severity: 'high',
        subject: flowName(flow.from, flow.to),
        title: `${count(flow.lost, 'objection or flag', 'objections or flags')} set in ${flow.from} ${flow.lost === 1 ? 'is' : 'are'} absent in ${flow.to}`,
        detail: [
          `They concern ${count(missing.records, 'record')}.`,
          onset
            ? `Since a moment between ${onset.earliest.slice(0, 16).replace('T', ' ')} and ${onset.latest.slice(0, 16).replace('T', ' ')} UTC.`
            : '',
          messages > 0
            ? `After being set, ${count(messages, 'message')} about ${count(missing.releasedRecords, 'of these records', 'of these records')} ${messages === 1 ? 'was' : 'were'} sent all the same: ${list(missing.released.slice(0, 8).map((one) => `${one.flow} ${one.messages}`))}. Whether an objection covers a message is for a person to judge.`
            : 'No log in this case shows anything sent about these records afterwards.',
          missing.isComplete ? '' : 'Only the first 50,000 were looked at.',
          name === 'unassigned'
            ? 'Accountable for the hop: unassigned.'
            : `First on record as answering for the hop: ${name}.`,
        ]
          .filter((part) => part !== '')
          .join(' '),
        evidence: [
          ...eventLines(input.db, missing.events.slice(0, 10)),
          ...eventLines(input.db, missing.released.flatMap((one) => one.events).slice(0, 10)),
        ],
      };
    }
  },
};
