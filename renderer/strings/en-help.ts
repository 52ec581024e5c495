/** Words of the help, the tour and the page of formats. The guide itself is in build/docs. */
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

  'tour.label': 'Tour',
  'tour.step': 'Step {at} of {count}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.skip': 'Skip the tour',
  'tour.finish': 'Done',
  'tour.files.title': 'Bring in what there is',
  'tour.files.text':
    'Drop inventories and logs anywhere in the window, whole folders too. They stay where they are and nothing is sent. The sample case shows it with made-up files.',
  'tour.map.title': 'Walk the map',
  'tour.map.text':
    'Choose a system or a flow to see what is known of it. Every fact names its source: one click opens the file at the very line. A pencil corrects a fact in your name.',
  'tour.losses.title': 'Ask where records stop',
  'tour.losses.text':
    'Reconcile compares what was sent with what arrived. Losses says since when and what the lost share, Records follows a single one. What no log can show is called unobservable.',

  'pattern.title': 'Read it with a pattern',
  'pattern.intro':
    'Each line is held against the pattern below; its named parts become the fields of an event.',
  'pattern.label': 'Pattern',
  'pattern.hint': 'A regular expression with named groups, such as {regex}, or grok names, such as {grok}.',
  'pattern.matched': '{matched} of {total|line|lines} match.',
  'pattern.lines': 'First lines, with what the pattern finds',
  'pattern.noMatch': 'no match',
  'pattern.slow': 'too slow on this line',
  'pattern.asField': '{name}: read as {field}',
  'pattern.asAttribute': '{name}: kept as an attribute',
  'pattern.time': 'Times are read as {format}.',
  'pattern.isUsed': 'The file will be read so.',
  'pattern.use': 'Read the file with this pattern',
  'pattern.failed': 'The pattern could not be tried',
} as const;
