/**
 * The field's closed vocabularies. Words are the ones of the UK GDPR (controller, processor), of NHS
 * information governance (information asset owner, SIRO, Caldicott Guardian) and of master data
 * management (system of record, system of reference). They are never merged: "owner" alone is kept as
 * its own role because a sheet that says only "Owner" does not say which relation it means.
 */
export const responsibilityRoles = [
  'controller',
  'joint controller',
  'processor',
  'sub-processor',
  'information asset owner',
  'information asset administrator',
  'senior information risk owner',
  'caldicott guardian',
  'business owner',
  'it owner',
  'owner',
  'steward',
  'custodian',
  'supplier',
  'host',
] as const;
export type ResponsibilityRole = (typeof responsibilityRoles)[number];

/** What a system is to a dataset: a property of the pair, never of the system alone. */
export const holdingRoles = [
  'system of record',
  'system of reference',
  'copy',
  'cache',
  'archive',
  'transit',
] as const;
export type HoldingRole = (typeof holdingRoles)[number];

export const flowStatuses = ['live', 'planned', 'retired'] as const;
export type FlowStatus = (typeof flowStatuses)[number];

/** Which records of the source are meant to arrive: the yardstick of every count that differs. */
export const flowExpectations = ['all', 'filtered', 'aggregated', 'unknown'] as const;
export type FlowExpectation = (typeof flowExpectations)[number];

export const controlKinds = ['backup', 'logging', 'reconciliation', 'monitoring'] as const;
export type ControlKind = (typeof controlKinds)[number];

/** Four states of knowledge: silence of an inventory is "not recorded", never "absent". */
export const knowledgeStates = ['present', 'absent', 'not recorded', 'conflicting'] as const;
export type KnowledgeState = (typeof knowledgeStates)[number];

/**
 * What a line of a log says happened. `step` is a process step under its own name; `held` is a row of an
 * extract (the record was in the system at that moment).
 */
export const eventKinds = [
  'sent',
  'received',
  'acknowledged',
  'rejected',
  'filtered',
  'queued',
  'filed',
  'deleted',
  'transformed',
  'heartbeat',
  'step',
  'held',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Every sent event of a flow gets exactly one, so that they add up to `sent`. */
export const dispositions = [
  'delivered',
  'late',
  'duplicate',
  'rejected',
  'filtered',
  'pending',
  'lost',
  'unobservable',
] as const;
export type Disposition = (typeof dispositions)[number];

export const severities = ['high', 'medium', 'low', 'information'] as const;
export type Severity = (typeof severities)[number];

export const mapLevels = ['organisation', 'system', 'dataset', 'field', 'job', 'step'] as const;
export type MapLevel = (typeof mapLevels)[number];

/** By what the cards of a map are gathered in boxes. */
export const mapGroupings = ['organisation', 'site', 'none'] as const;
export type MapGrouping = (typeof mapGroupings)[number];
