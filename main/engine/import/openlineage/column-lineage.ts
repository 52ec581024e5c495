import type { Place } from '../../../../shared/model/citation';
import type { Held } from '../fact';
import type { FactSink } from '../importer';
import type { StatedOnce } from '../lineage/stated-once';
import type { ColumnEdge } from './dataset-facets';

/**
 * States column edges, and says at the end which of their ends no event defines: such an edge is kept (the
 * producer stated it), but it is a loose end, not a further dataset.
 */
export class ColumnLineage {
  /** Columns by dataset; an empty set for a dataset without a schema. */
  readonly #defined = new Map<string, Set<string>>();
  readonly #ends = new Map<string, { readonly held: Held; readonly field: string; readonly place: Place }>();

  constructor(
    private readonly facts: StatedOnce,
    private readonly sink: FactSink,
  ) {}

  define(held: Held, fields: readonly string[]): void {
    const key = keyOf(held);
    const known = this.#defined.get(key) ?? new Set();
    for (const field of fields) known.add(field);
    this.#defined.set(key, known);
  }

  add(edge: ColumnEdge, to: Held, place: Place): void {
    this.facts.state(
      {
        fact: 'fieldFlow',
        from: { ...edge.from, field: edge.fromField },
        to: { ...to, field: edge.toField },
        ...(edge.transformation === null ? {} : { transformation: edge.transformation }),
      },
      place,
    );
    this.#ends.set(`${keyOf(edge.from)} ${edge.fromField}`, {
      held: edge.from,
      field: edge.fromField,
      place,
    });
    this.#ends.set(`${keyOf(to)} ${edge.toField}`, { held: to, field: edge.toField, place });
  }

  end(): void {
    const unknown = new Set<string>();
    for (const { held, field, place } of this.#ends.values()) {
      const fields = this.#defined.get(keyOf(held));
      if (fields === undefined) {
        if (unknown.has(keyOf(held))) continue;
        unknown.add(keyOf(held));
        const message = `Column lineage names the dataset ${held.dataset}, which no event reads or writes.`;
        this.sink.warn(place, 'undefined-dataset', message);
      } else if (fields.size > 0 && !fields.has(field)) {
        const message = `Column lineage names the column ${field} of ${held.dataset}, which its schema does not have.`;
        this.sink.warn(place, 'undefined-column', message);
      }
    }
  }
}

const keyOf = (held: Held): string => JSON.stringify([held.system, held.dataset]);
