import type { Citation } from '../../../../../shared/model/citation';
import type { Finding } from '../../../../../shared/model/finding';
import { firstLines } from '../../../store/events/first-lines';
import { eventLines, linesOf } from '../../evidence-lines';
import { flowName } from '../../flow-title';
import { spanText } from '../../moments';
import { count } from '../../wording';
import type { FindingInput, OutcomeName, ReckonedFlow, Rule } from '../finding-input';

/** What else the reckoning of a flow shows, apart from loss. */
export const reckoning: Rule = {
  codes: [
    'acknowledged-but-lost',
    'stuck-queue',
    'extra-receipts',
    'messages-rejected',
    'messages-late',
    'messages-sent-again',
    'received-more-than-once',
    'receipts-unobservable',
    'clocks-differ',
  ],
  *find(input) {
    for (const flow of input.flows) for (const make of makers) yield* make(input, flow);
  },
};

type Maker = (input: FindingInput, flow: ReckonedFlow) => Iterable<Finding>;

const subjectOf = (flow: ReckonedFlow): string => flowName(flow.from, flow.to);

const linesFor = (input: FindingInput, flow: ReckonedFlow, which: OutcomeName): Finding['evidence'] =>
  eventLines(input.db, input.events(flow, which));

/** The first lines that show the flow at both ends. */
const logLines = ({ db }: FindingInput, flow: ReckonedFlow): readonly Citation[] => {
  const { sent, received } = firstLines(db, flow.fromId, flow.toId);
  return [...sent, ...received];
};

const makers: readonly Maker[] = [
  function* acknowledgedButLost(input, flow) {
    if (flow.acknowledgedLost === 0) return;
    const events = [...Array.from(input.events(flow, 'lost'))].filter((id) => input.isAcknowledged(id));
    yield {
      code: 'acknowledged-but-lost',
      severity: 'high',
      subject: subjectOf(flow),
      title: `${count(flow.acknowledgedLost, 'message')} ${flow.acknowledgedLost === 1 ? 'was' : 'were'} acknowledged and not received`,
      detail: `An acknowledgement is logged, and ${flow.to} has no line of the receipt although its log covers the time. An acknowledgement is a claim: it may mean only that a message was staged.`,
      evidence: eventLines(input.db, events),
    };
  },
  function* stuckQueue(input, flow) {
    if (flow.stuck === 0) return;
    yield {
      code: 'stuck-queue',
      severity: 'high',
      subject: subjectOf(flow),
      title: `${count(flow.stuck, 'message')} queued and never sent on`,
      detail: `${flow.from} logged ${count(flow.stuck, 'message')} for ${flow.to} as queued, and no line shows that ${flow.stuck === 1 ? 'it was' : 'they were'} sent. They are not counted as sent, so no reconciliation of sent against received would show them.`,
      evidence: linesFor(input, flow, 'stuck'),
    };
  },
  function* extraReceipts(input, flow) {
    if (flow.extra === 0) return;
    yield {
      code: 'extra-receipts',
      severity: 'medium',
      subject: subjectOf(flow),
      title: `${count(flow.extra, 'receipt')} that nothing sent explains`,
      detail: `${flow.to} logged ${count(flow.extra, 'message')} as received from ${flow.from}, whose log covers the time and has no such send.`,
      evidence: linesFor(input, flow, 'extra'),
    };
  },
  function* rejected(input, flow) {
    if (flow.rejected === 0) return;
    yield {
      code: 'messages-rejected',
      severity: 'medium',
      subject: subjectOf(flow),
      title: `${count(flow.rejected, 'message')} refused and not received later`,
      detail: `${count(flow.rejected, 'message')} of ${flow.sent.toLocaleString('en-GB')} sent ${flow.rejected === 1 ? 'was' : 'were'} refused with a logged error, and no later receipt is logged.`,
      evidence: linesFor(input, flow, 'rejected'),
    };
  },
  function* late(input, flow) {
    if (flow.late === 0) return;
    yield {
      code: 'messages-late',
      severity: 'low',
      subject: subjectOf(flow),
      title: `${count(flow.late, 'message')} arrived after the declared maximum delay`,
      detail: `The register allows ${spanText(flow.maximumDelaySeconds * 1e6)}; ${count(flow.late, 'message')} of ${flow.sent.toLocaleString('en-GB')} took longer.`,
      evidence: linesFor(input, flow, 'late'),
    };
  },
  function* sentAgain(input, flow) {
    if (flow.duplicate === 0) return;
    yield {
      code: 'messages-sent-again',
      severity: 'low',
      subject: subjectOf(flow),
      title: `${count(flow.duplicate, 'message')} sent more than once`,
      detail: `${flow.from} logged ${count(flow.duplicate, 'further send')} of messages that it had sent before. Counting lines would overstate what was sent.`,
      evidence: linesFor(input, flow, 'duplicate'),
    };
  },
  function* receivedMoreThanOnce(input, flow) {
    if (flow.receivedAgain === 0) return;
    yield {
      code: 'received-more-than-once',
      severity: 'low',
      subject: subjectOf(flow),
      title: `${count(flow.receivedAgain, 'further receipt')} of messages already received`,
      detail: `${flow.to} logged messages again that it had received before. Counting lines would hide losses.`,
      evidence: linesFor(input, flow, 'receivedAgain'),
    };
  },
  function* unobservable(input, flow) {
    if (flow.unobservable === 0) return;
    const hasLog = input.writers.has(flow.toId);
    yield {
      code: 'receipts-unobservable',
      severity: 'medium',
      subject: subjectOf(flow),
      title: hasLog
        ? `For ${count(flow.unobservable, 'message')} nobody can say whether ${flow.unobservable === 1 ? 'it' : 'they'} arrived`
        : `No log shows whether ${count(flow.unobservable, 'message')} arrived`,
      detail: hasLog
        ? `The log of ${flow.to} does not cover the time in which the receipts would have been written. ${flow.unobservable === 1 ? 'It' : 'They'} may have arrived or not.`
        : `${flow.to} has no log in this case. What ${flow.from} sent may have arrived or not.`,
      evidence: linesFor(input, flow, 'unobservable'),
    };
  },
  function* clocks(input, flow) {
    const skew = flow.suspectedSkewSeconds;
    if (skew === null || skew === 0) return;
    yield {
      code: 'clocks-differ',
      severity: 'medium',
      subject: subjectOf(flow),
      title: 'The clocks of the two systems seem to differ',
      detail: `Receipts at ${flow.to} stand about ${spanText(skew * 1e6)} ${skew < 0 ? 'before' : 'after'} the moment that the clock of ${flow.from} allows. No time was corrected.`,
      evidence: linesOf(logLines(input, flow)),
    };
  },
];
