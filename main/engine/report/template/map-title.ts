import { mostTitleWords, wordCount } from '../../../../shared/model/report';
import { counted, number } from '../document/words';
import type { ReportFacts } from '../facts/report-facts';
import { lossyFlows, ownerlessSystems, stuckFlows } from '../facts/totals';

/** The first of several wordings, from the fullest to the shortest, that a board reads at a glance. */
function fitting(...titles: readonly string[]): string {
  return (
    titles.find((title) => wordCount(title) <= mostTitleWords) ??
    titles.at(-1)?.split(/\s+/).slice(0, mostTitleWords).join(' ') ??
    ''
  );
}

/** The worst loss as a sentence: "133 of 210 sharing objections were never logged as received". */
export function lossTitle(facts: ReportFacts): string {
  const [worst] = lossyFlows(facts);
  if (worst !== undefined) {
    const what = carried(facts, worst.from, worst.to);
    const part = `${number(worst.lost)} of ${number(worst.sent)}`;
    const were = worst.lost === 1 ? 'was' : 'were';
    return fitting(
      `${part} ${what} ${were} never logged as received`,
      `${part} ${what} ${were} not received`,
      `${part} messages ${were} never logged as received`,
    );
  }
  const [stuck] = stuckFlows(facts);
  if (stuck !== undefined)
    return fitting(
      `${counted(stuck.stuck, 'message')} queued at ${stuck.from} and never sent`,
      `${counted(stuck.stuck, 'message')} queued and never sent on`,
    );
  return facts.info.counts.events === 0
    ? 'No log shows whether records arrive'
    : 'No loss is logged on any flow';
}

/** What a flow carries, in the middle of a sentence. */
function carried(facts: ReportFacts, from: string, to: string): string {
  const nameOf = (id: number): string | undefined =>
    [...facts.estate.systems.values()].find((system) => system.id === id)?.name;
  const names = [...facts.estate.flows.values()]
    .filter((flow) => nameOf(flow.from) === from && nameOf(flow.to) === to && flow.dataset !== null)
    .flatMap((flow) => (flow.dataset === null ? [] : (facts.estate.datasets.get(flow.dataset)?.name ?? [])));
  const [only] = names;
  // A name that is no plural word ("eRS-07") reads badly in a sentence.
  return names.length === 1 && only !== undefined && /^[A-Z]?[a-z' -]+s$/.test(only)
    ? only.toLowerCase()
    : 'messages';
}

export function ownersTitle(facts: ReportFacts): string {
  const without = ownerlessSystems(facts).length;
  const all = facts.systems().length;
  if (without > 0)
    return `${number(without)} of ${counted(all, 'system')} ${without === 1 ? 'has' : 'have'} no owner on record`;
  const disputed = facts.owners().filter(({ state }) => state === 'conflicting').length;
  if (disputed > 0) return `Sources disagree on who answers for ${counted(disputed, 'dataset')}`;
  return `Each of ${counted(all, 'system')} has an owner`;
}

export function outageTitle(facts: ReportFacts, name: string): string {
  const stopped = facts.impact(name).unreachable.filter(({ kind }) => kind === 'system').length;
  const all = facts.systems().length;
  return fitting(
    `If ${name} fails, ${number(stopped)} of ${number(all)} systems stop`,
    `One failure stops ${number(stopped)} of ${number(all)} systems`,
  );
}
