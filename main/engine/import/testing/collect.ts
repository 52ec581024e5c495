import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import type { Fact } from '../fact';
import { openInput, probeFile } from '../file/open-file';
import type { EventFact, FactSink, Importer } from '../importer';

export interface Collected {
  rows: number;
  accepted: number;
  rejected: number;
  readonly rejections: { line: number; code: string; message: string }[];
  readonly warnings: { line: number; code: string; message: string }[];
  readonly notes: string[];
  readonly facts: { fact: Fact; place: Place }[];
  readonly events: EventFact[];
  readonly aliases: { a: string; b: string; kind: string; line: number }[];
}

/** A sink that keeps everything it is told, for importers' tests. */
export function collectingSink(): { readonly sink: FactSink; readonly collected: Collected } {
  const collected: Collected = {
    rows: 0,
    accepted: 0,
    rejected: 0,
    rejections: [],
    warnings: [],
    notes: [],
    facts: [],
    events: [],
    aliases: [],
  };
  const sink: FactSink = {
    accept() {
      collected.rows++;
      collected.accepted++;
    },
    reject(place, code, message) {
      collected.rows++;
      collected.rejected++;
      collected.rejections.push({ line: place.line, code, message });
    },
    warn: (place, code, message) => void collected.warnings.push({ line: place.line, code, message }),
    note: (text) => void collected.notes.push(text),
    state: (fact, place) => void collected.facts.push({ fact, place }),
    event: (event) => void collected.events.push(event),
    alias: (a, b, kind, place) => void collected.aliases.push({ a, b, kind, line: place.line }),
    progress() {},
  };
  return { sink, collected };
}

/** Reads a file with one importer, as the pipeline would; a refusal of the file is thrown. */
export async function readWith(importer: Importer, path: string, mapping: Mapping = {}): Promise<Collected> {
  const location = { path };
  const probe = await probeFile(location);
  const { sink, collected } = collectingSink();
  await importer.read(openInput(location, probe, mapping), sink);
  return collected;
}
