import { tableKinds } from '../../shared/model/mapping';
import { t } from './text';

/** What other files than tables hold, by the importer that reads them. */
const otherKinds = [
  'xes',
  'hl7v2',
  'openlineage',
  'dbt-manifest',
  'dbt-run-results',
  'jaeger',
  'otlp',
  'fhir',
  'archimate-exchange',
  'archimate-native',
  'backstage',
  'ocel',
  'datahub',
  'openmetadata',
  'atna',
  'syslog',
  'mesh',
  'mirth',
  'nifi',
  'gp2gp',
  'pattern',
] as const;

/** What a file holds, in the words of the import dialog where it is a table; a workbook may hold several. */
export function kindText(kind: string): string {
  return kind
    .split('+')
    .map((part) => {
      const table = tableKinds.find((candidate) => candidate === part);
      const other = otherKinds.find((candidate) => candidate === part);
      if (table !== undefined) return t(`kind.${table}`);
      return other === undefined ? part : t(`kind.of.${other}`);
    })
    .join(', ');
}
