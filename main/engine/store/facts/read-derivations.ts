import type { Derivation, Field, FieldFlow } from '../../../../shared/model/estate';
import type { DatasetId, SystemId } from '../../../../shared/model/ids';
import type { Database } from '../database';
import type { Assertions } from './assertions';

/** What sources say of data made from data: datasets in, datasets out, by which job. */
export function readDerivations(db: Database, assertions: Assertions): readonly Derivation[] {
  return db
    .all<{
      id: number;
      from_dataset_id: DatasetId | null;
      from_system_id: SystemId | null;
      to_dataset_id: DatasetId | null;
      to_system_id: SystemId | null;
      job: string | null;
      jobNamespace: string | null;
      jobName: string | null;
    }>(
      `SELECT d.*, CASE WHEN j.namespace IS NULL THEN j.name ELSE j.namespace || '/' || j.name END AS job,
       j.namespace AS jobNamespace, j.name AS jobName
       FROM derivation d LEFT JOIN job j ON j.id = d.job_id`,
    )
    .map((row) => ({ row, said: assertions.of('derivation', row.id) }))
    .filter(({ said }) => said.length > 0)
    .map(({ row, said }) => ({
      from: heldAt(row.from_dataset_id, row.from_system_id, assertions),
      to: heldAt(row.to_dataset_id, row.to_system_id, assertions),
      job: row.job,
      jobName: row.jobName === null ? null : { namespace: row.jobNamespace, name: row.jobName },
      isDeclared: said.some(({ value }) => value === 'declared'),
      isObserved: said.some(({ value }) => value === 'observed'),
      citations: said.map(({ citation }) => citation),
    }));
}

const heldAt = (dataset: DatasetId | null, system: SystemId | null, assertions: Assertions) =>
  dataset === null
    ? null
    : { dataset: assertions.items.dataset(dataset), system: systemAt(system, assertions) };

const systemAt = (system: SystemId | null, { items }: Assertions): SystemId | null =>
  system === null ? null : (items.system(system) as SystemId);

/** The fields of datasets that a source names. */
export function readFields(db: Database, assertions: Assertions): readonly Field[] {
  return db
    .all<{ id: number; dataset: DatasetId; name: string }>(
      'SELECT id, dataset_id AS dataset, name FROM field ORDER BY dataset_id, id',
    )
    .filter(({ id }) => assertions.items.subject('field', id).id === id)
    .map(({ id, dataset, name }) => ({
      dataset: assertions.items.dataset(dataset),
      name,
      ...assertions.existence('field', id),
      attributes: assertions.attributes('field', id),
    }))
    .filter(({ citations }) => citations.length > 0);
}

/** Which field is made from which (column-level lineage), and how, where a source says so. */
export function readFieldFlows(db: Database, assertions: Assertions): readonly FieldFlow[] {
  return db
    .all<{
      id: number;
      fromDataset: DatasetId;
      fromSystem: SystemId | null;
      fromField: string;
      toDataset: DatasetId;
      toSystem: SystemId | null;
      toField: string;
    }>(
      `SELECT x.id, a.dataset_id AS fromDataset, x.from_system_id AS fromSystem, a.name AS fromField,
         b.dataset_id AS toDataset, x.to_system_id AS toSystem, b.name AS toField
       FROM field_edge x JOIN field a ON a.id = x.from_field_id JOIN field b ON b.id = x.to_field_id`,
    )
    .map((row) => {
      const said = assertions.of('field_flow', row.id);
      return {
        from: {
          dataset: assertions.items.dataset(row.fromDataset),
          system: systemAt(row.fromSystem, assertions),
          field: row.fromField,
        },
        to: {
          dataset: assertions.items.dataset(row.toDataset),
          system: systemAt(row.toSystem, assertions),
          field: row.toField,
        },
        transformations: said.flatMap(({ detail, citation }) =>
          detail === null ? [] : [{ value: detail, citation }],
        ),
        citations: said.map(({ citation }) => citation),
      };
    })
    .filter(({ citations }) => citations.length > 0);
}
