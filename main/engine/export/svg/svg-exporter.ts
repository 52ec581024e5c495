import { sceneToSvg } from '../../../../shared/diagram/scene-to-svg';
import type { Exporter } from '../exporter';
import { requireScene } from '../require-scene';

export const svgExporter: Exporter = {
  id: 'svg',
  title: 'SVG picture',
  extension: 'svg',
  views: ['map'],
  isPicture: true,
  async write(input) {
    return { content: sceneToSvg(requireScene(input)), notes: [] };
  },
};
