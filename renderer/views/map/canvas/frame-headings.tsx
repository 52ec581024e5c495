import { memo } from 'react';
import { textWidth } from '../../../../shared/diagram/measure-text';
import type { SceneGroup } from '../../../../shared/diagram/scene';
import { SceneContent } from './scene-content';

/** The headings of open groups over the lines, which may have no other way than through them; as in every export. */
export const FrameHeadings = memo(function FrameHeadings({
  groups,
}: {
  readonly groups: readonly SceneGroup[];
}) {
  return groups.map((group) =>
    group.isCollapsed ? null : (
      <g key={group.id} transform={`translate(${group.x} ${group.y})`}>
        {group.texts.map(({ text, x, y, size, weight }) => (
          <rect
            key={`${x} ${y}`}
            className="map-frame__heading"
            x={x - 3}
            y={y - size}
            width={textWidth(text, size, weight) + 6}
            height={size * 1.3}
            rx={2}
          />
        ))}
        <SceneContent texts={group.texts} marks={[]} />
      </g>
    ),
  );
});
