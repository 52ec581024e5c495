/** Words of the export dialog. */
export const enExport = {
  'export.title': 'Export',
  'export.what': 'What',
  'export.format': 'Format',
  'export.caption': 'Title of the picture',
  'export.captionHint': 'A finding in at most ten words. Left empty, the title counts what is shown.',
  'export.asShown':
    'The picture has what the map shows now: its level, grouping, folded groups and hidden cards.',
  'export.run': 'Choose where to save it…',
  'export.where': 'Where to save it',
  'export.job': 'Export {name}',
  'export.done': '{name} is written',
  'export.failed': 'Nothing was exported',
  'export.formatsFailed': 'The formats cannot be listed',
  'export.view.map': 'Map',
  'export.view.owners': 'Owners',
  'export.view.systems': 'Systems',
  'export.view.flows': 'Flows',
  'export.view.findings': 'Findings',
  'export.view.issues': 'Issues',
  'export.view.reconcile': 'Reconciliation',
  'export.view.lost': 'Lost messages',
} as const;
