import type { Rule } from './finding-input';
import { assetOwner } from './rules/asset-owner';
import { conflictingRoles } from './rules/conflicting-roles';
import { controls } from './rules/controls';
import { datasetController } from './rules/dataset-controller';
import { differingFacts } from './rules/differing-facts';
import { endOfLife } from './rules/end-of-life';
import { flags } from './rules/flags';
import { flowStatus } from './rules/flow-status';
import { implausibleTimes } from './rules/implausible-times';
import { imports } from './rules/imports';
import { logCoverage } from './rules/log-coverage';
import { losses } from './rules/losses';
import { plannedFlows } from './rules/planned-flows';
import { processorAsOwner } from './rules/processor-as-owner';
import { reckoning } from './rules/reckoning';
import { sharedDependency } from './rules/shared-dependency';
import { sharedNames } from './rules/shared-names';
import { siroAndGuardian } from './rules/siro-and-guardian';
import { systemOwner } from './rules/system-owner';
import { systemsOfRecord } from './rules/systems-of-record';
import { unlistedSystems } from './rules/unlisted-systems';
import { warned } from './rules/warned';

/** Every rule: the only list. */
export const rules: readonly Rule[] = [
  losses,
  flags,
  warned,
  reckoning,
  logCoverage,
  flowStatus,
  plannedFlows,
  unlistedSystems,
  systemOwner,
  datasetController,
  assetOwner,
  conflictingRoles,
  systemsOfRecord,
  processorAsOwner,
  siroAndGuardian,
  sharedDependency,
  controls,
  endOfLife,
  differingFacts,
  sharedNames,
  imports,
  implausibleTimes,
];
