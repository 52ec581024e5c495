import type { Control, RoleCell } from '../../../../shared/model/estate';
import { agreed, type NamedDerivation, type NamedEstate, type NamedPart } from '../named-estate';
import { ModelXml, type Properties } from './model-xml';

/** The model as an exchange file. Elements are written once each, by kind and name. */
export function writeModel(estate: NamedEstate, title: string): string {
  const xml = new ModelXml(title);
  const ids = new Map<string, string>();
  const element = (type: string, name: string, properties: Properties = []): string => {
    const key = `${type}\n${name}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = xml.element(type, name, properties);
    ids.set(key, id);
    return id;
  };
  const system = (name: string): string => element('ApplicationComponent', name);
  const dataset = (name: string): string => element('DataObject', name);
  const networks = new Set(estate.sites.filter(({ kind }) => kind === 'network').map(({ name }) => name));
  const site = (name: string): string =>
    element(networks.has(name) ? 'CommunicationNetwork' : 'Location', name);
  const responsibilities = (subject: string, cells: readonly RoleCell[]): void => {
    for (const { role, parties } of cells) {
      for (const { partyName } of parties) {
        xml.relation('Association', element('BusinessActor', partyName), subject, { name: role });
      }
    }
  };

  for (const one of estate.systems) {
    const at = agreed(one.site);
    const id = element('ApplicationComponent', one.name, [
      // Whatever stands in a network's place would be read as connected to it.
      ...stated('Site', at !== null && networks.has(at) ? at : null),
      ...stated('Organisation', agreed(one.organisation)),
      ...stated('Supplier', agreed(one.supplier)),
      ...stated('Purpose', agreed(one.purpose)),
      ...stated('Criticality', agreed(one.criticality)),
      ...stated('End of life', agreed(one.endOfLife)),
      ...controls(one.controls),
    ]);
    responsibilities(id, one.responsibilities);
  }
  for (const one of estate.datasets) responsibilities(dataset(one.name), one.responsibilities);
  for (const { name } of estate.sites) site(name);
  for (const one of estate.systems) {
    const at = agreed(one.site);
    if (at !== null && !networks.has(at)) xml.relation('Aggregation', site(at), system(one.name));
  }
  for (const one of estate.holdings) {
    const access = xml.relation('Access', system(one.system), dataset(one.dataset), {
      access: 'Access',
      properties: stated('Holding role', agreed(one.holding.role)),
    });
    responsibilities(access, one.holding.responsibilities);
  }
  for (const { from, to, dataset: carried, flow } of estate.flows) {
    const delay = agreed(flow.maximumDelaySeconds);
    const id = xml.relation('Flow', system(from), system(to), {
      properties: [
        ...stated('Evidence', flow.isDeclared ? null : 'observed'),
        ...stated('Status', agreed(flow.status)),
        ...stated('Method', agreed(flow.method)),
        ...stated('Schedule', agreed(flow.schedule)),
        ...stated('Expectation', agreed(flow.expectation)),
        ...controls(flow.controls),
        ...stated('Maximum delay', delay === null ? null : `${delay} seconds`),
      ],
    });
    if (carried !== null) xml.relation('Association', dataset(carried), id);
    responsibilities(id, flow.responsibilities);
  }
  writeDerivations(estate.derivations, xml, dataset);
  for (const { from, to } of estate.dependencies) {
    const part = ({ kind, name }: NamedPart): string => (kind === 'system' ? system(name) : site(name));
    xml.relation('Serving', part(to), part(from));
  }
  return String(xml);
}

const stated = (name: string, value: string | null): Properties => (value === null ? [] : [[name, value]]);

/** Present or absent as an answer under the control's name; what is not recorded or disputed is left out. */
const controls = (list: readonly Control[]): Properties =>
  list.flatMap(({ kind, state }) =>
    state === 'present' || state === 'absent'
      ? [[kind.slice(0, 1).toUpperCase() + kind.slice(1), state === 'present' ? 'Yes' : 'No'] as const]
      : [],
  );

/** An edge with a job is an application process that reads and writes; one without, an association of the two. */
function writeDerivations(
  derivations: readonly NamedDerivation[],
  xml: ModelXml,
  dataset: (name: string) => string,
): void {
  for (const { from, to, job } of derivations) {
    const [fromSystem, toSystem] = [from?.system ?? null, to?.system ?? null];
    if (job === null) {
      if (from === null || to === null) continue;
      xml.relation('Association', dataset(from.dataset), dataset(to.dataset), {
        name: 'is made into',
        properties: [...stated('From system', fromSystem), ...stated('To system', toSystem)],
      });
      continue;
    }
    // One process for each edge: a process of several reads and writes would pair all of them.
    const process = xml.element('ApplicationProcess', job.name, stated('Namespace', job.namespace));
    if (from !== null) {
      xml.relation('Access', process, dataset(from.dataset), {
        access: 'Read',
        properties: stated('System', fromSystem),
      });
    }
    if (to !== null) {
      xml.relation('Access', process, dataset(to.dataset), {
        access: 'Write',
        properties: stated('System', toSystem),
      });
    }
  }
}
