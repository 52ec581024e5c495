import type { TableKind } from '../../../../../shared/model/mapping';
import { readDataset } from './dataset-rows';
import { readFlow } from './flow-rows';
import { readOrganisation } from './organisation-rows';
import { readControl, readResponsibility } from './register-rows';
import { readRelation } from './relation-rows';
import type { RowReader } from './row-reader';
import { readSite } from './site-rows';
import { readSystem } from './system-rows';

/** Readers of the inventory kinds; warnings, logs, extracts and crosswalks need times or identifiers too. */
export const inventoryReaders: Readonly<Partial<Record<TableKind, RowReader>>> = {
  systems: readSystem,
  datasets: readDataset,
  flows: readFlow,
  responsibilities: readResponsibility,
  sites: readSite,
  controls: readControl,
  dependencies: readRelation,
  organisations: readOrganisation,
};
