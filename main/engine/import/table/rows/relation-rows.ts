import type { Subject } from '../../fact';
import { isBlank } from '../vocabulary/blank';
import type { RowReader } from './row-reader';

/** What a relation between two configuration items means for who needs whom, or what flows where. */
type Meaning =
  | 'parent needs child'
  | 'child needs parent'
  | 'flows to child'
  | 'flows to parent'
  | 'flows both ways'
  | 'housed in child'
  | 'houses child';

/** By the parent's half of a descriptor ("Depends on::Used by"), in the order in which they are tried. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/exchanges data with/, 'flows both ways'],
  [/^(sends|provides|feeds|transmits).*(data|to)|applicative flow to/, 'flows to child'],
  [/^(receives|consumes|gets).*(data|from)|applicative flow from/, 'flows to parent'],
  [/^(is )?located in|^in rack/, 'housed in child'],
  [/^houses|^location of/, 'houses child'],
  [
    /^(is )?(used|needed|required|consumed) by|^runs$|^hosts|^virtuali[sz]es|^powers|^supports|^provides/,
    'child needs parent',
  ],
  [
    /^depends|^runs on|^(is )?hosted (on|by)|^uses|^requires|^needs|^consumes|^virtuali[sz]ed by|^powered by|^(is )?supported by|^(is )?provided by|^instantiates|^stored on|^cluster of|^connects to/,
    'parent needs child',
  ],
];

const identifier = /^[0-9a-f]{32}$/i;

/**
 * A row of a list of relations (ServiceNow cmdb_rel_ci: parent, child, type). A type that says nothing of
 * need or flow is an attribute of the parent.
 */
export const readRelation: RowReader = (row, sink) => {
  const parent = row.cell('parent');
  const child = row.cell('child');
  for (const [field, name] of [
    ['parent', parent],
    ['child', child],
  ] as const) {
    if (isBlank(name))
      return {
        code: 'missing-field',
        message: `No name in "${row.headerOf(field)}". Fill it in, or delete the row.`,
      };
    if (identifier.test(name)) {
      sink.note(
        'Some ends are given by their sys_id. They get their names where a list of configuration items with the column sys_id was imported before this file; else remove this file, import that list, then this file again; or export it with display values.',
      );
    }
  }
  const from = itemOf(parent);
  const to = itemOf(child);
  const type = row.cell('type');
  const word = (type.split('::')[0] ?? '').trim().toLowerCase();
  const meaning = isBlank(type)
    ? 'parent needs child'
    : (meanings.find(([pattern]) => pattern.test(word))?.[1] ?? null);
  const exists = (subject: Subject): void =>
    sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  const flow = (source: string, target: string): void =>
    exists({ kind: 'flow', from: source, to: target, dataset: null });
  const isHoused = meaning === 'housed in child' || meaning === 'houses child';
  // What a relation of another kind points to need not be a system: "Managed by" names people.
  if (!isHoused || meaning === 'housed in child') exists(from);
  if (meaning !== null && meaning !== 'housed in child') exists(to);
  switch (meaning) {
    case 'parent needs child':
      sink.state({ fact: 'dependency', from, to }, row.place);
      break;
    case 'child needs parent':
      sink.state({ fact: 'dependency', from: to, to: from }, row.place);
      break;
    case 'flows to child':
      flow(parent, child);
      break;
    case 'flows to parent':
      flow(child, parent);
      break;
    case 'flows both ways':
      flow(parent, child);
      flow(child, parent);
      break;
    case 'housed in child':
      sink.state({ fact: 'property', subject: from, predicate: 'site', value: child }, row.place);
      break;
    case 'houses child':
      sink.state({ fact: 'property', subject: to, predicate: 'site', value: parent }, row.place);
      break;
    case null:
      sink.state({ fact: 'attribute', subject: from, name: type, value: child }, row.place);
  }
  return null;
};

/** The list gives no classes, so what carries traffic is told by its name, as the list of items has it by class. */
const itemOf = (name: string): { readonly kind: 'system' | 'site'; readonly name: string } => ({
  kind: /\b(fw|firewall|switch|router|load.?balancer|vpn|lan|wan|network)\b/i.test(name) ? 'site' : 'system',
  name,
});
