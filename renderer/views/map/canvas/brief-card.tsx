import { cardFlags, isOwner, titleOf } from '../../../../shared/diagram/card';
import { drawMark } from '../../../../shared/diagram/draw-mark';
import type { SceneCard, SceneGroup, SceneMark } from '../../../../shared/diagram/scene';
import type { CardLine } from '../../../../shared/model/lineage-graph';
import { t } from '../../../strings/text';

interface BriefLine {
  readonly text: string;
  readonly mark: SceneMark['kind'] | null;
}

/** A card from further off: its name, whose it is, and what else there is room for, in sizes that are read. */
export function BriefCard({ box }: { readonly box: SceneCard | SceneGroup }) {
  const lines = 'isCollapsed' in box ? groupLines(box) : cardLines(box);
  return (
    <div className="map-brief">
      <p className="map-brief__title">{breakable('isCollapsed' in box ? box.name : titleOf(box.node))}</p>
      {lines.map((line) => (
        <p key={line.text} className="map-brief__line" data-mark={line.mark ?? undefined}>
          {line.mark !== null && <Mark kind={line.mark} />}
          {line.text}
        </p>
      ))}
    </div>
  );
}

/** A technical name may break where its parts meet: "public.popular_orders". */
export const breakable = (name: string): string => name.replace(/([_./:-])(?=\S)/g, '$1\u200b');

function groupLines(group: SceneGroup): readonly BriefLine[] {
  return group.texts.flatMap(({ text, tone }) =>
    tone === 'title' ? [] : [{ text, mark: tone === 'alert' ? 'missing' : null }],
  );
}

function cardLines({ lines, node }: SceneCard): readonly BriefLine[] {
  const owner = lines.filter(isOwner).map(ownerLine);
  if (node.kind === 'step') return stepLines(lines);
  const others = lines.filter((line) => !isOwner(line) && line.state === 'known').map((line) => line.text);
  const status = node.status === 'live' ? [] : [t(`map.style.${node.status}`)];
  return [
    ...owner,
    ...status.map((text) => ({ text, mark: null })),
    ...cardFlags(node, lines).map(({ text, severity }) => ({ text, mark: severity })),
    ...others.map((text) => ({ text, mark: null })),
  ];
}

/** "1,182 events", and where records begin or end. */
function stepLines(lines: SceneCard['lines']): readonly BriefLine[] {
  const [events] = lines.filter(({ mark }) => mark === undefined);
  return [
    ...(events === undefined ? [] : [{ text: `${events.text} ${events.label.toLowerCase()}`, mark: null }]),
    ...lines.flatMap(({ mark, text }) => (mark === undefined ? [] : { text: `${text} ${mark}`, mark })),
  ];
}

function ownerLine({ state, text }: CardLine): BriefLine {
  switch (state) {
    case 'known':
      return { text, mark: null };
    case 'conflicting':
      return { text: t('map.ownersDiffer'), mark: 'conflicting' };
    case 'missing':
      return { text: t('map.ownerMissing'), mark: 'missing' };
    case 'not recorded':
      return { text: t('map.ownerNotRecorded'), mark: 'missing' };
  }
}

function Mark({ kind }: { readonly kind: SceneMark['kind'] }) {
  const drawn = drawMark(kind, 5, 5, 'currentcolor');
  if (drawn.kind !== 'path') return null;
  return (
    <svg className={`map-brief__mark map-mark--${kind}`} viewBox="0 0 10 10" aria-hidden="true">
      <path
        d={drawn.d}
        fill={drawn.fill ?? 'none'}
        stroke={drawn.stroke?.colour ?? 'none'}
        strokeWidth={drawn.stroke?.width}
      />
    </svg>
  );
}
