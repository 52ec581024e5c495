import type { Fact, Subject } from '../fact';

const nameOf = (subject: Subject): string => {
  switch (subject.kind) {
    case 'flow':
      return `${subject.from} > ${subject.to}${subject.dataset === null ? '' : ` [${subject.dataset}]`}`;
    case 'holding':
      return `${subject.dataset} @ ${subject.system}`;
    default:
      return `${subject.kind} ${subject.name}`;
  }
};

/** Facts in short words, one each, for tests that compare what a whole file states. */
export function describeFacts(facts: readonly { readonly fact: Fact }[]): readonly string[] {
  return facts.map(({ fact }) => {
    switch (fact.fact) {
      case 'exists':
        return nameOf(fact.subject);
      case 'property':
        return `${nameOf(fact.subject)}: ${fact.predicate} = ${fact.value}`;
      case 'attribute':
        return `${nameOf(fact.subject)}: "${fact.name}" = ${fact.value}`;
      case 'responsibility':
        return `${nameOf(fact.subject)}: ${fact.role} ${fact.party ?? 'left blank'}`;
      case 'control':
        return `${nameOf(fact.subject)}: ${fact.control} ${fact.state ?? 'not recorded'}${fact.detail ? ` (${fact.detail})` : ''}`;
      case 'dependency':
        return `${nameOf(fact.from)} needs ${nameOf(fact.to)}`;
      case 'warning':
        return `warning ${fact.at === null ? 'undated' : new Date(fact.at / 1000).toISOString().slice(0, 10)}: ${fact.text}, about ${fact.subject}, from ${fact.from} to ${fact.to}`;
      case 'extract':
        return `extract of ${fact.dataset ?? 'anything'} in ${fact.system}`;
      default:
        return JSON.stringify(fact);
    }
  });
}
