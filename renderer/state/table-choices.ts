import { bridge } from '../api';
import type { TableChoices } from '../widgets/virtual-table/use-hidden-columns';

let hiddenColumns: Readonly<Record<string, readonly string[]>> = {};

/** What was chosen in earlier starts; called once, before the first drawing. */
export function restoreTableChoices(remembered: typeof hiddenColumns): void {
  hiddenColumns = remembered;
}

export const tableChoices: TableChoices = {
  hiddenIn: (table) => (Object.hasOwn(hiddenColumns, table) ? hiddenColumns[table] : undefined),
  keep: (table, hidden) => {
    hiddenColumns = { ...hiddenColumns, [table]: hidden };
    void bridge.remember({ hiddenColumns });
  },
};
