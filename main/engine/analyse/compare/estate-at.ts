import type { Claim } from '../../../../shared/model/citation';
import type { Attributes, Estate, Flow, RoleCell } from '../../../../shared/model/estate';
import { dayIn } from '../../import/time/written-day';
import { cellOn } from '../../store/facts/tenures';
import type { FirstSeen } from './first-seen';

/** Columns that date when a thing came into use, and when it went out of use; contracts are other things. */
const begins =
  /\b(go[- ]?live|live (date|from|since)|start(ed|s)?( date)?|valid from|effective( from)?|in (use|service) (from|since)|installed|introduced|implementation date|commissioned)\b/i;
const ends =
  /\b(end(ed|s)?( date)?|valid (to|until)|retire[ds]?|retirement date|decommission(ed|ing)?|switched off|ceased|withdrawn|in (use|service) (to|until)|live until)\b/i;
const ofOtherThings = /contract|licen[cs]e|support|warranty|review|owner|controller|appointed|password/i;

/**
 * The estate as of a moment, by valid dates: what begins later is not there yet, what ended is there no longer,
 * a planned thing is there from its date on, a flow only while both its ends are. A system that no
 * inventory lists is there from its first line, where logs were being written before. Sources that differ count for as long as
 * any of them says so.
 */
export function estateAt(
  estate: Estate,
  moment: string,
  seen: FirstSeen,
): { readonly estate: Estate; readonly notes: readonly string[] } {
  let planned = 0;
  let retired = 0;
  const systems = new Map(
    [...estate.systems].map(([id, system]) => {
      const isIn =
        isThere(moment, system.attributes, system.endOfLife.claims) &&
        (system.isDeclared || !seen.isLaterThan(moment, id));
      const own = heldOn(moment, system);
      return [id, isIn ? own : { ...own, citations: [] }] as const;
    }),
  );
  const isSystemThere = (flow: Flow): boolean =>
    [flow.from, flow.to].every((id) => {
      const was = estate.systems.get(id);
      // An end that only flows name is there with them.
      return was === undefined || was.citations.length === 0 || systems.get(id)?.citations.length !== 0;
    });
  const isFlowThere = (flow: Flow): boolean => {
    const { first, last } = datesOf(flow.attributes);
    if (flow.status.value === 'planned' && first === null) {
      planned += 1;
      return false;
    }
    if (flow.status.value === 'retired' && last === null) {
      retired += 1;
      return false;
    }
    return isThere(moment, flow.attributes) && isSystemThere(flow);
  };
  const flows = new Map(
    [...estate.flows].flatMap(([id, flow]) =>
      isFlowThere(flow) ? [[id, heldOn(moment, flow)] as const] : [],
    ),
  );
  const holdings = new Map(
    [...estate.holdings]
      .filter(
        ([, holding]) =>
          isThere(moment, holding.attributes) && systems.get(holding.system)?.citations.length !== 0,
      )
      .map(([id, holding]) => [id, heldOn(moment, holding)] as const),
  );
  const datasets = new Map(
    [...estate.datasets]
      .filter(([, dataset]) => isThere(moment, dataset.attributes))
      .map(([id, dataset]) => [id, heldOn(moment, dataset)] as const),
  );
  const usesLeft = new Set([...estate.flows.values()].flatMap((flow) => [flow.from, flow.to]));
  const usesHere = new Set([...flows.values()].flatMap((flow) => [flow.from, flow.to]));
  for (const [id, system] of systems) {
    // A system that no inventory lists and that only flows of another time name is not there either.
    if (!system.isDeclared && usesLeft.has(id) && !usesHere.has(id))
      systems.set(id, { ...system, citations: [] });
  }
  return {
    estate: { ...estate, systems, flows, holdings, datasets },
    notes: [
      ...(planned > 0
        ? [`Planned without a date, and so taken not to be there at either moment: ${planned}.`]
        : []),
      ...(retired > 0 ? [`${retired} retired without a date are taken to be gone at both moments.`] : []),
    ],
  };
}

/** With the roles as they were held on the day. */
const heldOn = <T extends { readonly responsibilities: readonly RoleCell[] }>(
  moment: string,
  thing: T,
): T => ({
  ...thing,
  responsibilities: thing.responsibilities
    .map((cell) => cellOn(cell, moment.slice(0, 10)))
    .filter(({ parties, blanks }) => parties.length + blanks.length > 0),
});

function isThere(moment: string, attributes: Attributes, endOfLife: readonly Claim[] = []): boolean {
  const { first, last } = datesOf(attributes, endOfLife);
  return (first === null || first <= moment) && (last === null || moment < last);
}

function datesOf(
  attributes: Attributes,
  endOfLife: readonly Claim[] = [],
): { readonly first: string | null; readonly last: string | null } {
  const named = (pattern: RegExp): string[] =>
    [...attributes].flatMap(([name, claims]) =>
      pattern.test(name) && !ofOtherThings.test(name) ? daysIn(claims) : [],
    );
  return {
    first: named(begins).sort()[0] ?? null,
    last: [...named(ends), ...daysIn(endOfLife)].sort().at(-1) ?? null,
  };
}

const daysIn = (claims: readonly Claim[]): string[] =>
  claims.map(({ value }) => dayIn(value)).filter((day): day is string => day !== null);
