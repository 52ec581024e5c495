import type { Exporter } from '../exporter';
import { requireScene } from '../require-scene';
import { mermaidCharts } from './mermaid-chart';

export const mermaidExporter: Exporter = {
  id: 'mermaid',
  title: 'Mermaid chart',
  extension: 'mmd',
  views: ['map'],
  async write(input) {
    const charts = mermaidCharts(requireScene(input));
    return {
      content: charts.join('\n'),
      notes: splitNotes(charts.length, 'Paste each, from its "flowchart" line on, by itself.'),
    };
  },
};

/** The same charts as fenced blocks, which hosts of Markdown draw in place. */
export const mermaidMarkdownExporter: Exporter = {
  id: 'mermaid-markdown',
  title: 'Mermaid in Markdown',
  extension: 'md',
  views: ['map'],
  async write(input) {
    const charts = mermaidCharts(requireScene(input));
    const content = charts.map((chart) => `\`\`\`mermaid\n${chart}\`\`\`\n`).join('\n');
    return { content, notes: splitNotes(charts.length, 'They stand below each other.') };
  },
};

function splitNotes(count: number, how: string): readonly string[] {
  return count === 1
    ? []
    : [`Split into ${count} charts: Mermaid draws at most 500 edges and 50,000 characters in one. ${how}`];
}
