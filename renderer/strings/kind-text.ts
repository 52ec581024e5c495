import { tableKinds } from '../../shared/model/mapping';
import { t } from './text';

/** What a file holds, in the words of the import dialog where it is a table; a workbook may hold several. */
export function kindText(kind: string): string {
  return kind
    .split('+')
    .map((part) => {
      const known = tableKinds.find((candidate) => candidate === part);
      return known === undefined ? part : t(`kind.${known}`);
    })
    .join(', ');
}
