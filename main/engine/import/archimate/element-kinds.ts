/**
 * What an ArchiMate element is in a lineage model. `behaviour` belongs to a system (or stands as a job of its
 * own); `interface` belongs to a system (or stands for one); `other` has no place in lineage.
 */
export type ElementKind =
  | 'system'
  | 'interface'
  | 'behaviour'
  | 'dataset'
  | 'party'
  | 'site'
  | 'network'
  | 'junction'
  | 'other';

const kinds: Readonly<Record<Exclude<ElementKind, 'other'>, readonly string[]>> = {
  system: [
    'ApplicationComponent',
    'ApplicationCollaboration',
    'SystemSoftware',
    'Node',
    'Device',
    'Equipment',
    'TechnologyCollaboration',
  ],
  interface: [
    'ApplicationInterface',
    'ApplicationService',
    'TechnologyInterface',
    'TechnologyService',
    'BusinessInterface',
  ],
  behaviour: [
    'ApplicationFunction',
    'ApplicationProcess',
    'ApplicationInteraction',
    'ApplicationEvent',
    'TechnologyFunction',
    'TechnologyProcess',
    'TechnologyInteraction',
    'TechnologyEvent',
    'BusinessProcess',
    'BusinessFunction',
    'BusinessInteraction',
    'BusinessEvent',
    'BusinessService',
  ],
  dataset: ['DataObject', 'BusinessObject', 'Artifact', 'Representation', 'Contract'],
  party: ['BusinessActor', 'BusinessRole', 'BusinessCollaboration', 'Stakeholder'],
  site: ['Location', 'Facility'],
  network: ['CommunicationNetwork', 'DistributionNetwork', 'Path'],
  junction: ['Junction'],
};

const kindOfType = new Map(
  Object.entries(kinds).flatMap(([kind, types]) => types.map((type) => [type, kind as ElementKind] as const)),
);

export const elementKind = (type: string): ElementKind => kindOfType.get(type) ?? 'other';
