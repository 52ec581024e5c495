import type { Estate, Flow, System } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';

/**
 * One estate as it is and as it is meant to be: planned flows, and the systems that only they use, are not
 * there yet; retired ones are no longer. What a plan leaves open stays as it is.
 */
export function asIsAndPlanned(estate: Estate): { readonly asIs: Estate; readonly planned: Estate } {
  const status = (flow: Flow): string => flow.status.value ?? 'live';
  const flowsOf = new Map<SystemId, Flow[]>();
  for (const flow of estate.flows.values()) {
    for (const id of new Set([flow.from, flow.to])) flowsOf.set(id, [...(flowsOf.get(id) ?? []), flow]);
  }
  const isPlannedOnly = (system: System): boolean => {
    const said = [...system.attributes].find(([name]) => /^(lifecycle )?status$/i.test(name));
    if (said?.[1].some((claim) => /plan|propos|future|design/i.test(claim.value))) return true;
    const flows = flowsOf.get(system.id) ?? [];
    return flows.length > 0 && !system.isDeclared && flows.every((flow) => status(flow) === 'planned');
  };
  const without = (keepFlow: (flow: Flow) => boolean, keepSystem: (system: System) => boolean): Estate => ({
    ...estate,
    flows: new Map([...estate.flows].filter(([, flow]) => keepFlow(flow))),
    systems: new Map(
      [...estate.systems].map(([id, system]) => [
        id,
        keepSystem(system) ? system : { ...system, citations: [] },
      ]),
    ),
  });
  return {
    asIs: without(
      (flow) => status(flow) !== 'planned',
      (system) => !isPlannedOnly(system),
    ),
    planned: without(
      (flow) => status(flow) !== 'retired',
      () => true,
    ),
  };
}
