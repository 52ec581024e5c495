import type { Estate, System } from '../../../shared/model/estate';
import { ExpectedFailure } from '../expected-failure';
import { nameKey } from '../store/name-key';

export const flowName = (from: string, to: string): string => `${from} > ${to}`;

/** The two systems of a flow given as "A > B"; names are matched as everywhere, and may contain ">" themselves. */
export function findFlow(estate: Estate, text: string): { readonly from: System; readonly to: System } {
  const byKey = new Map([...estate.systems.values()].map((system) => [nameKey(system.name), system]));
  const parts = text.split('>');
  for (let cut = 1; cut < parts.length; cut++) {
    const from = byKey.get(nameKey(parts.slice(0, cut).join('>')));
    const to = byKey.get(nameKey(parts.slice(cut).join('>')));
    if (from && to) return { from, to };
  }
  if (parts.length === 1) {
    throw new ExpectedFailure('arguments', `"${text}" is no flow. Give it as "System A > System B".`);
  }
  const unknown = parts.map((part) => part.trim()).filter((part) => !byKey.has(nameKey(part)));
  throw new ExpectedFailure(
    'not-found',
    `No system "${unknown[0] ?? text}" is in this case. "systems" lists those that are.`,
  );
}
