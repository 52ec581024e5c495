import { z } from 'zod';
import type { Finding } from '../model/finding';
import type { ControlKind, Severity } from '../model/vocabulary';
import { method } from './method';

/** The directly-follows graph of the records' events; everything in a stable order. */
export interface JourneysAnswer {
  readonly records: number;
  readonly events: number;
  readonly steps: readonly JourneyStep[];
  readonly follows: readonly JourneyFollow[];
  /** Records by the step of their first and last event. */
  readonly starts: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
  /** How many different sequences of steps there are. */
  readonly variants: number;
  /** The most frequent of them. */
  readonly topVariants: readonly { readonly steps: readonly string[]; readonly records: number }[];
  /** Rows a lifecycle transition, where the log has any: with several, one execution has several rows. */
  readonly transitions: Readonly<Record<string, number>>;
}

/** The records that take one way through the steps. */
export interface WayRecords {
  readonly total: number;
  /** The first of them, as the case shows them. */
  readonly records: readonly string[];
}

export interface JourneyStep {
  readonly name: string;
  readonly events: number;
  readonly records: number;
  /** Median time from a start row to the complete row that ends it; null where the log has no such pairs. */
  readonly medianDurationSeconds: number | null;
}

export interface JourneyFollow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Median time between the two; null where the log has no times. */
  readonly medianSeconds: number | null;
}

/** A line of a file, as findings and answers cite it. */
export interface EvidenceLine {
  readonly file: string;
  readonly line: number;
}

/** A moment known only as lying between two others, ISO 8601 UTC. */
export interface Interval {
  readonly earliest: string;
  readonly latest: string;
}

/** An interval with what it rests on: the last message of the one side and the first of the other. */
export interface PlacedInterval extends Interval {
  /** Share of the posterior within it, 0 to 1. */
  readonly certainty: number;
  readonly lastBefore: (EvidenceLine & { readonly at: string }) | null;
  readonly firstAfter: (EvidenceLine & { readonly at: string }) | null;
}

/** A time in which more was lost than before and after. */
export interface SpellAnswer {
  /** Null where losses were there when the logs begin. */
  readonly began: PlacedInterval | null;
  /** Null where they go on to the end of the logs. */
  readonly ended: PlacedInterval | null;
  /** Of the messages of `scope`, from the beginning of the spell to its end. */
  readonly lost: number;
  readonly total: number;
  /** The attribute values that the messages counted have: all of one entry, any entry. Null: all messages of the flow. */
  readonly scope: readonly Readonly<Record<string, string>>[] | null;
}

/** Attribute values that go with loss. Nothing here says what caused it. */
export interface PatternAnswer {
  readonly attributes: Readonly<Record<string, string>>;
  readonly lost: number;
  readonly total: number;
  readonly rate: number;
  readonly rateElsewhere: number;
  /** The rate over that of everything considered. */
  readonly lift: number;
  /** Share of the lost that match. */
  readonly support: number;
  /** Benjamini–Hochberg, over every combination tested. */
  readonly q: number;
  /** Other values by which the same messages could be named. */
  readonly sameAs: readonly Readonly<Record<string, string>>[];
}

export interface WhyAnswer {
  readonly flow: string;
  readonly onset: Interval | null;
  readonly patterns: readonly PatternAnswer[];
  /** Null where losses go on, or have no end that can be told from chance. */
  readonly ended: Interval | null;
  readonly spells: readonly SpellAnswer[];
  readonly lost: number;
  /** Delivered and late: what the lost are compared with. */
  readonly arrived: number;
  /** Messages within the spells (all, without a spell), in which patterns were looked for. */
  readonly considered: number;
  /** Those of them that were lost. */
  readonly consideredLost: number;
  /** Combinations of values tested. */
  readonly tested: number;
  /** In words: what was compared, and what an empty answer means. */
  readonly notes: readonly string[];
}

/** What a control's state is at one of the places that a loss concerns. */
export interface ControlAt {
  /** A system, or the flow as "A > B". */
  readonly subject: string;
  readonly control: ControlKind;
  readonly state: 'present' | 'absent' | 'not recorded' | 'conflicting';
  readonly evidence: readonly EvidenceLine[];
}

/** What stands beside the losses of a flow: who answers, which controls there are, what happened at its ends. */
export interface LossSurroundings {
  readonly flow: string;
  /** Who is named for the flow, its datasets and its two ends, with the role; most specific first. */
  readonly accountable: readonly string[];
  readonly controls: readonly ControlAt[];
  /** Warnings, changes, gaps and ends of life of the flow, its datasets and its two ends, in order of time. */
  readonly entries: readonly TimelineEntry[];
}

