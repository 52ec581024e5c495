import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { StatableSubject } from '../../../shared/contract/edit-methods';
import type { SceneLine } from '../../../shared/diagram/scene';
import type { LineageEdge, LineageNode } from '../../../shared/model/lineage-graph';
import { openAdd } from '../../state/editing-store';
import { type Selected, select, toggleGroup, useMap } from '../../state/map-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { FailureState } from '../../widgets/failure-state';
import { BoxActions } from './box-actions';
import { Connections } from './connections';
import { FactSections } from './fact-sections';
import { FieldList } from './field-list';
import { edgeName, type SceneIndex } from './scene-boxes';

interface DetailsPanelProps {
  readonly index: SceneIndex;
  readonly selected: Selected;
}

/** Everything known about what is selected, each fact with its evidence. */
export function DetailsPanel({ index, selected }: DetailsPanelProps) {
  const box = selected.kind === 'box' ? index.boxes.get(selected.id) : undefined;
  const edge = selected.kind === 'edge' ? index.edges.get(selected.id) : undefined;
  const name = box?.name ?? (edge === undefined ? '' : edgeName(edge, index));
  if (box === undefined && edge === undefined) return null;
  return (
    <aside className="details" aria-label={t('map.details', { name })} data-details tabIndex={-1}>
      <header className="details__header">
        <div className="details__titles">
          <p className="details__kind">{kindOf(box?.node?.kind ?? null, edge?.edges.length ?? null)}</p>
          <h2 className="details__name">{name}</h2>
        </div>
        <IconButton
          icon={Plus}
          label={t('add.about.this', { name })}
          onClick={() => openAdd(subjectOf(box?.node ?? null, edge, index))}
        />
        <IconButton icon={X} label={t('common.closePanel')} onClick={() => select(null)} />
      </header>
      <section className="details__body" aria-label={name}>
        {box !== undefined && <BoxActions key={box.id} box={box} index={index} />}
        {box?.node != null && <FieldList node={box.node} />}
        {box !== undefined && box.node === null && (
          <Button onClick={() => toggleGroup(box.id)}>{t('map.expand')}</Button>
        )}
        {box?.node != null && <NodeFacts nodeId={box.id} />}
        {edge !== undefined && <EdgeFacts key={edge.id} edges={edge.edges} />}
        {box !== undefined && <Connections box={box} index={index} />}
      </section>
    </aside>
  );
}

/** What an addition is about, where the selection is a thing that a statement can be about. */
function subjectOf(
  node: LineageNode | null,
  edge: SceneLine | undefined,
  index: SceneIndex,
): StatableSubject | null {
  if (node?.kind === 'system' || node?.kind === 'dataset') return { kind: node.kind, name: node.name };
  const [from, to] = [edge?.from, edge?.to].map((id) => index.boxes.get(id ?? '')?.node);
  if (from?.kind !== 'system' || to?.kind !== 'system') return null;
  const datasets = edge?.edges.flatMap((flow) => flow.datasets) ?? [];
  return {
    kind: 'flow',
    from: from.name,
    to: to.name,
    dataset: datasets.length === 1 ? (datasets[0] ?? null) : null,
  };
}

function kindOf(node: string | null, flows: number | null): string {
  if (flows !== null) return flows === 1 ? t('map.kind.flow') : t('map.kind.flows', { count: flows });
  if (
    node === 'organisation' ||
    node === 'system' ||
    node === 'dataset' ||
    node === 'step' ||
    node === 'site'
  ) {
    return t(`map.kind.${node}`);
  }
  return node === null ? t('map.kind.group') : node;
}

function NodeFacts({ nodeId }: { readonly nodeId: string }) {
  const level = useMap((state) => state.level);
  const answer = useAnswer('map.details', { level, nodeId });
  if (answer.failure !== null)
    return <FailureState title={t('map.detailsFailed')} message={answer.failure.message} />;
  return answer.value === null || answer.isLoading ? (
    <div aria-busy="true" />
  ) : (
    <FactSections details={answer.value} />
  );
}

/** Flows drawn as one line are told apart here. */
function EdgeFacts({ edges }: { readonly edges: readonly LineageEdge[] }) {
  const level = useMap((state) => state.level);
  const open = useMap((state) => state.open);
  const [shownId, setShownId] = useState(edges[0]?.id ?? null);
  const answer = useAnswer(
    'map.details',
    shownId === null ? null : { level, edgeId: shownId, open: [...open] },
  );
  return (
    <>
      {edges.length > 1 && (
        <ul className="details__flows">
          {edges.map((edge) => (
            <li key={edge.id}>
              <button
                type="button"
                className="details__flow"
                aria-pressed={edge.id === shownId}
                onClick={() => setShownId(edge.id)}
              >
                {edge.datasets.length === 0 ? t('map.noDataset') : edge.datasets.join(', ')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {answer.failure !== null && (
        <FailureState title={t('map.detailsFailed')} message={answer.failure.message} />
      )}
      {answer.value !== null && !answer.isLoading && <FactSections details={answer.value} />}
    </>
  );
}
