import type { FactSink } from '../../importer';
import { nameFold } from '../../lineage/name-fold';
import { isBlank } from '../vocabulary/blank';
import type { RowReader } from './row-reader';

/** Codes by name, of each import while it runs. */
const codesByName = new WeakMap<FactSink, Map<string, string>>();

/**
 * Hundreds of practices are called "The Surgery": from the second on, a name carries its code, so that one
 * organisation never takes another's facts.
 */
function distinctName(name: string, code: string, sink: FactSink): string {
  const known = codesByName.get(sink) ?? new Map<string, string>();
  codesByName.set(sink, known);
  const key = nameFold(name);
  const first = known.get(key);
  if (first === undefined) known.set(key, code);
  return first === undefined || first === code ? name : `${name} (${code})`;
}

/** A row of a list of organisations, such as the files of the NHS Organisation Data Service. */
export const readOrganisation: RowReader = (row, sink) => {
  const name = row.cell('organisation');
  if (isBlank(name)) {
    return {
      code: 'missing-field',
      message: `No name in "${row.headerOf('organisation')}". Fill it in, or delete the row.`,
    };
  }
  const code = row.cell('code');
  const subject = { kind: 'party', name: distinctName(name, code, sink) } as const;
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  if (!isBlank(code)) sink.state({ fact: 'attribute', subject, name: 'ODS code', value: code }, row.place);
  const parent = row.cell('parentOrganisation');
  if (!isBlank(parent)) {
    sink.state(
      {
        fact: 'attribute',
        subject,
        name: 'Parent organisation',
        value: parent,
      },
      row.place,
    );
  }
  for (const [header, value] of row.attributes()) {
    sink.state({ fact: 'attribute', subject, name: header, value }, row.place);
  }
  return null;
};
