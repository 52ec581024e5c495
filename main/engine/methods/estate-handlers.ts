import type { ExportView } from '../../../shared/contract/estate-methods';
import { exportViews } from '../../../shared/contract/estate-methods';
import { ownerRows, systemRows } from '../analyse/ownership';
import { ExpectedFailure } from '../expected-failure';
import { exporterById, exporterForFile, exporters } from '../export/registry';
import { writeOutput } from '../export/write-output';
import { listSources } from '../store/sources';
import type { EngineContext, Handlers } from './context';
import { tablesOf } from './export-tables';
import { sceneOf } from './map-handlers';

const isView = (view: string): view is ExportView => (exportViews as readonly string[]).includes(view);

export const estateHandlers: Handlers = {
  'estate.systems': (context) => systemRows(context.estate()),
  'estate.owners': (context) => ownerRows(context.estate()),
  'export.formats': () =>
    exporters.map(({ id, title, extension, views }) => ({ id, title, extension, views })),
  'export.run': async (context, args) => {
    const view = args.view ?? 'map';
    if (!isView(view)) {
      throw new ExpectedFailure(
        'arguments',
        `There is no view "${view}" to export. Choose one of: ${exportViews.join(', ')}.`,
      );
    }
    const exporter = args.format === undefined ? exporterForFile(args.file, view) : exporterById(args.format);
    if (!exporter?.views.includes(view)) {
      const known = exporters.filter((e) => e.views.includes(view)).map((e) => `.${e.extension}`);
      throw new ExpectedFailure(
        'unsupported',
        `The view "${view}" cannot be written as ${args.format ?? args.file}. Use one of: ${known.join(', ')}.`,
      );
    }
    const { content, notes } = await exporter.write(await exportInput(context, view, args));
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    await writeOutput(args.file, bytes);
    return { file: args.file, format: exporter.id, bytes: bytes.length, notes };
  },
};

type ExportArgs = Parameters<NonNullable<Handlers['export.run']>>[1];

async function exportInput(context: EngineContext, view: ExportView, args: ExportArgs) {
  const { db, title } = context.openCase;
  const generatedAt = db.get<{ at: string }>('SELECT at FROM case_log ORDER BY id DESC LIMIT 1')?.at ?? null;
  const sources = listSources(db).map(({ name, sha256 }) => ({ name, sha256 }));
  const base = { view, title: args.title ?? title, generatedAt, sources, estate: context.estate() };
  if (view !== 'map') return { ...base, tables: await tablesOf(context, view) };
  const { graph, scene } = await sceneOf(context, {
    level: args.level ?? 'system',
    groupBy: args.groupBy ?? 'organisation',
    collapsed: args.collapsed ?? [],
    ...(args.only === undefined ? {} : { only: args.only }),
    title: base.title,
  });
  return { ...base, graph, scene };
}
