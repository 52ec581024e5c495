import { archimateNativeImporter } from './archimate/archi-file';
import { archimateExchangeImporter } from './archimate/open-exchange';
import { atnaImporter } from './atna/atna';
import { backstageImporter } from './backstage/backstage';
import { csvImporter } from './csv/csv-importer';
import { datahubImporter } from './datahub/datahub';
import { dbtManifestImporter } from './dbt/manifest';
import { dbtRunResultsImporter } from './dbt/run-results';
import { fhirImporter } from './fhir/fhir';
import { gp2gpImporter } from './gp2gp/gp2gp';
import { hl7v2Importer } from './hl7v2/hl7v2';
import type { Importer } from './importer';
import { jaegerImporter } from './jaeger/jaeger';
import { meshImporter } from './mesh/mesh';
import { mirthImporter } from './mirth/mirth';
import { nifiImporter } from './nifi/nifi';
import { objectsImporter } from './objects/objects-importer';
import { ocelImporter } from './ocel/ocel';
import { openlineageImporter } from './openlineage/openlineage';
import { openmetadataImporter } from './openmetadata/openmetadata';
import { otlpImporter } from './otlp/otlp';
import { pairsImporter } from './pairs/pairs';
import { patternImporter } from './pattern/pattern';
import { syslogImporter } from './syslog/syslog';
import { xesImporter } from './xes/xes';
import { xlsxImporter } from './xlsx/xlsx-importer';

/** Every importer, and the only list of them. Detection asks all; the most confident reads the file. */
export const importers: readonly Importer[] = [
  csvImporter,
  objectsImporter,
  xlsxImporter,
  xesImporter,
  hl7v2Importer,
  openlineageImporter,
  dbtManifestImporter,
  dbtRunResultsImporter,
  jaegerImporter,
  otlpImporter,
  fhirImporter,
  archimateExchangeImporter,
  archimateNativeImporter,
  backstageImporter,
  ocelImporter,
  datahubImporter,
  openmetadataImporter,
  atnaImporter,
  syslogImporter,
  meshImporter,
  mirthImporter,
  nifiImporter,
  gp2gpImporter,
  pairsImporter,
  patternImporter,
];
