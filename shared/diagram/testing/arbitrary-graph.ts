import fc from 'fast-check';
import type { LineageEdge, LineageGraph, LineageNode } from '../../model/lineage-graph';
import type { Positions } from '../scene';

/** Names that have broken drawings: markup, quotes, other scripts, controls, nothing, and very long ones. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  ']]><![CDATA[',
  `"quoted" 'single' \`back\` & <b>&amp;</b>`,
  '</svg></script><img src=x onerror=alert(1)>',
  'end',
  '%%{init: {"theme":"dark"}}%%',
  '\\N \\G \\"',
  '{{mustache}} #quot; #35;',
  'نظام المختبر',
  '\u202Eevil\u202C',
  '検査システム',
  '🧪🏥👩‍⚕️',
  'nul\u0000 bell\u0007 tab\t newline\n',
  '\ud800 lone',
  '=HYPERLINK("http://x","y")',
  '-->',
  '',
  'x'.repeat(10_000),
  'many words '.repeat(1000),
];

const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ maxLength: 40, unit: 'binary' }));

/** Graphs with cycles, loops, parallel edges, groups with and without members, and hostile names. */
export function arbitraryGraph(maxNodes = 14): fc.Arbitrary<LineageGraph> {
  return fc
    .record({
      names: fc.array(name, { minLength: 1, maxLength: maxNodes }),
      groups: fc.array(name, { maxLength: 3 }),
      edges: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.nat(),
          declared: fc.boolean(),
          observed: fc.boolean(),
          status: fc.constantFrom('live' as const, 'planned' as const, 'retired' as const),
          sent: fc.option(fc.nat(2_000_000)),
          lost: fc.option(fc.nat(900)),
        }),
        { maxLength: 24 },
      ),
      seed: fc.nat(1000),
    })
    .map(({ names, groups, edges, seed }) => {
      const nodes = names.map((text, index): LineageNode => nodeOf(text, index, groups.length, seed));
      return {
        level: 'system',
        groups: groups.map((text, index) => ({ id: `group ${index}`, name: text, kind: 'organisation' })),
        nodes,
        edges: edges.map((edge, index): LineageEdge => {
          return {
            ...edge,
            id: `edge ${index}`,
            from: `node ${edge.from % nodes.length}`,
            to: `node ${edge.to % nodes.length}`,
            datasets: [names[0] ?? ''],
            received: edge.sent,
            count: null,
            medianSeconds: null,
            flowIds: [index],
          };
        }),
      };
    });
}

function nodeOf(name: string, index: number, groups: number, seed: number): LineageNode {
  const place = (index + seed) % (groups + 1);
  return {
    id: `node ${index}`,
    kind: 'system',
    name,
    group: place < groups ? `group ${place}` : null,
    lines:
      index % 3 === 0
        ? []
        : [{ label: 'Owner', text: name, state: index % 3 === 1 ? 'known' : 'conflicting' }],
    isDeclared: index % 4 !== 0,
    status: 'live',
    flags: index % 5 === 0 ? [{ severity: 'high', text: name }] : [],
    subjectId: null,
  };
}

/** Places on a grid wide enough for every card and for lines between them, jittered, in a shuffled order. */
export function spacedPositions(graph: LineageGraph, seed: number): Positions {
  const columns = Math.ceil(Math.sqrt(graph.nodes.length));
  return Object.fromEntries(
    graph.nodes.map((node, index) => {
      const slot = (index + seed) % graph.nodes.length;
      const x = (slot % columns) * 330 + ((seed * (index + 3)) % 40);
      const y = Math.floor(slot / columns) * 320 + ((seed * (index + 5)) % 40);
      return [node.id, { x, y }];
    }),
  );
}
