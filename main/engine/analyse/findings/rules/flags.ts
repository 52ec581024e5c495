import { eventLines } from '../../evidence-lines';
import { flowName } from '../../flow-title';
import { liveFlows } from '../../impact/flow-graph';
import { accountableFor } from '../../ownership/accountable';
import { count, list } from '../../wording';
import type { Rule } from '../finding-input';
import { carriesFlags, type MissingFlags, missingFlags } from '../flags-not-passed-on';

const flag = 'objection or flag';
const several = 'objections or flags';

/**
 * Objections and like flags that were set upstream and are absent downstream, by record, with what was
 * released meanwhile. One whose record had an earlier flag arrive is told apart; so is one that was sent again.
 */
export const flags: Rule = {
  codes: ['flags-not-passed-on'],
  *find(input) {
    for (const flow of input.flows) {
      if (flow.lost === 0) continue;
      const sendings = input.sendings(flow);
      if (!carriesFlags(input.db, input.estate, sendings)) continue;
      const missing = missingFlags(input.db, input.estate, sendings, liveFlows(input.estate, input.traffic));
      const absent = missing.absent.length;
      const late = missing.late.length;
      if (absent === 0 && missing.released.length === 0) continue;
      const { onset } = input.why(flow);
      const { name } = accountableFor(input.estate, flow.fromId, flow.toId);
      const supplier = input.estate.systems.get(flow.fromId)?.supplier.value ?? null;
      yield {
        code: 'flags-not-passed-on',
        severity: absent > 0 ? 'high' : 'medium',
        subject: flowName(flow.from, flow.to),
        title:
          absent > 0
            ? `${count(absent, flag, several)} set in ${flow.from} ${absent === 1 ? 'is' : 'are'} absent in ${flow.to}`
            : `${count(late, flag, several)} set in ${flow.from} arrived in ${flow.to} only when sent again`,
        detail: [
          absent > 0 ? `They concern ${count(missing.absentRecords, 'record')}.` : '',
          absent > 0 && late > 0
            ? `${count(late, 'more', 'more')} ${late === 1 ? 'was' : 'were'} lost, but a later one of the same record arrived.`
            : '',
          missing.repeated.length > 0
            ? `${count(missing.repeated.length, 'more', 'more')} ${missing.repeated.length === 1 ? 'was' : 'were'} lost of records of which an earlier one had arrived: absent only if the lost one said something else.`
            : '',
          supplier === null ? '' : `Supplier of ${flow.from}: ${supplier}.`,
          ...groupTexts(missing),
          onset
            ? `Since a moment between ${onset.earliest.slice(0, 16).replace('T', ' ')} and ${onset.latest.slice(0, 16).replace('T', ' ')} UTC.`
            : '',
          releaseText(missing, flow.to),
          missing.isComplete ? '' : 'Only the first 50,000 were looked at.',
          name === 'unassigned'
            ? 'Accountable for the hop: unassigned.'
            : `First on record as answering for the hop: ${name}.`,
        ]
          .filter((part) => part !== '')
          .join(' '),
        evidence: [
          ...eventLines(input.db, (absent > 0 ? missing.absent : missing.late).slice(0, 10)),
          ...eventLines(input.db, missing.released.flatMap((one) => one.events).slice(0, 10)),
        ],
      };
    }
  },
};

function releaseText({ released, releasedRecords, absentRecords }: MissingFlags, to: string): string {
  const sum = (of: MissingFlags['released']): number => of.reduce((total, one) => total + one.messages, 0);
  const messages = sum(released);
  if (messages === 0) return 'No log in this case shows anything sent about these records afterwards.';
  const past = sum(released.filter((one) => one.isPastGap));
  const flows = list(released.slice(0, 8).map((one) => `${one.flow} ${one.messages}`));
  return `After being set and before one arrived, ${count(messages, 'message')} about ${recordsText(releasedRecords, absentRecords)} ${messages === 1 ? 'was' : 'were'} sent all the same, ${past === 0 ? 'none' : past === messages ? 'all' : past} of them from ${to} or systems it supplies: ${flows}. Whether an objection covers a message is for a person to judge.`;
}

/** "3 of these records": of those as absent; ones whose flag arrived later are no part of them. */
function recordsText({ absent, late }: MissingFlags['releasedRecords'], absentRecords: number): string {
  if (absentRecords === 0) return count(late, 'record');
  const others = `${count(late, 'record')} of which a later one arrived`;
  if (absent === 0 && late > 0) return others;
  const these = `${absent.toLocaleString('en-GB')} of these records`;
  return late === 0 ? these : `${these} and ${others}`;
}

/** "By practice: North 12, South 3." for each attribute that says whose flags are absent. */
function groupTexts({ groups }: MissingFlags): readonly string[] {
  return [...new Set(groups.map(({ attribute }) => attribute))].map((attribute) => {
    const of = groups.filter((one) => one.attribute === attribute);
    const rest = of.length > 6 ? ` and ${of.length - 6} more` : '';
    return `By ${attribute}: ${list(of.slice(0, 6).map(({ value, flags: n }) => `${value} ${n}`))}${rest}.`;
  });
}
