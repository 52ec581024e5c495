import type { TableKind } from '../../../../shared/model/mapping';
import { isBlank } from './words';

const labels: readonly (readonly [RegExp, 'controller' | 'organisation'])[] = [
  [/^(data )?controller( name)?$|^name of (the )?(data )?controller$/i, 'controller'],
  [
    /^(organi[sz]ation|trust|legal entity|practice|business unit|department|directorate)( name)?$|^name of (the )?organi[sz]ation$/i,
    'organisation',
  ],
];
const kindsWithOwner: readonly TableKind[] = ['systems', 'datasets', 'flows'];

/**
 * What the rows above a header say once for the whole sheet: the organisation or controller in a contact
 * block ("Organisation" beside its name, "Trust: …", or the ICO template's "Name" under "Controller").
 */
export function constantsAbove(
  rows: readonly (readonly string[])[],
  kind: TableKind,
): Readonly<Record<string, string>> {
  if (!kindsWithOwner.includes(kind)) return {};
  const found = new Map<string, string>();
  let isControllerBlock = false;
  for (const cells of rows) {
    cells.forEach((cell, column) => {
      const text = cell.trim();
      const inline = /^([^:]{3,40}):\s*(\S.*)$/.exec(text);
      const label = (inline?.[1] ?? text).replace(/[:*]+$/, '').trim();
      const value =
        inline?.[2] ??
        cells
          .slice(column + 1)
          .find((next) => next.trim() !== '')
          ?.trim() ??
        '';
      const isName = isControllerBlock && /^name$/i.test(label);
      const field = isName ? 'controller' : (labels.find(([pattern]) => pattern.test(label))?.[1] ?? null);
      if (field !== null && !isBlank(value) && value.length < 200 && !found.has(field))
        found.set(field, value);
    });
    if (cells.some((cell) => /controller|contact details/i.test(cell))) isControllerBlock = true;
  }
  const controller = found.get('controller');
  if (controller !== undefined && kind !== 'flows' && !found.has('organisation'))
    found.set('organisation', controller);
  if (kind === 'flows') found.delete('organisation');
  return Object.fromEntries(found);
}
