/*
 * Format: OCEL, object-centric event logs, in JSON, XML or SQLite (.jsonocel, .xmlocel, .sqlite).
 * Version: 2.0; 1.0 in JSON and XML.
 * Spec: https://www.ocel-standard.org/specification/ "OCEL 2.0 Specification" (2023).
 * Read: each event (the row) as one step of every object it is linked to, with the object's values then.
 * Dropped: type declarations; links between objects are counted, as no record of a case leads to another.
 */
import type { FileProbe, Importer } from '../importer';
import { OcelLog } from './ocel-log';
import { readOcelJson } from './read-ocel-json';
import { readOcelSqlite } from './read-ocel-sqlite';
import { readOcelXml } from './read-ocel-xml';

type Encoding = 'JSON' | 'XML' | 'SQLite';

export const ocelImporter: Importer = {
  id: 'ocel',
  title: 'OCEL object-centric event log',
  version: 1,
  detects:
    'JSON with objectTypes and eventTypes (1.0: ocel:events), an XML <log> with object-types (1.0: objects), or SQLite with event_object.',
  fields: ['record', 'event', 'time', 'message'],
  drops: ['type declarations', 'links between objects (counted only)'],

  detect(probe) {
    const encoding = encodingOf(probe);
    if (encoding === null) return null;
    const version = isFirstVersion(probe.text) ? '1.0' : '2.0';
    return { confidence: 0.97, summary: `OCEL ${version} event log in ${encoding}` };
  },

  async read(input, sink) {
    const log = new OcelLog(input.mapping, sink);
    const encoding = encodingOf(input.probe) ?? 'JSON';
    if (encoding === 'SQLite') readOcelSqlite(input, sink, log);
    else if (encoding === 'XML') await readOcelXml(input, sink, log);
    else await readOcelJson(input, sink, log);
    log.finish();
  },
};

/** Version 1.0 (2020): members named "ocel:…", or XML whose events list their objects under "omap". */
const isFirstVersion = (text: string): boolean =>
  /"ocel:(global-log|events|objects)"\s*:/.test(text) || /<list key="(omap|ovmap)"/.test(text);

function encodingOf(probe: FileProbe): Encoding | null {
  const { head, text } = probe;
  if (head.toString('latin1', 0, 15) === 'SQLite format 3') {
    return head.includes('event_object') && head.includes('event_map_type') ? 'SQLite' : null;
  }
  if (/^\s*(<\?|<!|<log)/.test(text)) {
    const isLog = /<log[\s>]/.test(text);
    return isLog && (/<(object|event)-types?[\s/>]/.test(text) || isFirstVersion(text)) ? 'XML' : null;
  }
  const keys = ['eventTypes', 'objectTypes', 'events', 'objects'].filter((key) => text.includes(`"${key}"`));
  const isNamed = keys.includes('eventTypes') || keys.includes('objectTypes');
  return /^\s*\{/.test(text) && ((isNamed && keys.length > 1) || isFirstVersion(text)) ? 'JSON' : null;
}
