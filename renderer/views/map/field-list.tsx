import type { FollowedField } from '../../../shared/contract/field-methods';
import type { LineageNode } from '../../../shared/model/lineage-graph';
import { followField, openCards, toggleFields, useMap } from '../../state/map-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';

/** Opens a dataset's card to its fields, and follows one of them up and down. */
export function FieldList({ node }: { readonly node: LineageNode }) {
  const followed = useMap((state) => state.followed);
  if (node.fieldCount === undefined || node.fieldCount === 0) return null;
  const fields = node.fields ?? [];
  const isFollowed = fields.some((field) => field.id === followed);
  return (
    <section className="fact-section">
      <Button aria-expanded={node.fields !== undefined} onClick={() => toggleFields(node.id)}>
        {node.fields === undefined ? t('map.openFields', { count: node.fieldCount }) : t('map.closeFields')}
      </Button>
      {fields.length > 0 && (
        <ul className="details__flows">
          {fields.map((field) => (
            <li key={field.id}>
              <button
                type="button"
                className="details__flow"
                aria-pressed={field.id === followed}
                onClick={() => followField(field.id === followed ? null : field.id)}
              >
                {field.type === null ? field.name : `${field.name} (${field.type})`}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isFollowed && followed !== null && <Followed field={followed} />}
    </section>
  );
}

/** Where a field comes from and what is made of it, by hops; every dataset on the way opens on a press. */
function Followed({ field }: { readonly field: string }) {
  const answer = useAnswer('fields.follow', { field, direction: 'both' });
  const open = useMap((state) => state.open);
  const fields = answer.value?.fields ?? [];
  const closed = [...new Set(fields.map(({ nodeId }) => nodeId))].filter((id) => !open.includes(id));
  return (
    <div role="status">
      {closed.length > 0 && (
        <Button onClick={() => openCards(closed)}>{t('map.openOnWay', { count: closed.length })}</Button>
      )}
      <Side title={t('map.fieldsUpstream')} fields={fields.filter(({ hops }) => hops < 0)} />
      <Side title={t('map.fieldsDownstream')} fields={fields.filter(({ hops }) => hops > 0)} />
    </div>
  );
}

function Side({ title, fields }: { readonly title: string; readonly fields: readonly FollowedField[] }) {
  return (
    <>
      <h3 className="fact-section__title">{t('map.fieldsAlong', { title, count: fields.length })}</h3>
      <ul>
        {fields.map((field) => (
          <li key={field.id}>
            <button
              type="button"
              className="details__flow"
              onClick={() => useMap.setState({ centreOn: field.nodeId })}
            >
              {t('map.fieldAt', {
                hops: Math.abs(field.hops),
                field: field.field,
                dataset: field.system === null ? field.dataset : `${field.dataset} @ ${field.system}`,
              })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
