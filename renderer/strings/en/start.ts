/** Words of the first page, the tour and of making a case. */
export const enStart = {
  'start.title': 'Where did the records go, and who owned them there?',
  'start.lead':
    'Whereabouts reads system inventories and integration logs into one case file and draws which system owns each dataset, where records flow, and where they stop. Every number opens to the line it came from.',
  'start.new': 'New case…',
  'start.newText': 'An empty case file, filled from your files.',
  'start.open': 'Open case…',
  'start.openText': 'A case file you already have.',
  'start.sample': 'Sample case',
  'start.sampleText': 'A made-up hospital group with losses to find.',
  'start.drop':
    'Or drop files and folders anywhere in this window: lists of systems, flows and owners, lineage of other tools, and logs.',
  'start.formats': 'Formats that can be read',
  'start.help': 'New here?',
  'start.tour': 'Tour in three steps',
  'start.guide': 'User guide with a worked investigation',
  'start.recent': 'Recent cases',
  'start.gone': 'Not found: {path}',
  'start.forget': 'Take {title} off the list',
  'start.openFailed': 'The case was not opened',
  'start.sampleFailed': 'The sample case was not opened',
  'start.caseFiles': 'Whereabouts cases',

  'newCase.title': 'New case',
  'newCase.text': 'One file holds what is read and decided; the source files stay where they are.',
  'newCase.waiting': '{count|dropped item waits|dropped items wait} to be imported into it.',
  'newCase.name': 'Title',
  'newCase.namePlaceholder': 'For example: Letters not received, spring 2023',
  'newCase.untitled': 'Untitled case',
  'newCase.keep': 'Keep record identifiers readable',
  'newCase.keepText':
    'Otherwise each identifier is replaced on import by a code made with a key that is kept outside the case file. A known identifier can still be looked up.',
  'newCase.make': 'Choose where to keep it…',
  'newCase.where': 'Where to keep the case',
  'newCase.failed': 'The case was not made',

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
} as const;
