import type { ExportView } from '../../../shared/contract/estate-methods';
import { exportViews } from '../../../shared/contract/estate-methods';
import type { MapLevel } from '../../../shared/model/vocabulary';
import type { EngineContext, Handlers } from '../context';
import { ExpectedFailure } from '../expected-failure';
import type { Exporter, ExportInput } from '../export/exporter';
import { exporterById, exporterForFile, exporters } from '../export/registry';
import { writeOutput } from '../export/write-output';
import { listSources } from '../store/sources/sources';
import { tablesOf } from '../tables/view-tables';
import { evidencePack, packedTables } from './evidence-pack';
import { sceneOf } from './map-handlers';

export const exportHandlers: Handlers = {
  'export.formats': () =>
    exporters.map(({ id, title, extension, views }) => ({ id, title, extension, views })),
  'export.run': async (context, args) => {
    const view = viewOf(args);
    const exporter = exporterOf(args, view);
    const input = await exportInput(context, view, exporter, args);
    const written = await exporter.write(input);
    const { content } = written;
    const notes = [...emptyMap(input), ...written.notes];
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    await writeOutput(args.file, bytes);
    return { file: args.file, format: exporter.id, bytes: bytes.length, notes };
  },
};

type ExportArgs = Parameters<NonNullable<Handlers['export.run']>>[1];

const isView = (view: string): view is ExportView => (exportViews as readonly string[]).includes(view);

/** The map, unless another is named or the format holds one other view alone. */
function viewOf(args: ExportArgs): ExportView {
  if (args.view === undefined) {
    const only =
      args.format === undefined ? onlyViewOfEnding(args.file) : onlyViewOf(exporterById(args.format));
    return only ?? 'map';
  }
  if (isView(args.view)) return args.view;
  throw new ExpectedFailure(
    'arguments',
    `There is no view "${args.view}" to export. Choose one of: ${exportViews.join(', ')}.`,
  );
}

const onlyViewOf = (exporter: Exporter | undefined): ExportView | undefined =>
  exporter?.views.length === 1 ? exporter.views[0] : undefined;

const onlyViewOfEnding = (file: string): ExportView | undefined =>
  exporterForFile(file, 'map') === undefined && exporterForFile(file, 'evidence') !== undefined
    ? 'evidence'
    : undefined;

function exporterOf(args: ExportArgs, view: ExportView): Exporter {
  const exporter = args.format === undefined ? exporterForFile(args.file, view) : exporterById(args.format);
  if (exporter?.views.includes(view)) return exporter;
  if (args.format !== undefined && exporter === undefined) {
    throw new ExpectedFailure(
      'unsupported',
      `There is no format "${args.format}". There are: ${exporters.map(({ id }) => id).join(', ')}.`,
    );
  }
  const known = exporters.filter(({ views }) => views.includes(view));
  const choices = known.map(({ id, extension }) => `${id} (.${extension})`).join(', ');
  throw new ExpectedFailure(
    'unsupported',
    `The view "${view}" cannot be written as ${args.format ?? args.file}. It can be written as: ${choices}.`,
  );
}

const onMaps: Readonly<Record<MapLevel, string>> = {
  organisation: 'organisations',
  system: 'systems',
  dataset: 'datasets',
  field: 'the fields of datasets',
  job: 'jobs',
  step: 'records and steps',
};

const nothingAt = (level: MapLevel): string =>
  `Nothing is on this map: no source in the case speaks of ${onMaps[level]}.`;

const emptyMap = ({ view, graph }: ExportInput): readonly string[] =>
  view === 'map' && graph?.nodes.length === 0 ? [nothingAt(graph.level)] : [];

async function exportInput(
  context: EngineContext,
  view: ExportView,
  exporter: Exporter,
  args: ExportArgs,
): Promise<ExportInput> {
  const { db, title } = context.openCase;
  const generatedAt = db.get<{ at: string }>('SELECT at FROM case_log ORDER BY id DESC LIMIT 1')?.at ?? null;
  const sources = listSources(db).map(({ name, sha256 }) => ({ name, sha256 }));
  const base = { view, title: args.title ?? title, generatedAt, sources, estate: context.estate() };
  if (view !== 'map' && view !== 'evidence') return { ...base, tables: await tablesOf(context, view, args) };
  const level = args.level ?? 'system';
  const drawn = await sceneOf(context, {
    level,
    groupBy: args.groupBy ?? 'organisation',
    collapsed: args.collapsed ?? [],
    ...(args.only === undefined ? {} : { only: args.only }),
    ...(args.open === undefined ? {} : { open: args.open }),
    ...(exporter.isPicture ? { lines: args.lines ?? 'main' } : {}),
    mode: args.mode,
    // A mode says what was found, unless a person says it better.
    ...(args.mode !== undefined && args.title === undefined ? {} : { title: base.title }),
  });
  const { graph } = drawn;
  // An empty picture says why it is: a blank page would be read as a failure.
  const footer = [...(graph.nodes.length > 0 ? [] : [nothingAt(level)]), ...drawn.scene.footer];
  const scene = { ...drawn.scene, footer };
  if (view === 'map') return { ...base, title: scene.title, graph, scene };
  return {
    ...base,
    graph,
    scene,
    tables: await packedTables(context),
    pack: evidencePack(context, args),
  };
}
