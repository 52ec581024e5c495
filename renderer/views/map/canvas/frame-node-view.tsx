import type { NodeProps } from '@xyflow/react';
import { ChevronsDownUp } from 'lucide-react';
import { memo } from 'react';
import { toggleGroup } from '../../../state/map-store';
import { t } from '../../../strings/text';
import { breakable } from './brief-card';
import type { FrameNode } from './flow-nodes';
import { atMost, headingSize } from './title-size';

/** The frame of an open group: its name and members, and the button that folds it. */
export const FrameNodeView = memo(function FrameNodeView({ id, data }: NodeProps<FrameNode>) {
  const { group, detail } = data;
  return (
    <div className="map-frame" data-detail={detail}>
      <svg className="map-frame__drawing" width={group.width} height={group.height} aria-hidden="true">
        <rect className="map-frame__ground" width={group.width} height={group.height} rx={8} />
      </svg>
      {detail !== 'full' && detail !== 'far' && (
        <p className="map-frame__title" style={atMost(headingSize(group.name, group.width))}>
          {breakable(group.name)}
          {'\u00a0'}
          <span className="map-frame__members">{group.memberCount}</span>
        </p>
      )}
      {detail !== 'far' && (
        <button
          type="button"
          tabIndex={-1}
          className="map-frame__fold nodrag nopan"
          aria-label={t('map.collapse', { name: group.name })}
          title={t('map.collapse', { name: group.name })}
          onClick={() => toggleGroup(id)}
        >
          <ChevronsDownUp size={14} aria-hidden />
        </button>
      )}
    </div>
  );
});
