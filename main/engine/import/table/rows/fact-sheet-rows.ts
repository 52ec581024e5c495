import type { Subject } from '../../fact';
import type { FactSink } from '../../importer';
import type { RowAccess } from './row-access';
import type { RowProblem } from './row-reader';
import { stateAttributes } from './state-properties';

/** The column that says a fact sheet's type, where the sheets of a LeanIX export are of several. */
export const factSheetType = 'type';

const kinds: Readonly<Record<string, 'dataset' | 'party'>> = {
  dataobject: 'dataset',
  provider: 'party',
  organization: 'party',
  usergroup: 'party',
};
const systemTypes = /^(application|itcomponent|deployment|microservice)$/;

/**
 * A row of an export of several types that is no system: a data object, a provider, or what has no place in
 * lineage, which is rejected. Undefined for a system, and for a row of any other list.
 */
export function readOtherFactSheet(row: RowAccess, sink: FactSink, name: string): RowProblem | undefined {
  if (row.headerOf('class') !== factSheetType) return undefined;
  const written = row.cell('class');
  const type = written.toLowerCase().replace(/[^a-z]/g, '');
  if (type === '' || systemTypes.test(type)) return undefined;
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (kind === undefined) {
    const next =
      type === 'interface' ? ' Export the interfaces as a table of their own to have their flows.' : '';
    return {
      code: 'no-place',
      message: `"${name}" is a fact sheet of the type ${written}, which is no system, dataset or organisation.${next}`,
    };
  }
  const subject: Subject = { kind, name };
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  stateAttributes(row, sink, subject);
  return null;
}
