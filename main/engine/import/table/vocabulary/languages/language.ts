import type { TableKind } from '../../../../../../shared/model/mapping';
import type {
  EventKind,
  FlowExpectation,
  FlowStatus,
  HoldingRole,
  ResponsibilityRole,
} from '../../../../../../shared/model/vocabulary';

/** Words parted by commas, the surest first. */
type Words = string;

/** The words of one language for headers and for what stands under them. Accents and case are ignored. */
export interface Language {
  readonly headers: Readonly<Partial<Record<HeaderOf, Words>>>;
  readonly events: Readonly<Partial<Record<Exclude<EventKind, 'step'>, Words>>>;
  readonly status: Readonly<Partial<Record<FlowStatus, Words>>>;
  readonly expectation: Readonly<Partial<Record<FlowExpectation, Words>>>;
  readonly holding: Readonly<Partial<Record<HoldingRole, Words>>>;
  readonly roles: Readonly<Partial<Record<ResponsibilityRole, Words>>>;
  readonly yes: Words;
  readonly no: Words;
  /** Cells that answer nothing: "unbekannt", "à définir". */
  readonly blank: Words;
  /** Units of a delay, each by how its words begin. */
  readonly units: Readonly<Record<'second' | 'minute' | 'hour' | 'day' | 'week', Words>>;
}

/** Where a header's words stand: the canonical field, and in which kinds of table; null: in any. */
export const headerPlaces = {
  system: ['system', ['systems', 'datasets', 'responsibilities', 'controls', 'sites', 'extract', 'log']],
  heldIn: ['system', ['datasets', 'extract']],
  writer: ['system', ['log']],
  systemOfRecord: ['systemOfRecord', ['datasets']],
  holdingRole: ['holdingRole', ['datasets']],
  organisation: ['organisation', ['systems', 'datasets', 'sites', 'organisations', 'responsibilities']],
  code: ['code', ['organisations']],
  owner: ['owner', null],
  informationAssetOwner: ['informationAssetOwner', null],
  informationAssetAdministrator: ['informationAssetAdministrator', null],
  businessOwner: ['businessOwner', null],
  itOwner: ['itOwner', null],
  steward: ['steward', null],
  controller: ['controller', null],
  jointController: ['jointController', null],
  processor: ['processor', null],
  subProcessor: ['subProcessor', null],
  host: ['host', null],
  supplier: ['supplier', ['systems', 'datasets', 'sites']],
  site: ['site', ['systems', 'datasets', 'sites']],
  kind: ['kind', ['sites']],
  dependsOn: ['dependsOn', ['systems', 'sites']],
  network: ['network', ['sites']],
  dataset: ['dataset', null],
  purpose: ['purpose', ['systems', 'flows', 'datasets', 'sites']],
  criticality: ['criticality', ['systems']],
  endOfLife: ['endOfLife', ['systems']],
  status: ['status', ['systems', 'flows']],
  backup: ['backup', ['systems', 'flows', 'datasets']],
  logging: ['logging', ['systems', 'flows', 'datasets']],
  reconciliation: ['reconciliation', ['systems', 'flows', 'datasets']],
  monitoring: ['monitoring', ['systems', 'flows', 'datasets']],
  source: ['source', ['flows', 'log', 'responsibilities', 'controls']],
  destination: ['destination', ['flows', 'log', 'responsibilities', 'controls']],
  flow: ['flow', ['flows', 'responsibilities', 'controls', 'log']],
  method: ['method', ['flows']],
  frequency: ['frequency', ['flows']],
  expectation: ['expectation', ['flows']],
  maximumDelay: ['maximumDelay', ['flows']],
  party: ['party', ['responsibilities']],
  role: ['role', ['responsibilities']],
  control: ['control', ['controls']],
  state: ['state', ['controls']],
  detail: ['detail', ['controls']],
  text: ['text', ['warnings']],
  subject: ['subject', ['warnings']],
  from: ['from', ['warnings']],
  to: ['to', ['warnings']],
  time: ['time', ['log', 'warnings']],
  date: ['date', ['log']],
  day: ['time', ['warnings']],
  peer: ['peer', ['log']],
  event: ['event', ['log']],
  direction: ['event', ['log']],
  message: ['message', ['log']],
  record: ['record', ['log', 'extract', 'crosswalk']],
  takenAt: ['takenAt', ['extract']],
  alias: ['alias', ['crosswalk', 'extract']],
  current: ['current', ['crosswalk']],
  superseded: ['superseded', ['crosswalk']],
  siteAttribute: ['site', 'attribute'],
  versionAttribute: ['version', 'attribute'],
  typeAttribute: ['type', 'attribute'],
  errorAttribute: ['error', 'attribute'],
} as const satisfies Readonly<
  Record<string, readonly [field: string, kinds: readonly TableKind[] | null | 'attribute']>
>;
export type HeaderOf = keyof typeof headerPlaces;
