import { type DrawSceneOptions, drawScene } from './draw-scene';
import { drawingToSvg } from './drawing-to-svg';
import type { Scene } from './scene';

/** The scene as an SVG document: light theme, with title, legend and footer, unless the options say otherwise. */
export function sceneToSvg(scene: Scene, options: DrawSceneOptions = {}): string {
  return drawingToSvg(drawScene(scene, options));
}
