import type { SourceLocation } from '../../store/sources/sources';
import { probeFile } from '../file/open-file';
import type { Encoding } from '../importer';
import { sampleRows } from './csv-plan';

/** The header cells of a delimited source, to name the cells of a cited line; null for other files. */
export async function csvHeader(source: SourceLocation): Promise<readonly string[] | null> {
  const { delimiter, headerRow } = source.mapping;
  if (delimiter === undefined || !headerRow) return null;
  const location = source.member ? { path: source.path, member: source.member } : { path: source.path };
  const rows = sampleRows(await probeFile(location), delimiter, source.encoding as Encoding);
  return rows.find((row) => row.line === headerRow)?.cells ?? null;
}
