import { useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useMemo } from 'react';
import type { Scene } from '../../../../shared/diagram/scene';
import { t } from '../../../strings/text';
import { boxBounds, contains } from './tile';

const largest = { width: 160, height: 110 };

/** The whole picture in the corner while part of it is out of sight; pressing and dragging goes there. */
export function MiniMap({ scene }: { readonly scene: Scene }) {
  const bounds = useMemo(() => boxBounds(scene), [scene]);
  const isAllInSight = useStore(({ transform: [x, y, zoom], width, height }) => {
    const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    return contains(sight, bounds);
  });
  return isAllInSight ? null : <Overview scene={scene} />;
}

function Overview({ scene }: { readonly scene: Scene }) {
  const { setCenter, getZoom } = useReactFlow();
  const scale = Math.min(largest.width / scene.width, largest.height / scene.height);
  const width = Math.max(40, scene.width * scale);
  const height = Math.max(30, scene.height * scale);
  const cards = useMemo(() => {
    const boxes = [...scene.cards, ...scene.groups.filter((group) => group.isCollapsed)];
    return boxes.map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z`).join('');
  }, [scene]);
  const frames = useMemo(
    () =>
      scene.groups
        .filter((group) => !group.isCollapsed)
        .map((group) => `M${group.x} ${group.y}h${group.width}v${group.height}h${-group.width}Z`)
        .join(''),
    [scene],
  );

  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = scene.origin.x + ((event.clientX - box.left) / box.width) * scene.width;
    const y = scene.origin.y + ((event.clientY - box.top) / box.height) * scene.height;
    void setCenter(x, y, { zoom: getZoom() });
  };

  return (
    <svg
      className="mini-map nodrag nopan"
      width={width}
      height={height}
      viewBox={`${scene.origin.x} ${scene.origin.y} ${scene.width} ${scene.height}`}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <title>{t('map.overview')}</title>
      <path className="mini-map__frames" d={frames} />
      <path className="mini-map__cards" d={cards} />
      <InSight />
    </svg>
  );
}

function InSight() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return (
    <rect
      className="mini-map__sight"
      x={-x / zoom}
      y={-y / zoom}
      width={width / zoom}
      height={height / zoom}
    />
  );
}
