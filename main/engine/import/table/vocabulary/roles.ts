import type { HoldingRole, ResponsibilityRole } from '../../../../../shared/model/vocabulary';
import { foreignWords } from './languages/foreign-words';
import { wordTable } from './word-table';

export const holdingRoleOf = wordTable<HoldingRole>(
  [
    [
      'system of record',
      [
        'system of record',
        'record',
        'sor',
        'master',
        'primary',
        'source',
        'authoritative',
        'golden source',
        'origin',
        'owner',
      ],
    ],
    ['system of reference', ['system of reference', 'reference', 'authoritative copy', 'read master']],
    ['copy', ['copy', 'replica', 'secondary', 'duplicate', 'extract', 'subscriber']],
    ['cache', ['cache', 'cached', 'temporary']],
    ['archive', ['archive', 'archived', 'backup', 'historic']],
    ['transit', ['transit', 'in transit', 'pass through', 'passthrough', 'relay', 'router']],
  ],
  foreignWords('holding'),
);

export const responsibilityRoleOf = wordTable<ResponsibilityRole>(
  [
    ['controller', ['controller', 'data controller', 'sole controller']],
    ['joint controller', ['joint controller', 'joint data controller']],
    ['processor', ['processor', 'data processor']],
    ['sub-processor', ['sub-processor', 'subprocessor', 'sub processor']],
    [
      'information asset owner',
      ['information asset owner', 'iao', 'asset owner', 'information asset owner iao'],
    ],
    ['information asset administrator', ['information asset administrator', 'iaa', 'asset administrator']],
    ['senior information risk owner', ['senior information risk owner', 'siro']],
    ['caldicott guardian', ['caldicott guardian', 'caldicott', 'guardian']],
    ['business owner', ['business owner', 'service owner', 'business application owner']],
    ['it owner', ['it owner', 'technical owner', 'it application owner', 'technical lead', 'system manager']],
    [
      'owner',
      [
        'owner',
        'data owner',
        'system owner',
        'sro',
        'accountable',
        'lead officer',
        'managed by',
        'responsible owner',
        'flow owner',
        'interface owner',
        'accountable owner',
        'accountable officer',
        'accountable person',
        'dataset owner',
        'application owner',
        'product owner',
        'senior responsible owner',
        'senior responsible officer',
        'lead',
      ],
    ],
    ['steward', ['steward', 'data steward']],
    ['custodian', ['custodian', 'data custodian']],
    ['supplier', ['supplier', 'vendor', 'provider', 'manufacturer']],
    ['host', ['host', 'hosting provider', 'hosted by', 'hosting']],
  ],
  foreignWords('roles'),
);