/** A person's acceptance of a finding. */
export interface Acceptance {
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

export interface ListedFinding extends Finding {
  /** Stable across imports: code and subject. */
  readonly id: string;
  /** A person's acceptance with its reason; the finding stands and is shown as accepted. */
  readonly accepted: Acceptance | null;
}

export interface ImpactNode {
  readonly kind: 'system' | 'site' | 'network' | 'dataset' | 'flow' | 'organisation';
  readonly name: string;
  readonly owner: string | null;
  /** Whether no owner is named because a source leaves the place blank (missing) or because none has one. */
  readonly ownerState: 'named' | 'missing' | 'not recorded';
  /** The path from what failed, in words: "held only in A, which is at B". */
  readonly because: string;
  /** The names on that path, from what failed to this. */
  readonly path: readonly string[];
  readonly evidence: readonly EvidenceLine[];
}

export interface SharedDependency {
  readonly name: string;
  readonly kind: 'system' | 'site' | 'network';
  /** Sites that all need it. */
  readonly sites: readonly string[];
  /** Systems that need it, directly or through others. */
  readonly systems: readonly string[];
  /** True when everything named stops with it: there is no way round. */
  readonly isSinglePointOfFailure: boolean;
  readonly because: string;
  readonly evidence: readonly EvidenceLine[];
}

export interface ImpactAnswer {
  readonly of: string;
  readonly kind: 'system' | 'site' | 'network';
  readonly state: 'unavailable';
  /** True when the failure is assumed (`--fail`); false lists what depends on it. The lists are the same. */
  readonly isAssumed: boolean;
  readonly unreachable: readonly ImpactNode[];
  /** Held elsewhere too: readable there, as old as the copy. */
  readonly degraded: readonly ImpactNode[];
  readonly sharedDependencies: readonly SharedDependency[];
  /** What will have to be reconciled afterwards: messages that the flows through it carry. */
  readonly backlog: readonly {
    readonly flow: string;
    readonly sentPerDay: number | null;
    readonly basis: string;
  }[];
  readonly notes: readonly string[];
}

/** What one failure takes along, in numbers; "impact.of" names each of them. */
export interface ImpactRank {
  readonly name: string;
  readonly kind: 'system' | 'site' | 'network';
  /** Systems that stop with it, itself not counted. */
  readonly stops: number;
  /** Live flows that begin or end in what stops. */
  readonly flows: number;
  /** Systems that go on and get nothing new straight from what stops. */
  readonly supplies: number;
  readonly isSinglePointOfFailure: boolean;
  /** Why there is no way round; null where one is not ruled out. */
  readonly because: string | null;
  readonly evidence: readonly EvidenceLine[];
}

export interface Difference {
  readonly kind: 'system' | 'dataset' | 'flow' | 'owner' | 'control' | 'holding' | 'dependency';
  /** `renamed`: one thing under two names, `before` and `after`, that an alias, a code or a stated name ties. */
  readonly change: 'added' | 'removed' | 'changed' | 'renamed';
  readonly name: string;
  /** What differs, for a change: "site", "information asset owner". */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly evidenceBefore: readonly EvidenceLine[];
  readonly evidenceAfter: readonly EvidenceLine[];
}

export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
  /** What the comparison rests on and cannot see, in words. */
  readonly notes: readonly string[];
}

/** What makes two moments differ: the dates that sources and logs give, or what the case had been told. */
export const momentBases = ['dates', 'knowledge'] as const;
export type MomentBasis = (typeof momentBases)[number];

export const timelineKinds = [
  'warning',
  'onset',
  'end of losses',
  'log begins',
  'log ends',
  'gap',
  'version',
  'end of life',
  'ownership',
  'change',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export interface TimelineEntry {
  readonly kind: TimelineKind;
  /** ISO 8601 UTC; `until` for what lies between two moments or lasts. */
  readonly at: string;
  readonly until: string | null;
  readonly subject: string;
  readonly text: string;
  readonly severity: Severity;
  readonly evidence: readonly EvidenceLine[];
}

/** What the logs hold of one day, UTC. */
export interface TimelineDay {
  /** ISO date. */
  readonly day: string;
  /** Lines of logs, heartbeats not counted. */
  readonly events: number;
  readonly sent: number;
  readonly lost: number;
}

export const analysisMethods = {
  'journeys.graph': method(
    'job',
    z.strictObject({
      source: z.string().optional(),
      lifecycle: z.string().optional(),
      bySystem: z.boolean().optional(),
      /** How many of the variants are listed, the most frequent first; 20 unless said otherwise. */
      variants: z.int().min(1).max(100_000).optional(),
    }),
  ).returns<JourneysAnswer>(),
  /** The first records, by their beginning, whose steps are exactly these in this order; 20 unless said otherwise. */
  'journeys.records': method(
    'job',
    z.strictObject({
      source: z.string().optional(),
      lifecycle: z.string().optional(),
      bySystem: z.boolean().optional(),
      steps: z.array(z.string()).min(1),
      limit: z.int().min(1).max(10_000).optional(),
    }),
  ).returns<WayRecords>(),
  'losses.why': method('job', z.strictObject({ flow: z.string().min(1) })).returns<WhyAnswer>(),
  'losses.beside': method('job', z.strictObject({ flow: z.string().min(1) })).returns<LossSurroundings>(),
  'findings.list': method('job', z.strictObject({})).returns<readonly ListedFinding[]>(),
  'findings.accept': method(
    'query',
    z.strictObject({ id: z.string().min(1), reason: z.string().min(1), author: z.string().min(1) }),
  ).returns<Acceptance>(),
  /** Takes an acceptance back. */
  'findings.reopen': method(
    'query',
    z.strictObject({ id: z.string().min(1), reason: z.string().min(1), author: z.string().min(1) }),
  ).returns<null>(),
  'impact.of': method(
    'query',
    z.strictObject({ name: z.string().min(1), fail: z.boolean().optional() }),
  ).returns<ImpactAnswer>(),
  /** Every system, site and network: single points of failure first, then by how much stops with it. */
  'impact.ranking': method('query', z.strictObject({})).returns<readonly ImpactRank[]>(),
  /** This case against another case file, or (without `other`) what is live against what is planned. */
  'compare.cases': method(
    'job',
    z.strictObject({ other: z.string().min(1).optional() }),
  ).returns<Comparison>(),
  /** The case as of one moment against another (ISO 8601). */
  'compare.moments': method(
    'job',
    z.strictObject({
      from: z.iso.datetime({ offset: true }),
      to: z.iso.datetime({ offset: true }),
      by: z.enum(momentBases),
    }),
  ).returns<Comparison>(),
  'timeline.events': method('job', z.strictObject({})).returns<readonly TimelineEntry[]>(),
  /** Days in order; one on which no log has a line is left out. */
  'timeline.days': method('job', z.strictObject({})).returns<readonly TimelineDay[]>(),
};
