import { displayText } from './display-text';
import { styleMeanings } from './edge-style';
import type { EdgeStyle, Scene } from './scene';

/** How many cards and edges are spoken of by name; a description is read aloud from end to end. */
const maxNamed = 40;

/** The picture in plain sentences: what is drawn, grouped how, with which flows. */
export function describeScene(scene: Scene): string {
  const names = new Map<string, string>();
  for (const card of scene.cards) names.set(card.id, displayText(card.node.name));
  for (const group of scene.groups) names.set(group.id, displayText(group.name));
  const collapsed = scene.groups.filter((group) => group.isCollapsed);
  const open = scene.groups.length - collapsed.length;
  const sentences = [
    `A map of ${scene.cards.length + collapsed.length} boxes${open > 0 ? ` in ${open} groups` : ''} and ${scene.edges.length} connections.`,
  ];
  const counts = new Map<EdgeStyle, number>();
  for (const edge of scene.edges) counts.set(edge.style, (counts.get(edge.style) ?? 0) + edge.edges.length);
  for (const [style, count] of counts) sentences.push(`${styleMeanings[style]}: ${count}.`);
  const named = scene.edges.slice(0, maxNamed).map((edge) => {
    const words = edge.label === '' ? '' : ` (${edge.label})`;
    return `${names.get(edge.from) ?? edge.from} to ${names.get(edge.to) ?? edge.to}${words}`;
  });
  if (named.length > 0) sentences.push(`${named.join('; ')}.`);
  const unnamed = scene.edges.length - named.length;
  if (unnamed > 0) sentences.push(`And ${unnamed} more.`);
  return sentences.join(' ');
}
