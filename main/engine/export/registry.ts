import { archimateExporter } from './archimate/archimate-exporter';
import { bagitExporter } from './bagit/bagit-exporter';
import { csvExporter } from './csv/csv-exporter';
import { dotExporter } from './dot/dot-exporter';
import { drawioExporter } from './drawio/drawio-exporter';
import type { Exporter } from './exporter';
import { htmlExporter } from './html/html-exporter';
import { jsonExporter } from './json/json-exporter';
import { mermaidExporter, mermaidMarkdownExporter } from './mermaid/mermaid-exporter';
import { openlineageExporter } from './openlineage/openlineage-exporter';
import { pdfExporter } from './pdf/pdf-exporter';
import { pngExporter } from './png/png-exporter';
import { svgExporter } from './svg/svg-exporter';
import { xlsxExporter } from './xlsx/xlsx-exporter';

/** The only list of formats. Two may share an ending; the first then stands for it. */
export const exporters: readonly Exporter[] = [
  svgExporter,
  pngExporter,
  pdfExporter,
  drawioExporter,
  mermaidExporter,
  mermaidMarkdownExporter,
  dotExporter,
  csvExporter,
  xlsxExporter,
  htmlExporter,
  jsonExporter,
  openlineageExporter,
  archimateExporter,
  bagitExporter,
];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}

/** By a file's ending, for a view: `report.svg`. */
export function exporterForFile(file: string, view: Exporter['views'][number]): Exporter | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return exporters.find((exporter) => exporter.extension === ending && exporter.views.includes(view));
}
