import { displayText } from '../../../shared/diagram/display-text';
import type { Rectangle, Scene } from '../../../shared/diagram/scene';

/** A card or a collapsed group as other tools' formats want it: name, lines of text, place. */
export interface SceneBox extends Rectangle {
  readonly id: string;
  readonly groupId: string | null;
  readonly name: string;
  /** "Owner: Head of Pathology", "End of life 2026-03-31". */
  readonly lines: readonly string[];
  readonly isDeclared: boolean;
  readonly status: 'live' | 'planned' | 'retired';
}

/** Labels longer than this are cut in formats for drawing: none of their tools could show more. */
const longestLabel = 300;

export function shortText(raw: string): string {
  const text = displayText(raw);
  const characters = [...text.slice(0, 4 * longestLabel)];
  return characters.length <= longestLabel ? text : `${characters.slice(0, longestLabel - 1).join('')}…`;
}

/** A group's name for a label, which in some formats must not be empty. */
export function groupName(group: { readonly name: string }): string {
  return shortText(group.name) || 'unnamed';
}

/** Every box of the picture, cards first, in the scene's order. */
export function sceneBoxes(scene: Scene): readonly SceneBox[] {
  const cards = scene.cards.map(({ id, groupId, node, lines, badge, x, y, width, height }): SceneBox => {
    const words = [
      ...(badge === undefined ? [] : [badge.text]),
      ...lines.map(
        (line) => `${line.label}: ${line.state === 'conflicting' ? 'conflicting: ' : ''}${line.text}`,
      ),
      ...(node.status === 'live' ? [] : [node.status]),
      ...(node.isDeclared
        ? []
        : [node.namedBy === undefined ? 'undeclared' : `named only by a ${node.namedBy}`]),
      ...node.flags.map((flag) => flag.text),
    ];
    return {
      id,
      groupId,
      name: shortText(node.name) || 'unnamed',
      lines: words.map(shortText),
      isDeclared: node.isDeclared,
      status: node.status,
      ...{ x, y, width, height },
    };
  });
  const stacks = scene.groups
    .filter((group) => group.isCollapsed)
    .map(({ id, name, memberCount, badge, x, y, width, height }): SceneBox => {
      const lines = [...(badge === undefined ? [] : [badge.text]), `${memberCount} inside`];
      const shared = { groupId: null, isDeclared: true, status: 'live' as const };
      return { id, name: groupName({ name }), lines, ...shared, x, y, width, height };
    });
  return [...cards, ...stacks];
}

/** What a drawing format says of where it came from, in comment lines. */
export function provenanceLines(scene: Scene): readonly string[] {
  return [scene.title, ...scene.legend.map((entry) => entry.text), ...scene.footer].map(shortText);
}
