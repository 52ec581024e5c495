import type { Estate, Flow, Holding } from '../../../shared/model/estate';
import type { ResponsibilityRole } from '../../../shared/model/vocabulary';
import { flowName } from './flow-title';

/** Names and lists as findings write them. */
export const count = (n: number, one: string, several = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : several}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export const holdingName = (estate: Estate, holding: Holding): string =>
  `${estate.datasets.get(holding.dataset)?.name ?? ''} in ${estate.systems.get(holding.system)?.name ?? ''}`;

export const nameOfFlow = (estate: Estate, flow: Flow): string =>
  flowName(estate.systems.get(flow.from)?.name ?? '', estate.systems.get(flow.to)?.name ?? '');

/** "2.3 and Riverside" style attributes: "site Riverside with version 2.3". */
export const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${value}`)
    .join(' with ');

/** "63%", "4.5%": one decimal where it is small. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1%';
  if (share < 1 && share > 0.999) return 'over 99.9%';
  const percents = share * 100;
  return `${percents < 10 ? Math.round(percents * 10) / 10 : Math.round(percents)}%`;
}

/** A role as it is written in a sentence. */
export const roleName = (role: ResponsibilityRole): string =>
  role === 'it owner' ? 'IT owner' : role === 'caldicott guardian' ? 'Caldicott Guardian' : role;
