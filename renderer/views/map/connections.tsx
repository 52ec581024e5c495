import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { SceneLine } from '../../../shared/diagram/scene';
import { select, useMap } from '../../state/map-store';
import { t } from '../../strings/text';
import { EdgeSample } from './edge-sample';
import type { SceneBox, SceneIndex } from './scene-boxes';

/** The flows into and out of a box, each to be opened or followed. */
export function Connections({ box, index }: { readonly box: SceneBox; readonly index: SceneIndex }) {
  const incoming = index.incoming.get(box.id) ?? [];
  const outgoing = index.outgoing.get(box.id) ?? [];
  return (
    <>
      <Side title={t('map.incoming', { count: incoming.length })} edges={incoming} end="from" index={index} />
      <Side title={t('map.outgoing', { count: outgoing.length })} edges={outgoing} end="to" index={index} />
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly edges: readonly SceneLine[];
  readonly end: 'from' | 'to';
  readonly index: SceneIndex;
}

function Side({ title, edges, end, index }: SideProps) {
  if (edges.length === 0) return null;
  const Icon = end === 'from' ? ArrowLeft : ArrowRight;
  return (
    <section className="fact-section">
      <h3 className="fact-section__title">{title}</h3>
      <ul>
        {edges.map((edge) => {
          const name = index.boxes.get(edge[end])?.name ?? edge[end];
          return (
            <li key={edge.id} className="connection">
              <button
                type="button"
                className="connection__edge"
                onClick={() => select({ kind: 'edge', id: edge.id })}
              >
                <span className="connection__name truncate">{name}</span>
                <span className="connection__label">
                  <EdgeSample line={{ style: edge.style }} />
                  <span className="truncate numeric">{edge.label}</span>
                </span>
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={t('map.goTo', { name })}
                title={t('map.goTo', { name })}
                onClick={() => {
                  select({ kind: 'box', id: edge[end] });
                  useMap.setState({ centreOn: edge[end] });
                }}
              >
                <Icon size={15} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
