import type { ImpactNode } from '../../../shared/contract/analysis-methods';
import { compareCases, comparePlanned } from '../analyse/compare/compare-cases';
import { listFindings } from '../analyse/findings/list-findings';
import { impactOf } from '../analyse/impact/impact';
import { journeys } from '../analyse/journeys/journeys';
import { timelineOf } from '../analyse/timeline/timeline';
import type { ExportTable } from '../export/exporter';
import { cited, needed, type TablesOf } from './table-request';

export const findingTables: TablesOf = (context) => [
  {
    name: 'findings',
    header: ['Severity', 'Code', 'Subject', 'Title', 'Detail', 'Accepted because', 'Evidence'],
    rows: listFindings(context.openCase, context.estate()).map((finding) => [
      finding.severity,
      finding.code,
      finding.subject,
      finding.title,
      finding.detail,
      finding.accepted?.reason ?? null,
      cited(finding.evidence),
    ]),
  },
];

export const timelineTables: TablesOf = (context) => [
  {
    name: 'timeline',
    header: ['At', 'Until', 'Kind', 'Severity', 'Subject', 'Text', 'Evidence'],
    rows: timelineOf(context.openCase.db, context.estate()).map((entry) => [
      entry.at,
      entry.until,
      entry.kind,
      entry.severity,
      entry.subject,
      entry.text,
      cited(entry.evidence),
    ]),
  },
];

/** The directly-follows graph: steps, what follows what, and the most frequent ways through. */
export const journeyTables: TablesOf = (context, { source, lifecycle }) => {
  const answer = journeys(context.openCase.db, {
    ...(source === undefined ? {} : { source }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
  });
  return [
    {
      name: 'steps',
      header: ['Step', 'Events', 'Records', 'Starts', 'Ends', 'Median duration (s)'],
      rows: answer.steps.map((step) => [
        step.name,
        step.events,
        step.records,
        answer.starts[step.name] ?? 0,
        answer.ends[step.name] ?? 0,
        step.medianDurationSeconds,
      ]),
    },
    {
      name: 'follows',
      header: ['From', 'To', 'Count', 'Median seconds'],
      rows: answer.follows.map((one) => [one.from, one.to, one.count, one.medianSeconds]),
    },
    {
      name: 'most frequent variants',
      header: ['Records', 'Steps'],
      rows: answer.topVariants.map((variant) => [variant.records, variant.steps.join(' > ')]),
    },
    {
      name: 'totals',
      header: ['Records', 'Events', 'Variants'],
      rows: [[answer.records, answer.events, answer.variants]],
    },
  ];
};

/** What is unavailable when something fails, what is old, what all of it shares, what to reconcile after. */
export const impactTables: TablesOf = (context, subject) => {
  const name = needed(subject.of, 'impact', '--of NAME');
  const answer = impactOf(context.openCase.db, context.estate(), name, true);
  const nodes = (title: string, list: readonly ImpactNode[]): ExportTable => ({
    name: title,
    header: ['If this fails', 'Kind', 'Name', 'Owner', 'Because', 'Evidence'],
    rows: list.map((node) => [
      answer.of,
      node.kind,
      node.name,
      node.owner,
      node.because,
      cited(node.evidence),
    ]),
  });
  return [
    nodes('unavailable', answer.unreachable),
    nodes('degraded', answer.degraded),
    {
      name: 'shared dependencies',
      header: ['Name', 'Kind', 'Sites', 'Systems', 'No way round', 'Because', 'Evidence'],
      rows: answer.sharedDependencies.map((one) => [
        one.name,
        one.kind,
        one.sites.join('; '),
        one.systems.join('; '),
        one.isSinglePointOfFailure,
        one.because,
        cited(one.evidence),
      ]),
    },
    {
      name: 'backlog',
      header: ['Flow', 'Sent a day', 'Basis'],
      rows: answer.backlog.map((one) => [one.flow, one.sentPerDay, one.basis]),
    },
  ];
};

/** This case against another one; without another, what is live against what is planned. */
export const compareTables: TablesOf = (context, { other }) => {
  const answer =
    other === undefined
      ? comparePlanned(context.estate())
      : compareCases(context.openCase, context.estate(), other);
  return [
    {
      name: 'differences',
      header: [
        'Change',
        'Kind',
        'Name',
        'Field',
        `Before: ${answer.before}`,
        `After: ${answer.after}`,
        'Evidence before',
        'Evidence after',
      ],
      rows: answer.differences.map((one) => [
        one.change,
        one.kind,
        one.name,
        one.field,
        one.before,
        one.after,
        cited(one.evidenceBefore),
        cited(one.evidenceAfter),
      ]),
    },
  ];
};
