import type { Estate, Warning } from '../../../../../shared/model/estate';
import { nameKey } from '../../../store/names/name-key';
import { linesOf } from '../../evidence-lines';
import { flowName } from '../../flow-title';
import { count } from '../../wording';
import type { FindingInput, ReckonedFlow, Rule } from '../finding-input';

/** Losses of which somebody had been told: warnings about the systems or the flow, and when, beside the onset. */
export const warned: Rule = {
  codes: ['warned-of-losses'],
  *find(input) {
    for (const flow of input.flows) {
      if (flow.lost === 0) continue;
      const subject = flowName(flow.from, flow.to);
      const about = input.estate.warnings.filter(
        (warning) => isAbout(warning, flow.from, flow.to, input.estate) || isOfCarried(warning, flow, input),
      );
      if (about.length === 0) continue;
      const { onset } = input.why(flow);
      const micros = onset ? Date.parse(onset.latest) * 1000 : null;
      const before = about.filter((one) => micros !== null && one.at !== null && one.at < micros);
      yield {
        code: 'warned-of-losses',
        severity: before.length > 0 ? 'high' : 'medium',
        subject,
        title:
          before.length > 0
            ? `${count(before.length, 'warning')} came before the losses began`
            : `${count(about.length, 'warning')} about a flow that loses messages`,
        detail: about.map(inWords).join(' '),
        evidence: linesOf(about.flatMap((one) => one.citations)),
      };
    }
  },
};

/** A warning speaks of a flow when it names the flow, or one of its two systems. */
export function isAbout(warning: Warning, from: string, to: string, estate: Estate): boolean {
  if (warning.subject === null) return false;
  const subject = nameKey(warning.subject);
  const [starts, ends] = [namesOf(from, estate), namesOf(to, estate)];
  return [
    ...starts,
    ...ends,
    ...starts.flatMap((a) => ends.flatMap((b) => [flowName(a, b), `${a} to ${b}`])),
  ].some((name) => nameKey(name) === subject);
}

/** A warning speaks of a dataset that the register has on the flow. */
function isOfCarried(
  { subject }: Warning,
  { fromId, toId }: ReckonedFlow,
  { estate }: FindingInput,
): boolean {
  if (subject === null) return false;
  const key = nameKey(subject);
  return [...estate.flows.values()].some((flow) => {
    if (flow.from !== fromId || flow.to !== toId || flow.dataset === null) return false;
    const dataset = estate.datasets.get(flow.dataset);
    return [dataset?.name ?? '', ...(dataset?.otherNames ?? []).map(({ name }) => name)].some(
      (name) => nameKey(name) === key,
    );
  });
}

/** All names that a system goes by. */
function namesOf(name: string, estate: Estate): readonly string[] {
  const system = [...estate.systems.values()].find((one) => one.name === name);
  return [name, ...(system?.otherNames.map((other) => other.name) ?? [])];
}

function inWords({ at, text, from, to }: Warning): string {
  const when = at === null ? 'Undated' : new Date(at / 1000).toISOString().slice(0, 10);
  const who = from === null ? '' : ` ${from}${to === null ? '' : ` to ${to}`}:`;
  return `${when}:${who} “${text}”${/[.!?]$/.test(text) ? '' : '.'}`;
}
