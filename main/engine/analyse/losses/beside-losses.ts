import type {
  ControlAt,
  LossSurroundings,
  TimelineEntry,
} from '../../../../shared/contract/analysis-methods';
import type { Control, Estate, Flow } from '../../../../shared/model/estate';
import type { DatasetId, SystemId } from '../../../../shared/model/ids';
import { controlKinds } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { coverageRows } from '../coverage/coverage';
import { linesOf } from '../evidence-lines';
import { accountableFor } from '../ownership/accountable';
import { findFlow } from '../reconcile/flow-name';
import { coverageEntries } from '../timeline/coverage-entries';
import { datedFacts } from '../timeline/dated-facts';
import { loggedChanges } from '../timeline/logged-changes';
import { versionChanges } from '../timeline/version-changes';
import { holdingName } from '../wording';

/**
 * Who was accountable where a flow loses messages, which controls were missing, who had been warned, and what
 * changed at its two ends. All of it stands beside the losses; none of it is said to have caused them.
 */
export function besideLosses(db: Database, estate: Estate, flow: string): LossSurroundings {
  const ends = findFlow(db, flow);
  const [from, to] = [ends.from as SystemId, ends.to as SystemId];
  const declared = [...estate.flows.values()].filter((one) => one.from === from && one.to === to);
  const names = [from, to].map((id) => estate.systems.get(id)?.name ?? '');
  const title = names.join(' > ');
  const subjects = subjectsOf(estate, declared, names, title);
  return {
    flow: title,
    accountable: accountableFor(estate, from, to).all,
    controls: controlsOf(estate, declared, [from, to], title),
    entries: [
      ...datedFacts(estate),
      ...coverageRows(db).flatMap(coverageEntries),
      ...versionChanges(db),
      ...loggedChanges(db),
    ]
      .filter((entry) => isAbout(entry, subjects))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

/** Where a log begins and ends is no happening beside a loss; its gaps are. */
const isAbout = ({ kind, subject }: TimelineEntry, subjects: ReadonlySet<string>): boolean =>
  kind !== 'log begins' && kind !== 'log ends' && subjects.has(subject.trim().toLowerCase());

/** What a warning or a change can be about so that it concerns this flow. */
function subjectsOf(
  estate: Estate,
  flows: readonly Flow[],
  names: readonly string[],
  title: string,
): ReadonlySet<string> {
  const datasets = new Set<DatasetId>(flows.flatMap(({ dataset }) => (dataset === null ? [] : [dataset])));
  const carried = [...datasets].flatMap((id) => estate.datasets.get(id)?.name ?? []);
  const held = [...estate.holdings.values()]
    .filter(
      (holding) =>
        datasets.has(holding.dataset) && flows.some((flow) => [flow.from, flow.to].includes(holding.system)),
    )
    .map((holding) => holdingName(estate, holding));
  const ofFlows = carried.map((dataset) => `${title}: ${dataset}`);
  return new Set([...names, title, ...carried, ...held, ...ofFlows].map((name) => name.trim().toLowerCase()));
}

function controlsOf(
  estate: Estate,
  flows: readonly Flow[],
  systems: readonly SystemId[],
  title: string,
): readonly ControlAt[] {
  const places = [
    ...systems.map((id) => ({
      subject: estate.systems.get(id)?.name ?? '',
      controls: estate.systems.get(id)?.controls ?? [],
      isAsked: true,
    })),
    { subject: title, controls: flows.flatMap((flow) => flow.controls), isAsked: false },
  ];
  return places.flatMap(({ subject, controls, isAsked }) =>
    controlKinds.flatMap((kind): readonly ControlAt[] => {
      const known = controls.find((one) => one.kind === kind);
      // A flow of which no source speaks has no row; a system is always asked.
      return known === undefined && !isAsked ? [] : [controlAt(subject, kind, known)];
    }),
  );
}

const controlAt = (subject: string, control: Control['kind'], known: Control | undefined): ControlAt => ({
  subject,
  control,
  state: known?.state ?? 'not recorded',
  evidence: linesOf(known?.claims.map((claim) => claim.citation) ?? []),
});
