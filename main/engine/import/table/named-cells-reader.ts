import type { Place } from '../../../../shared/model/citation';
import type { FactSink } from '../importer';
import type { TablePlan } from './plan/plan-table';
import { TimeColumn } from './plan/time-column';
import { TableReader } from './table-reader';

/** Reads rows whose cells carry their own names, as a table whose header grows as new names turn up. */
export class NamedCellsReader {
  readonly #header: string[];
  readonly #fields: (string | null)[];
  readonly #columns = new Map<string, number>();
  readonly #reader: TableReader;
  readonly #times: TimeColumn | null;

  constructor(
    plan: TablePlan,
    private readonly sink: FactSink,
  ) {
    this.#header = [...plan.layout.header];
    this.#fields = [...plan.layout.fields];
    // Cells go by their own names, whatever a mapping calls their attributes.
    const written = plan.layout.written ?? this.#header;
    this.#header.forEach((name, i) => {
      this.#columns.set(written[i] ?? name, i);
    });
    this.#times = plan.times ? new TimeColumn(plan.times) : null;
    const layout = { header: this.#header, fields: this.#fields, mapping: plan.layout.mapping };
    this.#reader = new TableReader(plan.kind, layout, this.#times, plan.defaultSystem, sink);
  }

  /** The row that `fill` puts cells into; false, and nothing read, where it is one of blanks. */
  read(fill: (put: (name: string, text: string) => void) => void, place: Place, raw: () => string): boolean {
    const cells: string[] = [];
    fill((name, text) => {
      let column = this.#columns.get(name);
      if (column === undefined) {
        column = this.#header.push(name) - 1;
        this.#fields.push(null);
        this.#columns.set(name, column);
        this.#reader.learnColumn(column, this.#fields);
      }
      cells[column] = text;
    });
    for (let i = 0; i < this.#header.length; i += 1) cells[i] ??= '';
    if (cells.every((cell) => cell.trim() === '')) return false;
    this.#reader.read(cells, place, raw);
    return true;
  }

  end(): void {
    this.#times?.report(this.sink, { line: 1 });
    this.#reader.end();
  }
}
