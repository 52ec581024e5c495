import type { TableKind } from '../../../../../shared/model/mapping';
import type { HeaderWords } from './header-words';

const inventories: readonly TableKind[] = ['systems', 'flows', 'datasets', 'sites'];

/** Who answers for a system or dataset. */
export const ownerHeaders: readonly HeaderWords[] = [
  {
    field: 'owner',
    kinds: null,
    headers: [
      'Owner',
      'System owner',
      'Data Owner',
      'Lead Officer',
      'Owned by',
      'owned_by',
      'Managed by',
      'SRO',
      'Senior responsible owner',
      'Owning organisation',
      'Owner organisation',
      'Accountable owner',
      'Flow owner',
      'Lead',
      'Accountable',
      'Accountable officer',
      'Accountable person',
      'System lead',
      'Responsible owner',
      'Business lead',
      'Owner name',
    ],
  },
  {
    field: 'informationAssetOwner',
    kinds: null,
    headers: ['Information Asset Owner', 'IAO', 'Information Asset Owner (IAO)', 'Asset owner'],
  },
  {
    field: 'informationAssetAdministrator',
    kinds: null,
    headers: ['Information Asset Administrator', 'IAA', 'Asset administrator'],
  },
  { field: 'seniorInformationRiskOwner', kinds: null, headers: ['SIRO', 'Senior Information Risk Owner'] },
  { field: 'caldicottGuardian', kinds: null, headers: ['Caldicott Guardian', 'Caldicott'] },
  {
    field: 'businessOwner',
    kinds: null,
    headers: ['Business owner', 'Business Application owner', 'Service owner'],
  },
  {
    field: 'itOwner',
    kinds: null,
    headers: [
      'IT owner',
      'IT Application owner',
      'Technical owner',
      'Technical lead',
      'Support team',
      'support_group',
    ],
  },
  { field: 'steward', kinds: null, headers: ['Steward', 'Data steward'] },
  { field: 'custodian', kinds: null, headers: ['Custodian', 'Data custodian'] },
  {
    field: 'controller',
    kinds: null,
    headers: [
      'Controller',
      'Data Controller',
      'Controller name',
      'Name of controller',
      'Controller organisation',
    ],
  },
  {
    field: 'jointController',
    kinds: null,
    headers: ['Joint controller', 'Name and contact details of joint controller', 'Joint controllers'],
  },
  {
    field: 'processor',
    kinds: null,
    headers: [
      'Processor',
      'Data Processor',
      'Processors',
      'Data processors',
      'Link to contract with processor',
      'Third party',
    ],
  },
  { field: 'subProcessor', kinds: null, headers: ['Sub-processor', 'Sub-processors', 'Subprocessor'] },
  { field: 'host', kinds: null, headers: ['Host', 'Hosted by', 'Hosting provider'] },
  {
    field: 'purpose',
    kinds: inventories,
    headers: ['Purpose', 'Purpose of processing', 'Asset Purpose', 'Description', 'Function', 'Use'],
  },
];
