import { linesOf } from '../../evidence-lines';
import { list, nameOfFlow } from '../../wording';
import type { Rule } from '../finding-input';

/** Systems that only logs or a register of flows mention: nobody has put them on an inventory. */
export const unlistedSystems: Rule = {
  codes: ['system-not-in-inventory'],
  *find({ estate, traffic }) {
    const systems = [...estate.systems.values()];
    if (!systems.some((system) => system.isDeclared)) return;
    for (const system of systems) {
      if (system.isDeclared || system.citations.length === 0) continue;
      const isObserved = traffic.some(({ from, to }) => from === system.id || to === system.id);
      const flows = [...estate.flows.values()].filter(
        (flow) => flow.isDeclared && (flow.from === system.id || flow.to === system.id),
      );
      const isPlanned = flows.length > 0 && flows.every((flow) => flow.status.value === 'planned');
      const named = [
        ...(isObserved ? ['logs show messages to or from it'] : []),
        ...(flows.length > 0
          ? [
              `the register of flows names it (${list([...new Set(flows.map((f) => nameOfFlow(estate, f)))])})`,
            ]
          : []),
      ];
      yield {
        code: 'system-not-in-inventory',
        severity: isObserved ? 'medium' : isPlanned ? 'information' : 'low',
        subject: system.name,
        title: 'The system is on no inventory',
        detail: `No imported inventory lists ${system.name}${named.length > 0 ? `; ${list(named)}` : ''}. Who owns and runs it is not on record.`,
        evidence: linesOf(system.citations),
      };
    }
  },
};
