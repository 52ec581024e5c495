import type { CardLine, LineageEdge, LineageGraph, LineageNode } from '../../model/lineage-graph';

/** Made-up estates for tests and for looking at pictures. Same arguments, same graph. */

type Flow = readonly [from: string, to: string, style: string, sent?: number, lost?: number];

const organisations: Readonly<Record<string, readonly string[]>> = {
  'Hazelmere Hospitals Trust': [
    'Hazelmere PAS',
    'Hazelmere EPR',
    'Trust Integration Engine',
    'Pathology LIS',
    'Radiology RIS',
    'PACS Archive',
    'Maternity System',
    'Theatre Manager',
    'Clinic Letters Hub',
  ],
  'Northgate Primary Care': ['GP System A', 'GP System B', 'Practice Document Store', 'Appointments Portal'],
  'Regional Shared Services': [
    'Regional Integration Hub',
    'Shared Care Record',
    'Data Warehouse',
    'Reporting Mart',
    'Backup Vault',
  ],
  'National Services': ['Preference Store', 'Demographics Spine', 'Message Exchange', 'Screening Register'],
  Suppliers: [
    'Clarity Cloud Platform',
    'Meridian Print Bureau',
    'Outlook Dictation Service and Transcription Gateway',
  ],
};

const flows: readonly Flow[] = [
  ['Hazelmere PAS', 'Trust Integration Engine', 'observed', 18_204, 0],
  ['Trust Integration Engine', 'Hazelmere EPR', 'observed', 18_161, 56],
  ['Pathology LIS', 'Trust Integration Engine', 'observed', 9_412, 0],
  ['Radiology RIS', 'Trust Integration Engine', 'observed', 4_120, 3],
  ['Radiology RIS', 'PACS Archive', 'unlogged'],
  ['Trust Integration Engine', 'Clinic Letters Hub', 'observed', 1_543, 56],
  ['Hazelmere EPR', 'Clinic Letters Hub', 'observed', 2_870, 0],
  ['Hazelmere EPR', 'Trust Integration Engine', 'observed', 7_020, 0],
  ['Maternity System', 'Trust Integration Engine', 'silent'],
  ['Theatre Manager', 'Hazelmere EPR', 'undeclared', 310],
  ['Clinic Letters Hub', 'Message Exchange', 'observed', 4_357, 709],
  ['Message Exchange', 'GP System A', 'observed', 2_001, 0],
  ['Message Exchange', 'GP System B', 'observed', 1_647, 12],
  ['GP System A', 'Practice Document Store', 'unlogged'],
  ['GP System B', 'Practice Document Store', 'silent'],
  ['GP System A', 'Preference Store', 'observed', 612, 150],
  ['GP System B', 'Preference Store', 'silent'],
  ['Preference Store', 'Data Warehouse', 'observed', 462, 0],
  ['Preference Store', 'Shared Care Record', 'planned'],
  ['Trust Integration Engine', 'Regional Integration Hub', 'observed', 11_090, 0],
  ['Regional Integration Hub', 'Shared Care Record', 'observed', 11_090, 0],
  ['Regional Integration Hub', 'Data Warehouse', 'observed', 10_986, 104],
  ['Data Warehouse', 'Reporting Mart', 'observed', 10_986, 0],
  ['Shared Care Record', 'Backup Vault', 'silent'],
  ['Data Warehouse', 'Backup Vault', 'unlogged'],
  ['Demographics Spine', 'Hazelmere PAS', 'observed', 3_300, 0],
  ['Demographics Spine', 'GP System A', 'unlogged'],
  ['Demographics Spine', 'GP System B', 'unlogged'],
  ['Hazelmere PAS', 'Demographics Spine', 'retired'],
  ['Appointments Portal', 'GP System A', 'undeclared', 88],
  ['Appointments Portal', 'Hazelmere PAS', 'planned'],
  ['Clarity Cloud Platform', 'Shared Care Record', 'planned'],
  ['Shared Care Record', 'Clarity Cloud Platform', 'undeclared', 4_410],
  ['Clinic Letters Hub', 'Meridian Print Bureau', 'observed', 1_208, 0],
  ['Outlook Dictation Service and Transcription Gateway', 'Clinic Letters Hub', 'unlogged'],
  ['Screening Register', 'Pathology LIS', 'retired'],
  ['Pathology LIS', 'Screening Register', 'observed', 740, 0],
  ['PACS Archive', 'Backup Vault', 'silent'],
  ['Trust Integration Engine', 'Trust Integration Engine', 'observed', 42, 0],
  ['Reporting Mart', 'Clarity Cloud Platform', 'planned'],
];

const owners: Readonly<Record<string, CardLine>> = {
  'Hazelmere EPR': {
    label: 'Owner',
    text: 'Medical Director | Chief Clinical Information Officer',
    state: 'conflicting',
  },
  'Clinic Letters Hub': { label: 'Owner', text: 'not recorded', state: 'not recorded' },
  'Message Exchange': { label: 'Owner', text: 'not recorded', state: 'not recorded' },
  'Backup Vault': { label: 'Owner', text: 'none named', state: 'missing' },
  'Theatre Manager': { label: 'Owner', text: 'not recorded', state: 'not recorded' },
};

