/** Words of the owners view. */
export const enOwners = {
  'owners.lead': 'Who answers for each dataset in each system, in which role, and which source says so.',
  'owners.none': 'No holdings yet',
  'owners.noneText':
    'Import a list of systems or datasets that names owners, controllers or stewards. Each name is kept with the source that says it.',
  'owners.failed': 'The owners cannot be listed',
  'owners.dataset': 'Dataset',
  'owners.system': 'System',
  'owners.role': 'Held as',
  'owners.state': 'State',
  'owners.matrix': 'Owners by dataset, system and role',
  'owners.filter': 'Filter datasets, systems and names',
  'owners.show': 'Show',
  'owners.all': 'All',
  'owners.gaps': 'Gaps only',
  'owners.summary': '{clear} clear · {missing} missing · {conflicting} conflicting',
  'owners.rolesHidden': '{count|role is|roles are} not mentioned by any source',
  'owners.copyCell': '{role} of {dataset} in {system}',
  'owners.blankAt': 'Left blank in',
  'owners.noSource': 'No source has this question.',
  'owners.claims': '{count|source says|sources say} {party}',
} as const;
