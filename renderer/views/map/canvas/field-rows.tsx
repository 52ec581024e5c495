import { useContext } from 'react';
import type { SceneRow } from '../../../../shared/diagram/scene';
import type { LineageNode } from '../../../../shared/model/lineage-graph';
import { followField, select, useMap } from '../../../state/map-store';
import { t } from '../../../strings/text';
import { EmphasisContext } from './emphasis-context';

interface FieldRowsProps {
  readonly rows: readonly SceneRow[];
  readonly node: LineageNode;
}

/** The rows of an open card, to be pressed: a field is followed up and down, and those on its way are lit. */
export function FieldRows({ rows, node }: FieldRowsProps) {
  const followed = useMap((state) => state.followed);
  const { fields } = useContext(EmphasisContext);
  const shown = rows.filter((row, index) => row.y !== rows[index - 1]?.y);
  return shown.map(({ fieldId, y, height }) => {
    const name = node.fields?.find((field) => field.id === fieldId)?.name ?? fieldId;
    return (
      <button
        key={fieldId}
        type="button"
        // By keyboard the same is in the panel's list: the canvas is one stop of the tab key.
        tabIndex={-1}
        className="map-row nodrag nopan"
        style={{ top: y, height }}
        aria-label={t('map.followField', { name })}
        aria-pressed={followed === fieldId}
        data-lit={fields.has(fieldId) || undefined}
        onClick={(event) => {
          event.stopPropagation();
          select({ kind: 'box', id: node.id });
          followField(followed === fieldId ? null : fieldId);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      />
    );
  });
}
