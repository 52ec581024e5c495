import { isTangled } from '../../../../shared/diagram/main-lines';
import type { Scene } from '../../../../shared/diagram/scene';
import { useMap } from '../../../state/map-store';
import { t } from '../../../strings/text';
import { AmountChoice } from './amount-choice';

const choose = (percent: number) => useMap.setState({ lines: percent / 100 });

/** Few lines, the strongest, to all of them: how much of a tangle is drawn. */
export function LineChoice({ scene }: { readonly scene: Scene }) {
  const lines = useMap((state) => state.lines);
  const drawn = scene.edges.length;
  const all = drawn + scene.leftOut.length;
  const boxes = scene.cards.length + scene.groups.filter((group) => group.isCollapsed).length;
  if (lines === 'main' && !isTangled(scene.level, boxes, all)) return null;
  const share = Math.round((100 * drawn) / Math.max(1, all));
  return (
    <AmountChoice
      label={t(scene.level === 'step' ? 'map.choose.paths' : 'map.choose.lines')}
      shown={drawn}
      all={all}
      range={{ least: 0, most: 100, value: typeof lines === 'number' ? Math.round(lines * 100) : share }}
      onChoose={choose}
    />
  );
}
