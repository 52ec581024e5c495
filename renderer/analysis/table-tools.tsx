import { Copy, Download } from 'lucide-react';
import { useContext } from 'react';
import { copyText } from '../state/clipboard';
import { t } from '../strings/text';
import { IconButton } from '../widgets/button';
import { SaveTable } from '../widgets/virtual-table/save-table';
import { type Column, rowsAsCsv, rowsAsText } from '../widgets/virtual-table/table-rows';

interface TableToolsProps<R> {
  /** The name of the file that it is saved as. */
  readonly name: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  /** Where the row comes from: the last column of what is copied and saved. */
  readonly citation?: (row: R) => string;
  readonly labels: { readonly copy: string; readonly copied: string; readonly save: string };
}

/** The numbers behind a picture or a short table, to be copied or saved with their source. */
export function TableTools<R>({ name, rows, columns, citation, labels }: TableToolsProps<R>) {
  const save = useContext(SaveTable);
  const source = citation === undefined ? null : { title: t('table.citation'), of: citation };
  return (
    <>
      <IconButton
        icon={Copy}
        label={labels.copy}
        onClick={() => copyText(rowsAsText(rows, columns, source), labels.copied)}
      />
      <IconButton
        icon={Download}
        label={labels.save}
        onClick={() => save?.(name, rowsAsCsv(rows, columns, source))}
      />
    </>
  );
}
