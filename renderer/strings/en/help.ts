/** Words of the help and the page of formats. The guide itself is in build/docs. */
export const enHelp = {
  'help.title': 'Help',
  'help.pages': 'Pages',
  'help.page.guide': 'User guide',
  'help.page.departments': 'For IT departments',
  'help.page.formats': 'Formats',
  'help.contents': 'Contents',

  'formats.lead':
    'A format is recognised by what is in the file, never by its name alone. Files compressed with gzip or zip are read as they are. What no field of the model takes is kept as an attribute.',
  'formats.filter': 'Find a format, field or word',
  'formats.count': '{count|format|formats}',
  'formats.countOf': '{shown} of {total|format|formats}',
  'formats.recognised': 'Recognised by',
  'formats.read': 'Read',
  'formats.dropped': 'Dropped',
  'formats.nothingDropped': 'Nothing',
  'formats.version': 'Importer {id}, version {version}',
  'formats.none': 'No format has “{text}”.',
  'formats.failed': 'The formats cannot be listed',

  'empty.events': 'No logs yet',
  'empty.events.text':
    'Drop the logs of the systems anywhere in the window: of a sender first, then of the receiver. Without both, nothing can be said to be lost or to have arrived.',
  'empty.assertions': 'Nothing is known yet',
  'empty.assertions.text':
    'Drop a list of systems anywhere in the window, then lists of flows, owners, sites or controls, and logs, in any order.',
} as const;
