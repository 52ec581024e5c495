import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { detectImporter, refusalFor } from './detect-importer';

const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fateOf(content: string | Buffer): Promise<string> {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const probe = await probeFile({ path });
  return detectImporter(probe)?.importer.id ?? refusalFor(probe).code;
}

const zipkinSpan = {
  traceId: 'a',
  id: 'b',
  name: 'get',
  kind: 'SERVER',
  localEndpoint: { serviceName: 's' },
};
const tar = Buffer.alloc(1024);
tar.write('log.csv');
tar.write('ustar', 257);

test.each([
  ['zipkin', JSON.stringify([zipkinSpan])],
  [
    'dbt-artefact',
    '{"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/catalog/v1.json"},"nodes":{"model.a.b":{"metadata":{"name":"b"}}}}',
  ],
  ['otlp-signal', '{"resourceLogs":[{"scopeLogs":[]}]}\n{"resourceMetrics":[]}\n'],
  ['fhir-xml', '<?xml version="1.0"?><AuditEvent xmlns="http://hl7.org/fhir"/>'],
  ['fhir-resource', '{"resourceType":"Patient","id":"1"}'],
  ['hl7-xml', '<ADT_A01 xmlns="urn:hl7-org:v2xml"/>'],
  ['diagram', '<mxfile host="x"><diagram/></mxfile>'],
  ['diagram', '%% a chart\nflowchart LR\n  a --> b\n'],
  ['diagram', 'digraph "map" { a -> b }\n'],
  ['diagram', Buffer.from('PK\u0003\u0004visio/document.xml')],
  ['document', Buffer.from('PK\u0003\u0004word/document.xml')],
  ['opendocument', Buffer.from('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
  [
    'process-model',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"/></definitions>',
  ],
  ['lineage-answer', '{"graph":[{"id":"dataset:a:b","type":"DATASET","inEdges":[],"outEdges":[]}]}'],
  ['lineage-answer', '{"baseEntityGuid":"a","guidEntityMap":{"a":{"typeName":"hive_table"}}}'],
  ['edi', "UNA:+.? 'UNB+UNOA:4+QUAY+HARBOUR+240301:1000+1'"],
  ['database-dump', 'CREATE TABLE systems (name text);\nINSERT INTO systems VALUES (1);\n'],
  ['markdown', '# Register\n\n| System | Owner |\n| --- | --- |\n| PAS | Ada |\n'],
  ['mxml', '<WorkflowLog><Process/></WorkflowLog>'],
  ['web-page', '<!DOCTYPE html><html><table><tr><td>time</td></tr></table></html>'],
  ['rich-text', '{\\rtf1 time}'],
  ['utf-32', Buffer.concat([Buffer.from([255, 254, 0, 0]), Buffer.from('time;system\n', 'utf16le')])],
  ['archive', tar],
  ['compressed', Buffer.from('BZh91AY&SY')],
  ['needs-pattern', '2024-03-01T10:00:00Z ERROR no answer from the lab'],
  ['unknown-format', 'nothing of any kind'],
])('a file of the kind %s is refused by its own reason', async (code, content) => {
  expect(await fateOf(content)).toBe(code);
});

test('a log of a server of such things is a log', async () => {
  const line =
    '{"time":"2024-03-01T10:00:00Z","system":"FHIR server","event":"read","resourceType":"Patient"}\n';
  expect(await fateOf(line.repeat(2))).toBe('json');
});
