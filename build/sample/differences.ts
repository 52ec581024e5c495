import type { FlowTruth, Truth } from './truth';

/** A row of `reconcile`. */
export type FlowCounts = Readonly<Record<string, unknown>> & { readonly from: string; readonly to: string };
/** A row of `lost`. */
export interface LostRow {
  readonly from: string;
  readonly to: string;
  readonly message: string | null;
  readonly record: string | null;
}
/** An answer of `why`. */
export interface WhyAnswer {
  readonly onset: { readonly earliest: string; readonly latest: string } | null;
  readonly patterns: readonly { readonly attributes: Readonly<Record<string, string>> }[];
}

const counted = [
  'sent',
  'delivered',
  'late',
  'duplicate',
  'rejected',
  'filtered',
  'pending',
  'lost',
  'unobservable',
] as const satisfies readonly (keyof FlowTruth)[];

/** Names are compared as the case file folds them: logs write them in their own case. */
const folded = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const ends = ({ from, to }: { readonly from: string; readonly to: string }) =>
  `${folded(from)} > ${folded(to)}`;

/** What a reconciliation says otherwise than the truth, in words; empty where they agree. */
export function reconcileDifferences(rows: readonly FlowCounts[], truth: Truth): string[] {
  const byEnds = new Map(rows.map((row) => [ends(row), row]));
  const differences: string[] = [];
  for (const [name, flow] of Object.entries(truth.flows)) {
    const row = byEnds.get(ends(flow));
    const said = counted.map((word) => Number(row?.[word] ?? 0));
    const right = counted.map((word) => flow[word]);
    const odd = counted.filter((_, index) => said[index] !== right[index]);
    for (const word of odd)
      differences.push(`${name}: ${word} ${row?.[word] ?? 'not listed'}, not ${flow[word]}`);
    const extra = truth.extra[name] ?? 0;
    if (Number(row?.extra ?? 0) !== extra) differences.push(`${name}: extra ${row?.extra}, not ${extra}`);
  }
  return differences;
}

/** An edge of `map` at the level of systems. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly declared: boolean;
  readonly observed: boolean;
  readonly status: string;
  readonly sent: number;
}

/** Whether the map counts what was sent and tells silent, undeclared and planned flows apart. */
export function mapDifferences(edges: readonly MapEdge[], truth: Truth): string[] {
  const sent = new Map<string, number>();
  for (const edge of edges) sent.set(ends(edge), (sent.get(ends(edge)) ?? 0) + edge.sent);
  const differences = Object.entries(truth.flows)
    .filter(([, flow]) => sent.get(ends(flow)) !== flow.sent)
    .map(([name, flow]) => `map: ${name}: ${sent.get(ends(flow)) ?? 'not there'} sent, not ${flow.sent}`);
  const compare = (what: string, said: readonly MapEdge[], right: readonly (readonly [string, string])[]) => {
    const saidEnds = [...new Set(said.map(ends))].sort().join('; ');
    const rightEnds = right
      .map(([from, to]) => ends({ from, to }))
      .sort()
      .join('; ');
    if (saidEnds !== rightEnds)
      differences.push(`map: ${what} ${saidEnds || 'none'}, not ${rightEnds || 'none'}`);
  };
  const live = edges.filter((edge) => edge.status === 'live');
  compare(
    'silent',
    live.filter((edge) => edge.declared && !edge.observed),
    truth.silent_flows,
  );
  compare(
    'undeclared',
    edges.filter((edge) => edge.observed && !edge.declared),
    truth.undeclared_flows,
  );
  compare(
    'planned',
    edges.filter((edge) => edge.status === 'planned'),
    truth.planned_flows,
  );
  return differences;
}

/** The lost messages, compared by message id, or by record where the logs carry no ids. */
export function lostDifferences(rows: readonly LostRow[], truth: Truth, by: 'message' | 'record'): string[] {
  const differences: string[] = [];
  for (const [name, flow] of Object.entries(truth.flows)) {
    const said = rows.filter((row) => ends(row) === ends(flow)).map((row) => String(row[by]));
    const right = by === 'message' ? flow.lost_ids : flow.lost_records;
    const missing = right.filter((id) => !said.includes(id));
    const wrong = said.filter((id) => !right.includes(id));
    if (missing.length > 0)
      differences.push(`${name}: ${missing.length} lost not listed, such as ${missing[0]}`);
    if (wrong.length > 0)
      differences.push(`${name}: ${wrong.length} listed and not lost, such as ${wrong[0]}`);
  }
  return differences;
}

const twoDaysMs = 48 * 3_600_000;

/** Whether `why` finds the seeded onset and pattern of one flow, and nothing where nothing was seeded. */
export function whyDifferences(flow: string, why: WhyAnswer, truth: Truth): string[] {
  const differences: string[] = [];
  const onset = truth.onset[flow];
  const pattern = truth.pattern[flow];
  if (onset === undefined && why.onset !== null)
    differences.push(`${flow}: an onset at ${why.onset.earliest}, none was made`);
  if (onset !== undefined) {
    const at = Date.parse(onset);
    const earliest = Date.parse(why.onset?.earliest ?? '');
    const latest = Date.parse(why.onset?.latest ?? '');
    if (!(earliest <= at && at <= latest)) {
      differences.push(
        `${flow}: onset ${why.onset?.earliest ?? 'not seen'} to ${why.onset?.latest ?? ''}, not ${onset}`,
      );
    } else if (latest - earliest > twoDaysMs) differences.push(`${flow}: the onset is wider than two days`);
  }
  // Logs name attributes in their own words, so the values are what is compared.
  const values = (attributes: Readonly<Record<string, string>>) =>
    Object.values(attributes).sort().join(', ');
  const first = why.patterns[0]?.attributes;
  const said = first ? values(first) : 'no pattern';
  const right = pattern ? values(pattern) : 'no pattern';
  if (said !== right) differences.push(`${flow}: ${said}, not ${right}`);
  return differences;
}
