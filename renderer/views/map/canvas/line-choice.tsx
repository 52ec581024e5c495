import { useEffect, useState } from 'react';
import { isTangled } from '../../../../shared/diagram/main-lines';
import type { Scene } from '../../../../shared/diagram/scene';
import { useMap } from '../../../state/map-store';
import { t } from '../../../strings/text';

/** A picture is asked for once the hand rests: each is laid out by the engine. */
const restMs = 140;

/** Few lines, the strongest, to all of them: how much of a tangle is drawn. Says what is hidden. */
export function LineChoice({ scene }: { readonly scene: Scene }) {
  const lines = useMap((state) => state.lines);
  const drawn = scene.edges.length;
  const all = drawn + scene.leftOut.length;
  const boxes = scene.cards.length + scene.groups.filter((group) => group.isCollapsed).length;
  const share = Math.round((100 * drawn) / Math.max(1, all));
  const [wanted, setWanted] = useState<number | null>(null);

  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(() => {
      useMap.setState({ lines: wanted / 100 });
      setWanted(null);
    }, restMs);
    return () => clearTimeout(timer);
  }, [wanted]);

  if (lines === 'main' && !isTangled(scene.level, boxes, all)) return null;
  const shown = wanted ?? (typeof lines === 'number' ? Math.round(lines * 100) : share);
  const hidden = scene.leftOut.length;
  const sort = scene.level === 'step' ? 'paths' : 'lines';
  return (
    <div className="line-choice">
      <label className="line-choice__label" htmlFor="line-choice">
        {t(`map.choose.${sort}`)}
      </label>
      <input
        id="line-choice"
        className="line-choice__range nodrag nopan"
        type="range"
        min={0}
        max={100}
        value={shown}
        aria-valuetext={t('map.choose.said', { drawn, all })}
        onChange={(event) => setWanted(Number(event.target.value))}
      />
      <output className="line-choice__said numeric">
        {t('map.choose.said', { drawn, all })}
        {hidden > 0 && ` · ${t('map.hidden', { count: hidden })}`}
      </output>
    </div>
  );
}
