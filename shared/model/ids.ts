declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** Row ids of the case file. Branded so that a system's id cannot be passed where a flow's is meant. */
export type SourceId = Branded<number, 'source'>;
export type SystemId = Branded<number, 'system'>;
export type PartyId = Branded<number, 'party'>;
export type SiteId = Branded<number, 'site'>;
export type DatasetId = Branded<number, 'dataset'>;
export type HoldingId = Branded<number, 'holding'>;
export type FlowId = Branded<number, 'flow'>;
export type RecordId = Branded<number, 'record'>;
export type EventId = Branded<number, 'event'>;
export type AssertionId = Branded<number, 'assertion'>;
