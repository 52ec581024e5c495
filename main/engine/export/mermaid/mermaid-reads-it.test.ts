import { beforeAll, describe, expect, test } from 'vitest';
import { hostileInput, sampleInput } from '../testing/export-inputs';
import { mermaidCharts } from './mermaid-chart';

/** What is used of Mermaid, which is large and no part of the product: the proof runs where it is installed. */
interface Mermaid {
  /** Loads the kinds of diagram; throws where the text is none of them. */
  parse(text: string): Promise<unknown>;
  readonly mermaidAPI: {
    getDiagramFromText(text: string): Promise<{
      readonly db: {
        getVertices(): ReadonlyMap<string, { readonly text: string }>;
        getEdges(): readonly { readonly start: string; readonly end: string; readonly text: string }[];
        getSubGraphs(): readonly unknown[];
      };
    }>;
  };
}

/** Mermaid cleans labels with a library that wants a document; one that can do nothing leaves them as they are. */
function pretendDocument(): void {
  class Nothing {}
  const names = [
    'Element',
    'Node',
    'HTMLTemplateElement',
    'HTMLFormElement',
    'DocumentFragment',
    'DOMParser',
    'NamedNodeMap',
  ];
  for (const name of names) Reflect.set(globalThis, name, Nothing);
  Reflect.set(globalThis, 'NodeFilter', {});
  Reflect.set(globalThis, 'addEventListener', () => undefined);
  Reflect.set(globalThis, 'window', globalThis);
  const nothing = () => undefined;
  Reflect.set(globalThis, 'document', {
    nodeType: 9,
    implementation: {},
    createNodeIterator: nothing,
    createDocumentFragment: nothing,
    getElementsByTagName: () => [],
    importNode: nothing,
    createElement: () => ({}),
  });
}

async function loadMermaid(): Promise<Mermaid | null> {
  pretendDocument();
  const name = 'mermaid';
  try {
    return ((await import(/* @vite-ignore */ name)) as { readonly default: Mermaid }).default;
  } catch {
    return null;
  }
}

const mermaid = await loadMermaid();

describe.skipIf(mermaid === null)('Mermaid itself (where the package is installed)', () => {
  let read: Mermaid['mermaidAPI']['getDiagramFromText'];
  beforeAll(() => {
    if (mermaid === null) return;
    read = async (text) => {
      await mermaid.parse(text);
      return mermaid.mermaidAPI.getDiagramFromText(text);
    };
  });

  test('reads the same boxes, groups and flows', async () => {
    const input = sampleInput();
    const [chart = ''] = input.scene === undefined ? [] : mermaidCharts(input.scene);
    const { db } = await read(chart);
    const name = (id: string) => db.getVertices().get(id)?.text.split('<br/>')[0];
    const names = new Map(input.graph?.nodes.map((node) => [node.id, node.name]));
    expect(db.getSubGraphs().length).toBe(input.graph?.groups.length);
    expect(db.getEdges().map((edge) => `${name(edge.start)} > ${name(edge.end)}: ${edge.text}`)).toEqual(
      input.scene?.edges.map((edge) => `${names.get(edge.from)} > ${names.get(edge.to)}: ${edge.label}`),
    );
  });

  test('reads hostile names as names', async () => {
    const input = hostileInput();
    const [chart = ''] = input.scene === undefined ? [] : mermaidCharts(input.scene);
    const { db } = await read(chart);
    expect([db.getVertices().size, db.getEdges().length, db.getSubGraphs().length]).toEqual([25, 40, 5]);
  });
});
