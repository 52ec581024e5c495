import type { NodeProps } from '@xyflow/react';
import { memo, useContext, useMemo } from 'react';
import { titleOf } from '../../../../shared/diagram/card';
import { useMap } from '../../../state/map-store';
import { BriefCard, breakable } from './brief-card';
import { EmphasisContext } from './emphasis-context';
import { FieldRows } from './field-rows';
import type { CardNode } from './flow-nodes';
import { HiddenStubs } from './hidden-stubs';
import { SceneContent } from './scene-content';
import { atMost, titleSize } from './title-size';

interface CardTitleProps {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

function CardTitle({ name, width, height }: CardTitleProps) {
  const style = useMemo(() => atMost(titleSize(name, { width, height })), [name, width, height]);
  return (
    <p className="map-card__title" style={style}>
      {breakable(name)}
    </p>
  );
}

/** A card, or a collapsed group as a small stack of cards. */
export const CardNodeView = memo(function CardNodeView({ id, data }: NodeProps<CardNode>) {
  const { box } = data;
  const rows = 'isCollapsed' in box ? undefined : box.rows;
  // An open card is open from further off too: lines end at its rows.
  const detail = rows !== undefined && data.detail === 'brief' ? 'full' : data.detail;
  const isSelected = useMap((state) => state.selected?.kind === 'box' && state.selected.id === id);
  const { dimmedBoxes, lit } = useContext(EmphasisContext);
  const isGroup = 'isCollapsed' in box;
  const name = isGroup ? box.name : box.node.name;
  const isPlain = isGroup || (box.node.isDeclared && box.node.status === 'live');
  const dash = isGroup || isPlain ? undefined : box.node.isDeclared ? '9 4' : '2 3';
  return (
    <div
      className="map-card"
      data-selected={isSelected || undefined}
      data-dimmed={dimmedBoxes.has(id) || undefined}
      data-lit={lit.has(id) || undefined}
      data-tone={box.badge?.tone}
    >
      <svg className="map-card__drawing" width={box.width} height={box.height} aria-hidden="true">
        {isGroup && (
          <>
            <rect className="map-card__ground" x={6} y={6} width={box.width} height={box.height} rx={5} />
            <rect className="map-card__ground" x={3} y={3} width={box.width} height={box.height} rx={5} />
          </>
        )}
        <rect
          className="map-card__ground map-card__ground--front"
          width={box.width}
          height={box.height}
          rx={5}
          strokeWidth={isPlain ? 1 : 1.3}
          strokeDasharray={dash}
        />
        {detail === 'full' && <SceneContent texts={box.texts} marks={box.marks} />}
      </svg>
      {detail === 'brief' && <BriefCard box={box} />}
      {detail === 'title' && (
        <CardTitle name={isGroup ? name : titleOf(box.node)} width={box.width} height={box.height} />
      )}
      {rows !== undefined && detail === 'full' && !isGroup && <FieldRows rows={rows} node={box.node} />}
      {box.badge !== undefined && (
        <p className="map-badge" data-tone={box.badge.tone}>
          {box.badge.text}
        </p>
      )}
      <HiddenStubs id={id} name={name} />
    </div>
  );
});
