import { prose, strong } from '../../document/prose';
import { someOf } from '../../document/words';
import {
  findingsOf,
  loggedFlows,
  lossyFlows,
  stuckFlows,
  total,
  unobservableFlows,
} from '../../facts/totals';
import type { Judge } from './judgement';

/** Do records arrive? */
export const judgeArrival: Judge = ({ facts, cited }) => {
  const logged = loggedFlows(facts);
  const lossy = lossyFlows(facts);
  const stuck = stuckFlows(facts);
  const serious = findingsOf(facts, 'messages-lost').some(({ severity }) => severity === 'high');
  const question = 'Do records arrive?';
  const rule =
    'Red: on some flow 10 messages or more, or over 1% of those sent, are lost, or a queue is stuck. Amber: fewer are lost. Green: none is. Not known: no log, or no receipt can be judged.';
  const judged = total(logged, 'sent') - total(logged, 'unobservable');
  if (judged <= 0 && stuck.length === 0) {
    const because = prose('No log in this case can show whether messages arrived.');
    return { question, rule, rating: 'unknown', because };
  }
  if (lossy.length === 0 && stuck.length === 0) {
    const because = prose('Of ', cited.allSent(), ' messages sent, none is lost as far as logs can show.');
    return { question, rule, rating: 'green', because };
  }
  const because = prose(
    ...(lossy.length > 0
      ? [
          cited.allLost(),
          ' messages are lost on ',
          cited.flows(lossy, 'Flows with lost messages'),
          lossy.length === 1 ? ' flow' : ' flows',
        ]
      : []),
    lossy.length > 0 && stuck.length > 0 ? '; ' : '',
    ...(stuck.length > 0 ? [cited.allStuck(), ' were queued and never sent on'] : []),
    '.',
  );
  return { question, rule, rating: serious || stuck.length > 0 ? 'red' : 'amber', because };
};

/** Can it be shown? */
export const judgeEvidence: Judge = ({ facts, cited }) => {
  const logged = loggedFlows(facts);
  const blind = unobservableFlows(facts);
  const sent = total(logged, 'sent');
  const unobservable = total(blind, 'unobservable');
  const question = 'Can it be shown?';
  const rule =
    'Green: the receivers’ logs cover every message sent. Amber: some messages cannot be judged. Red: more than half cannot. Not known: no log.';
  if (sent === 0) {
    return { question, rule, rating: 'unknown', because: prose('No log of any flow is in this case.') };
  }
  if (blind.length === 0) {
    const because = prose('Every message sent falls into a time that the receiver’s log covers.');
    return { question, rule, rating: 'green', because };
  }
  const because = prose(
    'For ',
    cited.allUnobservable(),
    ' messages nobody can say: ',
    someOf([...new Set(blind.map(({ to }) => to))], 2),
    ' left no log of that time.',
  );
  return { question, rule, rating: unobservable * 2 > sent ? 'red' : 'amber', because };
};

/** Would a loss be noticed? */
export const judgeControls: Judge = ({ facts, cited }) => {
  const codes = ['no-backup', 'no-logging', 'no-reconciliation', 'no-monitoring'];
  const absent = findingsOf(facts, ...codes);
  const unrecorded = findingsOf(facts, 'controls-not-recorded');
  const question = 'Would a loss be noticed?';
  const rule =
    'Red: a source says that a system of a flow with losses has no backup, logging, reconciliation or monitoring. Amber: so of another system, or a control is not recorded. Green: every control of every system is present.';
  if (absent.length === 0) {
    const rating = unrecorded.length > 0 || facts.systems().length === 0 ? 'unknown' : 'green';
    const because =
      rating === 'green'
        ? prose('Every system is recorded with backup, logging, reconciliation and monitoring.')
        : prose('The sources do not record the controls of every system. Not recorded is not absent.');
    return { question, rule, rating, because };
  }
  const ends = new Set([...lossyFlows(facts), ...stuckFlows(facts)].flatMap(({ from, to }) => [from, to]));
  const there = absent.filter(({ subject }) => ends.has(subject));
  const systems = [...new Set((there.length > 0 ? there : absent).map(({ subject }) => subject))];
  const kinds = codes.filter((code) => absent.some((one) => one.code === code)).map((code) => code.slice(3));
  const because = prose(
    cited.findings(
      absent,
      'Controls that a source calls absent',
      'Backup, logging, reconciliation or monitoring of a system or flow, where a source says that there is none.',
    ),
    ` controls are absent (${kinds.join(', ')}), among them at `,
    strong(someOf(systems, 2)),
    '.',
  );
  return { question, rule, rating: there.length > 0 ? 'red' : 'amber', because };
};

/** Was anybody told? */
export const judgeWarnings: Judge = ({ facts, cited }) => {
  const { warnings } = facts.estate;
  const known = warnings.filter(({ citations }) => citations.length > 0);
  const ignored = findingsOf(facts, 'warned-of-losses');
  const before = ignored.filter(({ title }) => /before/.test(title));
  const question = 'Was anybody told?';
  const rule =
    'Red: a warning came before losses began. Amber: a warning speaks of a system whose flow loses messages. Green: warnings are on record, none of a flow with losses. Not known: no warning on record.';
  if (known.length === 0) {
    const because = prose('No warning is on record. That nobody warned does not follow.');
    return { question, rule, rating: 'unknown', because };
  }
  const lines = known.flatMap(({ citations }) =>
    citations.slice(0, 1).map(({ file, line }) => ({ file, line })),
  );
  const all = cited.value(
    known.length,
    'Warnings on record',
    'Dated statements that something was wrong, as a source states them.',
    lines,
  );
  if (ignored.length === 0) {
    const because = prose(all, ' on record, none about a flow that loses messages.');
    return { question, rule, rating: 'green', because };
  }
  const because = prose(
    all,
    ` ${known.length === 1 ? 'warning is' : 'warnings are'} on record; `,
    before.length > 0
      ? prose(
          cited.findings(
            before,
            'Flows warned of before losses began',
            'A warning about the flow or one of its systems, dated before the onset.',
          ),
          ` ${before.length === 1 ? 'flow' : 'flows'} had been warned of before losses began there.`,
        )
      : prose(
          cited.findings(
            ignored,
            'Flows with losses that were warned of',
            'A warning about the flow or one of its systems, whatever its date.',
          ),
          ` ${ignored.length === 1 ? 'flow' : 'flows'} with losses had been warned of.`,
        ),
  );
  return { question, rule, rating: before.length > 0 ? 'red' : 'amber', because };
};
