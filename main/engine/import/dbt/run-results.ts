/*
 * Format: dbt run results (target/run_results.json), what one run of a dbt project did.
 * Version: run-results v1 to v6.
 * Spec: https://schemas.getdbt.com/dbt/run-results/v6.json and the same for each version.
 * Read: each result (the row): the job's last state, when it ended, rows affected, the relation written; errors and failed tests are warnings.
 * Dropped: compiled SQL, threads, single timings, adapter details other than rows_affected.
 */

import type { Place } from '../../../../shared/model/citation';
import type { Job } from '../fact';
import { type FactSink, FileRefused, type Importer } from '../importer';
import { readJson } from '../json/read-json';
import { list, text } from '../json/value';
import { momentOf } from '../lineage/moment';
import { StatedOnce } from '../lineage/stated-once';

const signature =
  /"dbt_schema_version"\s*:\s*"https:\/\/schemas\.getdbt\.com\/dbt\/run-results\/v(\d+)\.json"/;

export const dbtRunResultsImporter: Importer = {
  id: 'dbt-run-results',
  title: 'dbt run results',
  version: 1,
  detects: 'JSON whose metadata.dbt_schema_version names dbt run results.',
  fields: ['job', 'dataset', 'warning'],
  drops: ['compiled SQL', 'threads and single timings', 'adapter details other than rows_affected'],
  detect(probe) {
    const version = signature.exec(probe.text)?.[1];
    return version === undefined ? null : { confidence: 0.97, summary: `dbt run results v${version}` };
  },
  async read(input, sink) {
    const facts = new StatedOnce(sink);
    let generatedAt: string | null = null;
    let rows = 0;
    let accepted = 0;
    const { encoding } = input.probe;
    const progress = (bytes: number): void => sink.progress(bytes);
    const select = ['/metadata', '/results/*'];
    await readJson(input.open(), { layout: 'document', encoding, progress, select }, (element) => {
      if (element.ok && element.selected === 0) {
        generatedAt = text(element.value, 'generated_at');
        return;
      }
      rows++;
      if (!element.ok) sink.reject(element.place, element.code, element.message, element.raw);
      else if (readResult(element.value, element.place, generatedAt, facts, sink)) accepted++;
    });
    if (accepted > 0 || (rows === 0 && generatedAt !== null)) return;
    throw new FileRefused(
      'no-results',
      'The file holds no dbt results. Pass target/run_results.json of the project.',
    );
  },
};

function readResult(
  value: unknown,
  place: Place,
  generatedAt: string | null,
  facts: StatedOnce,
  sink: FactSink,
): boolean {
  const id = text(value, 'unique_id');
  const status = text(value, 'status');
  if (id === null || status === null) {
    const message = 'The result has no unique_id or status, so it says nothing of any model.';
    sink.reject(place, 'no-id', message, JSON.stringify(value)?.slice(0, 2000));
    return false;
  }
  const job: Job = { namespace: id.split('.')[1] ?? null, name: id };
  const subject = { kind: 'job', ...job } as const;
  const endedAt =
    list(value, 'timing')
      .map((one) => text(one, 'completed_at'))
      .filter((one) => one !== null)
      .at(-1) ?? generatedAt;
  facts.exists(subject, 'observed', place);
  facts.attribute(subject, 'last state', status, place);
  facts.attribute(subject, 'last run', endedAt, place);
  facts.attribute(
    subject,
    'rows affected (last run)',
    text(value, 'adapter_response', 'rows_affected'),
    place,
  );
  const relation = text(value, 'relation_name');
  if (relation !== null && !id.startsWith('test.')) {
    // Quoted by the adapter: "db"."schema"."table" or `db`.`schema`.`table`.
    const dataset = relation.replace(/["`[\]]/g, '');
    const system = dataset.split('.').length === 3 ? (dataset.split('.')[0] ?? null) : null;
    facts.held(dataset, system, 'observed', place);
    facts.state({ fact: 'derivation', from: null, to: { dataset, system }, by: job }, place);
  }
  if (status === 'error' || status === 'fail' || status === 'runtime error') {
    const failures = text(value, 'failures');
    const why = text(value, 'message')?.split('\n')[0] ?? (failures === null ? null : `${failures} failures`);
    const words = `${id} ended with ${status}${why === null ? '' : `: ${why.slice(0, 500)}`}`;
    facts.state(
      { fact: 'warning', at: momentOf(endedAt), text: words, subject: id, from: null, to: null },
      place,
    );
  }
  sink.accept();
  return true;
}
