import { Focus, Route, Sprout, Unplug } from 'lucide-react';
import { useState } from 'react';
import { growFrom, showMode, useMap } from '../../state/map-store';
import { announce } from '../../state/notices-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { SearchList } from '../../widgets/search-list';
import { pathsBetween } from './reach';
import type { SceneBox, SceneIndex } from './scene-boxes';
import { neighboursOf } from './walk';

type Hops = '0' | '1' | '2' | '3' | 'all';
const hops: readonly Hops[] = ['0', '1', '2', '3', 'all'];
const hopsOf = (value: number | null | undefined): Hops =>
  value === null ? 'all' : (hops.find((hop) => hop === String(value ?? 0)) ?? '0');

/** From here upstream and downstream by hops, the paths to another box, or this and its neighbours alone. */
export function BoxActions({ box, index }: { readonly box: SceneBox; readonly index: SceneIndex }) {
  const reach = useMap((state) => (state.reach?.of === box.id ? state.reach : null));
  const path = useMap((state) => (state.path?.from === box.id ? state.path : null));
  const failing = useMap((state) => (state.mode?.kind === 'failure' ? state.mode.of : null));
  const [isSeeking, setSeeking] = useState(false);
  const [text, setText] = useState('');

  const setReach = (side: 'upstream' | 'downstream', value: Hops) => {
    const limits = { upstream: 0, downstream: 0, ...reach, [side]: value === 'all' ? null : Number(value) };
    const isOff = limits.upstream === 0 && limits.downstream === 0;
    useMap.setState({ path: null, reach: isOff ? null : { ...limits, of: box.id } });
  };
  const options = hops.map((value) => ({ value, title: t(`map.hops.${value}`) }));
  const others = [...index.boxes.values()]
    .filter((other) => other.id !== box.id && other.name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 30);
  const showPath = (to: string) => {
    useMap.setState({ reach: null, path: { from: box.id, to } });
    announce(pathText(index, box.id, to));
    setSeeking(false);
  };

  return (
    <div className="box-actions">
      <div className="box-actions__hops">
        <Choice
          label={t('map.upstream')}
          isWide
          value={hopsOf(reach?.upstream)}
          options={options}
          onChange={(value) => setReach('upstream', value)}
        />
        <Choice
          label={t('map.downstream')}
          isWide
          value={hopsOf(reach?.downstream)}
          options={options}
          onChange={(value) => setReach('downstream', value)}
        />
      </div>
      <div className="box-actions__row">
        <Button icon={Route} aria-expanded={isSeeking} onClick={() => setSeeking(!isSeeking)}>
          {t('map.pathsTo')}
        </Button>
        <Button icon={Sprout} onClick={() => growFrom(box.id)} disabled={box.node === null}>
          {t('map.growFrom')}
        </Button>
        <Button
          icon={Focus}
          onClick={() =>
            useMap.setState({
              only: [box.id, ...neighboursOf(index, box.id, 'out'), ...neighboursOf(index, box.id, 'in')],
              reach: null,
              path: null,
            })
          }
          disabled={box.node === null}
        >
          {t('map.isolate')}
        </Button>
        {box.node?.kind === 'system' && (
          <Button
            icon={Unplug}
            aria-pressed={failing === box.name}
            onClick={() => showMode({ kind: 'failure', of: box.name })}
          >
            {t('map.ifFails')}
          </Button>
        )}
      </div>
      {isSeeking && (
        <div className="box-actions__search">
          <SearchList
            label={t('map.pathTarget')}
            placeholder={t('map.pathTarget')}
            text={text}
            onText={setText}
            shape="inline"
            emptyText={t('map.pathNoTarget')}
            items={others.map((other) => ({
              key: other.id,
              content: other.name,
              onChoose: () => showPath(other.id),
            }))}
          />
        </div>
      )}
      {path !== null && <p className="box-actions__path">{pathText(index, path.from, path.to)}</p>}
    </div>
  );
}

function pathText(index: SceneIndex, from: string, to: string): string {
  const { shortest, edges } = pathsBetween(index, from, to);
  const name = index.boxes.get(to)?.name ?? to;
  return shortest === null
    ? t('map.noPath', { name })
    : t('map.path', { name, hops: shortest, edges: edges.size });
}
