import type { OutcomeRows } from '../../reconcile/outcome-rows';

/** One value of one attribute, and how many rows have it. */
export interface Item {
  readonly attribute: string;
  readonly value: string;
  readonly total: number;
}

/** Rows that agree in every item; the smallest unit that patterns are made of. */
export interface Cell {
  /** Indexes of items, ascending, at most one of an attribute. */
  readonly items: readonly number[];
  lost: number;
  total: number;
}

export interface ItemTable {
  readonly items: readonly Item[];
  readonly cells: readonly Cell[];
  /** The cell of each of `rows.sets`, also of those that no row here has. */
  readonly cellOfSet: Int32Array;
  /** Rows that a value must have to be tested. */
  readonly leastTotal: number;
}

/** A value that fewer rows have cannot stand out reliably. */
const leastRows = 5;
const enoughRows = 20;
const leastShare = 0.005;
const mostAttributes = 12;
const mostItems = 2000;
/** Numbers with more distinct values than this are taken in quarters. */
const mostNumbers = 20;

/**
 * What can be asked of the rows: the attributes that vary but do not number the rows, with their values
 * that enough rows have. Never chosen by what was lost, so that the choice cannot favour a pattern.
 */
export function itemTable(rows: OutcomeRows): ItemTable {
  const perSet = new Int32Array(rows.sets.length);
  for (let i = 0; i < rows.count; i++) {
    const set = rows.set[i] ?? 0;
    perSet[set] = (perSet[set] ?? 0) + 1;
  }
  const leastTotal = Math.min(enoughRows, Math.max(leastRows, Math.ceil(leastShare * rows.count)));
  const attributes = [...valueCounts(rows, perSet)]
    .map(([name, values]) => attributeOf(name, values, rows.count, leastTotal))
    .filter((attribute) => attribute !== null)
    .sort((a, b) => a.values.size - b.values.size || (a.name < b.name ? -1 : 1))
    .slice(0, mostAttributes)
    .sort((a, b) => (a.name < b.name ? -1 : 1));

  const items: Item[] = [];
  const indexOf = new Map<string, number>();
  const sorted = attributes
    .flatMap(({ name, values }) => [...values].map(([value, total]) => ({ attribute: name, value, total })))
    .sort((a, b) => b.total - a.total || compare(a.attribute, b.attribute) || compare(a.value, b.value));
  for (const item of sorted.slice(0, mostItems)) {
    indexOf.set(`${item.attribute}\u0000${item.value}`, items.push(item) - 1);
  }

  const cells: Cell[] = [];
  const cellByItems = new Map<string, number>();
  const cellOfSet = new Int32Array(rows.sets.length);
  rows.sets.forEach((set, index) => {
    const own: number[] = [];
    for (const { name, label } of attributes) {
      const item = indexOf.get(`${name}\u0000${label(valueIn(set, name))}`);
      if (item !== undefined) own.push(item);
    }
    own.sort((a, b) => a - b);
    const key = own.join(' ');
    const cell = cellByItems.get(key) ?? cells.push({ items: own, lost: 0, total: 0 }) - 1;
    cellByItems.set(key, cell);
    cellOfSet[index] = cell;
  });
  for (let i = 0; i < rows.count; i++) {
    const cell = cells[cellOfSet[rows.set[i] ?? 0] ?? 0];
    if (!cell) continue;
    cell.total++;
    cell.lost += rows.lost[i] ?? 0;
  }
  return { items, cells, cellOfSet, leastTotal };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Shown for rows that do not have the attribute, where others do. */
export const noValue = '(none)';

const valueIn = (set: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(set, name) ? set[name] : undefined;

function valueCounts(
  rows: OutcomeRows,
  perSet: Int32Array,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  rows.sets.forEach((set, index) => {
    const n = perSet[index] ?? 0;
    if (n === 0) return;
    for (const [name, value] of Object.entries(set)) {
      const values = counts.get(name) ?? new Map<string, number>();
      counts.set(name, values);
      values.set(value, (values.get(value) ?? 0) + n);
    }
  });
  return counts;
}

interface Attribute {
  readonly name: string;
  /** The values tested, with their rows. */
  readonly values: ReadonlyMap<string, number>;
  readonly label: (value: string | undefined) => string;
}

function attributeOf(
  name: string,
  counts: ReadonlyMap<string, number>,
  rows: number,
  leastTotal: number,
): Attribute | null {
  let recorded = 0;
  for (const n of counts.values()) recorded += n;
  const quarters = counts.size > mostNumbers ? quartersOf(counts, recorded) : null;
  // Nearly a value a row: an identifier, a time or free text says nothing about what rows share.
  if (!quarters && counts.size > 0.5 * recorded) return null;
  const label = (value: string | undefined): string =>
    value === undefined ? noValue : quarters ? quarters(value) : value;
  const values = new Map<string, number>();
  for (const [value, n] of counts) values.set(label(value), (values.get(label(value)) ?? 0) + n);
  if (recorded < rows) values.set(noValue, rows - recorded);
  for (const [value, n] of values) if (n < leastTotal || n > rows - leastTotal) values.delete(value);
  return values.size === 0 ? null : { name, values, label };
}

/** For numbers of many values (an age, a size): the quarter that a value falls into. Null for anything else. */
function quartersOf(
  counts: ReadonlyMap<string, number>,
  recorded: number,
): ((value: string) => string) | null {
  const numbers: { value: number; text: string; n: number }[] = [];
  for (const [text, n] of counts) {
    const value =
      /^-?\d+([.,]\d+)?$/.test(text) && text.length <= 12 ? Number(text.replace(',', '.')) : Number.NaN;
    if (Number.isNaN(value)) return null;
    numbers.push({ value, text, n });
  }
  // Numbers that nearly all differ and are long are identifiers.
  if (counts.size > 0.5 * recorded && numbers.every(({ text }) => text.length >= 6)) return null;
  numbers.sort((a, b) => a.value - b.value);
  const limits: { value: number; text: string }[] = [];
  let passed = 0;
  for (const { value, text, n } of numbers) {
    passed += n;
    if (limits.length < 3 && passed >= ((limits.length + 1) * recorded) / 4) limits.push({ value, text });
  }
  const names = [
    `up to ${limits[0]?.text}`,
    `above ${limits[0]?.text} up to ${limits[1]?.text}`,
    `above ${limits[1]?.text} up to ${limits[2]?.text}`,
    `above ${limits[2]?.text}`,
  ];
  return (text) => {
    const value = Number(text.replace(',', '.'));
    const quarter = limits.findIndex((limit) => value <= limit.value);
    return names[quarter < 0 ? 3 : quarter] ?? '';
  };
}
