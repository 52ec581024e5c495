import type { ImportPreview } from '../../../shared/contract/import-methods';
import type { Handlers } from '../context';
import { expandPaths, locateFile } from '../import/detect/expand-paths';
import { probeFile } from '../import/file/open-file';
import { importFiles } from '../import/import-files';
import { readMappingFile } from '../import/mapping-file';
import { previewPattern } from '../import/pattern/preview-pattern';
import { importers } from '../import/registry';
import { fieldsOfKind } from '../import/table/plan/field-dictionary';
import { listMappings, removeMapping, saveMapping } from '../store/kept/saved-mappings';
import { previewFile } from './import-preview';

const previewRows = 20;

export const importHandlers: Handlers = {
  'import.preview': async (context, { paths, mapping, rows, sheet }) => {
    const previews: ImportPreview[] = [];
    const db = context.hasCase ? context.openCase.db : null;
    for (const location of await expandPaths(paths))
      previews.push(
        await previewFile(db, location, { mapping: mapping ?? {}, rows: rows ?? previewRows, sheet }),
      );
    return previews;
  },
  'import.previewPattern': async (_context, { path, pattern, mapping }) =>
    previewPattern((await probeFile(await locateFile(path))).text, pattern, mapping ?? {}),
  'import.run': (context, { files }, call) => importFiles(context.openCase, files, call.progress),
  'import.importers': () =>
    importers.map(({ id, title, version, detects, fields, drops }) => ({
      id,
      title,
      version,
      detects,
      fields,
      drops,
    })),
  'import.fields': () => fieldsOfKind,
  'mappings.list': (context) => listMappings(context.openCase.db),
  'mappings.read': (_context, { path }) => readMappingFile(path),
  'mappings.save': (context, { name, mapping }) => {
    saveMapping(context.openCase.db, name, mapping);
    return null;
  },
  'mappings.remove': (context, { name }) => {
    removeMapping(context.openCase.db, name);
    return null;
  },
};