/** Twenty-five systems of five organisations and forty flows of every style. */
export function sampleEstate(): LineageGraph {
  const nodes: LineageNode[] = [];
  for (const [organisation, systems] of Object.entries(organisations)) {
    for (const [index, name] of systems.entries()) {
      const owner = owners[name] ?? {
        label: 'Owner',
        text:
          ['Head of Patient Records', 'Chief Information Officer', 'Practice manager', 'Director of Data'][
            index % 4
          ] ?? '',
        state: 'known',
      };
      const supplier: CardLine = {
        label: 'Supplier',
        text: index % 2 === 0 ? 'Meridian Health' : 'Clarity',
        state: 'known',
      };
      nodes.push({
        id: `system:${name}`,
        kind: 'system',
        name,
        group: `organisation:${organisation}`,
        lines: index % 3 === 2 ? [owner] : [owner, supplier],
        isDeclared: name !== 'Theatre Manager',
        status: name === 'Clarity Cloud Platform' ? 'planned' : 'live',
        flags:
          name === 'Hazelmere PAS'
            ? [
                { severity: 'high', text: 'End of life 2026-03-31' },
                { severity: 'medium', text: 'No reconciliation' },
              ]
            : name === 'PACS Archive'
              ? [{ severity: 'low', text: 'Backup not recorded' }]
              : [],
        subjectId: nodes.length + 1,
      });
    }
  }
  return {
    level: 'system',
    groups: Object.keys(organisations).map((name) => ({
      id: `organisation:${name}`,
      name,
      kind: 'organisation',
    })),
    nodes,
    edges: flows.map(edgeOf),
  };
}

function edgeOf([from, to, style, sent, lost]: Flow, index: number): LineageEdge {
  const isSeen = style === 'observed' || style === 'undeclared';
  return {
    id: `flow:${from}>${to}>${index}`,
    from: `system:${from}`,
    to: `system:${to}`,
    datasets: ['Clinic letters'],
    declared: style !== 'undeclared',
    observed: isSeen,
    status: style === 'planned' ? 'planned' : style === 'retired' ? 'retired' : 'live',
    sent: isSeen ? (sent ?? 0) : style === 'silent' ? 0 : null,
    received: isSeen ? (sent ?? 0) - (lost ?? 0) : style === 'silent' ? 0 : null,
    lost: isSeen && style === 'observed' ? (lost ?? 0) : null,
    count: null,
    medianSeconds: null,
    flowIds: [index + 1],
  };
}

const styles = ['observed', 'observed', 'observed', 'unlogged', 'silent', 'undeclared', 'planned', 'retired'];

/** An estate of a given size: flows mostly near and forwards, a few hubs, some cycles. */
export function generatedEstate(systems: number, flowCount: number, groups: number, seed = 1): LineageGraph {
  const random = generator(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const nodes: LineageNode[] = [];
  for (let index = 0; index < systems; index += 1) {
    const group = groups === 0 ? null : `organisation:Organisation ${pick(groups) + 1}`;
    const known = random() > 0.15;
    nodes.push({
      id: `system:System ${index + 1}`,
      kind: 'system',
      name: `${['Ward', 'Clinic', 'Referral', 'Imaging', 'Billing', 'Consent'][pick(6)]} ${['Register', 'Exchange', 'Store', 'Portal', 'Archive and Retrieval Service'][pick(5)]} ${index + 1}`,
      group,
      lines: [
        known
          ? { label: 'Owner', text: `Director ${pick(20) + 1}`, state: 'known' }
          : { label: 'Owner', text: 'not recorded', state: 'not recorded' },
        { label: 'Supplier', text: `Supplier ${pick(9) + 1}`, state: 'known' },
      ],
      isDeclared: random() > 0.04,
      status: 'live',
      flags: random() > 0.9 ? [{ severity: 'high', text: 'End of life 2026-03-31' }] : [],
      subjectId: index + 1,
    });
  }
  const edges: LineageEdge[] = [];
  for (let index = 0; index < flowCount; index += 1) {
    const from = random() < 0.2 ? pick(Math.max(1, Math.floor(systems / 25))) : pick(systems);
    const near = Math.max(0, Math.min(systems - 1, from + pick(24) - 5));
    const candidates = nodes.filter((node) => node.group === nodes[from]?.group);
    const local = candidates[pick(candidates.length)];
    const to = random() < 0.65 && local !== undefined ? local : (nodes[near] ?? local);
    const source = nodes[from];
    if (source === undefined || to === undefined) continue;
    const sent = pick(20_000);
    const edge = edgeOf(
      [source.name, to.name, styles[pick(styles.length)] ?? 'observed', sent, pick(60)],
      index,
    );
    edges.push({ ...edge, id: `flow:${index}`, from: source.id, to: to.id });
  }
  return {
    level: 'system',
    groups: Array.from({ length: groups }, (_, index) => ({
      id: `organisation:Organisation ${index + 1}`,
      name: `Organisation ${index + 1}`,
      kind: 'organisation' as const,
    })),
    nodes,
    edges,
  };
}

/** A small linear congruential generator: the same numbers everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
