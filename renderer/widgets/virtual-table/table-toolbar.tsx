import { Menu } from '@base-ui/react/menu';
import { Check, Columns3, Copy, Download, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { IconButton } from '../button';
import { TextField } from '../text-field';
import '../menu.css';
import type { Column } from './table-rows';

interface TableToolbarProps<R> {
  readonly table: {
    readonly filter: string;
    readonly setFilter: (text: string) => void;
    readonly hidden: ReadonlySet<string>;
    readonly toggleColumn: (id: string) => void;
    readonly sort: { readonly column: string; readonly direction: string } | null;
    readonly sortBy: (column: string) => void;
    readonly shownRows: { readonly length: number };
  };
  readonly columns: readonly Column<R>[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly onCopy: () => void;
  readonly onSave: () => void;
  readonly filterLabel: string;
  readonly actions?: ReactNode;
}

export function TableToolbar<R>({
  table,
  columns,
  total,
  isLoading,
  onCopy,
  onSave,
  filterLabel,
  actions,
}: TableToolbarProps<R>) {
  const shown = table.shownRows.length;
  return (
    <div className="table__toolbar">
      <div className="table__filter">
        <TextField
          label={filterLabel}
          isLabelShown={false}
          placeholder={filterLabel}
          icon={Search}
          type="search"
          value={table.filter}
          onChange={table.setFilter}
        />
      </div>
      <p className="table__count numeric" role="status">
        {isLoading
          ? t('table.looking')
          : shown === total
            ? t('table.rows', { count: total })
            : t('table.rowsOf', { shown: formatCount(shown), total: formatCount(total) })}
      </p>
      <div className="table__actions">
        {actions}
        <Menu.Root>
          <Menu.Trigger render={<IconButton icon={Columns3} label={t('table.columns')} />} />
          <Menu.Portal>
            <Menu.Positioner className="menu__positioner" align="end" sideOffset={4}>
              <Menu.Popup className="menu">
                <Menu.Group>
                  <Menu.GroupLabel className="menu__label">{t('table.columns')}</Menu.GroupLabel>
                  {columns.map((column) => (
                    <Menu.CheckboxItem
                      key={column.id}
                      className="menu__item"
                      checked={!table.hidden.has(column.id)}
                      onCheckedChange={() => table.toggleColumn(column.id)}
                      closeOnClick={false}
                    >
                      <span className="menu__mark">
                        <Menu.CheckboxItemIndicator>
                          <Check size={14} aria-hidden />
                        </Menu.CheckboxItemIndicator>
                      </span>
                      {column.title}
                    </Menu.CheckboxItem>
                  ))}
                </Menu.Group>
                <Menu.Separator className="menu__separator" />
                <Menu.Group>
                  <Menu.GroupLabel className="menu__label">{t('table.sortBy')}</Menu.GroupLabel>
                  {columns
                    .filter((column) => !column.isUnsorted)
                    .map((column) => (
                      <Menu.Item
                        key={column.id}
                        className="menu__item"
                        onClick={() => table.sortBy(column.id)}
                        closeOnClick={false}
                      >
                        <span className="menu__mark">
                          {table.sort?.column === column.id &&
                            (table.sort.direction === 'ascending' ? '↑' : '↓')}
                        </span>
                        {column.title}
                      </Menu.Item>
                    ))}
                </Menu.Group>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
        <IconButton icon={Copy} label={t('table.copy')} onClick={onCopy} />
        <IconButton icon={Download} label={t('table.save')} onClick={onSave} />
      </div>
    </div>
  );
}
