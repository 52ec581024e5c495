/** Words of every table. */
export const enTables = {
  'table.filter': 'Filter rows',
  'table.looking': 'Looking…',
  'table.rows': '{count|row|rows}',
  'table.rowsOf': '{shown} of {total} rows',
  'table.columns': 'Columns',
  'table.sortBy': 'Sort by',
  'table.copy': 'Copy the chosen rows',
  'table.copied': '{count|row|rows} copied, with sources',
  'table.copiedSome':
    'The first {count|row|rows} of {all} copied, with sources. To have all of them, save the table as CSV.',
  'table.save': 'Save the table as CSV…',
  'table.saving': 'Save the table',
  'table.copyFailed': 'The rows were not copied',
  'table.saved': 'The table is saved',
  'table.saveFailed': 'The table was not saved',
  'table.citation': 'Source',
  'table.noMatch': 'No row matches “{text}”.',
} as const;
