import type { TablePreview } from '../../../shared/contract/import-methods';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { shownPart, withColumnField, withShownPart } from './edit-mapping';
import type { FileChoice } from './file-choice';
import { adjustMapping } from './import-store';

interface MappingTableProps {
  readonly choice: FileChoice;
  readonly table: TablePreview;
}

/** The first rows, and over every column the field it is read as. */
export function MappingTable({ choice, table }: MappingTableProps) {
  const fields = useAnswer('import.fields', {});
  const known = table.kind === null ? [] : (fields.value?.[table.kind] ?? []);
  const mapping = choice.mapping ?? table.mapping;
  const shown = shownPart(mapping, table);
  // Objects of a JSON document need not stand on lines of their own.
  const isOfObjects = table.delimiter === null && table.sheets.length === 0;
  const columns = Math.max(table.header.length, ...table.firstRows.map((row) => row.cells.length));
  const indices = Array.from({ length: columns }, (_, index) => index);
  const missing = known.filter((field) => field.isRequired && !table.fields.includes(field.field));

  return (
    <>
      {missing.length > 0 && (
        <p className="file-preview__ask" role="status">
          {t('mapping.missing', { fields: missing.map((field) => field.title).join(', ') })}
        </p>
      )}
      <section className="mapping-table" aria-label={t('mapping.firstRows')}>
        <table>
          <thead>
            <tr className="mapping-table__fields">
              <td className="mapping-table__corner">{t('mapping.readAs')}</td>
              {indices.map((index) => {
                const field = table.fields[index] ?? null;
                const title = table.header[index] ?? t('mapping.column', { number: String(index + 1) });
                return (
                  <td key={index} data-mapped={field !== null || undefined}>
                    <select
                      className="field__control mapping-table__select"
                      aria-label={t('mapping.fieldOf', { column: title })}
                      value={field ?? ''}
                      onChange={(event) =>
                        void adjustMapping(
                          choice.preview.path,
                          withShownPart(
                            mapping,
                            table,
                            withColumnField(shown, table.header, index, event.target.value || null),
                          ),
                        )
                      }
                    >
                      <option value="">{t('mapping.attribute')}</option>
                      {field !== null && !known.some((option) => option.field === field) && (
                        <option value={field}>{field}</option>
                      )}
                      {known.map((option) => (
                        <option key={option.field} value={option.field}>
                          {option.isRequired ? t('mapping.required', { field: option.title }) : option.title}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
            <tr>
              <th scope="col" className="mapping-table__corner">
                {isOfObjects ? t('mapping.object') : t('mapping.line')}
              </th>
              {indices.map((index) => (
                <th key={index} scope="col">
                  {table.header[index] ?? t('mapping.column', { number: String(index + 1) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.firstRows.map((row) => (
              <tr key={row.line}>
                <td className="mapping-table__line numeric">{isOfObjects ? row.line - 1 : row.line}</td>
                {indices.map((index) => (
                  <td key={index} title={row.cells[index]}>
                    {row.cells[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
