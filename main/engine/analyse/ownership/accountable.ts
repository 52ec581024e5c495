import type { Estate, Flow, RoleCell } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { cellOn } from '../../store/facts/tenures';
import { roleName } from '../wording';
import { ownerOf } from './ownership';

const answering: readonly ResponsibilityRole[] = [
  'information asset owner',
  'owner',
  'business owner',
  'controller',
  'it owner',
];

/** Who answers for a hop, by what the sources say of the flow, its datasets and its two systems; never merged. */
export interface Accountable {
  /** The first of the others that is on record, or "unassigned". */
  readonly name: string;
  /** Every answer there is, in words, most specific first. */
  readonly all: readonly string[];
}

/** With `day` (ISO), who answered then, where sources date the roles. */
export function accountableFor(estate: Estate, from: SystemId, to: SystemId, day?: string): Accountable {
  const flows = [...estate.flows.values()].filter(
    (flow) => flow.from === from && flow.to === to && flow.isDeclared,
  );
  const named: { name: string; text: string }[] = [];
  const add = (cells: readonly RoleCell[], of: string): void => {
    for (const role of answering) {
      const held = cells.map((cell) => (day === undefined ? cell : cellOn(cell, day)));
      for (const cell of held.filter((one) => one.role === role && one.parties.length > 0)) {
        const name = cell.parties.map((party) => party.partyName).join(' | ');
        const text = `${name} (${roleName(role)} of ${of}${cell.state === 'conflicting' ? ', disputed' : ''})`;
        if (!named.some((one) => one.text === text)) named.push({ name, text });
      }
    }
  };
  for (const flow of flows) add(flow.responsibilities, 'the flow');
  for (const flow of flows) addDataset(estate, flow, add);
  for (const id of [from, to]) {
    const system = estate.systems.get(id);
    if (!system) continue;
    const owner = ownerOf(system, day);
    if (owner.name !== null && owner.role !== null)
      named.push({ name: owner.name, text: `${owner.name} (${roleName(owner.role)} of ${system.name})` });
    else named.push({ name: '', text: `nobody (owner of ${system.name} ${owner.state})` });
  }
  return {
    name: named.find((one) => one.name !== '')?.name ?? 'unassigned',
    all: named.map((one) => one.text),
  };
}

function addDataset(estate: Estate, flow: Flow, add: (cells: readonly RoleCell[], of: string) => void): void {
  const dataset = flow.dataset === null ? undefined : estate.datasets.get(flow.dataset);
  if (!dataset) return;
  add(dataset.responsibilities, dataset.name);
  for (const holding of estate.holdings.values()) {
    if (holding.dataset !== dataset.id || (holding.system !== flow.from && holding.system !== flow.to))
      continue;
    add(holding.responsibilities, `${dataset.name} in ${estate.systems.get(holding.system)?.name ?? ''}`);
  }
}
