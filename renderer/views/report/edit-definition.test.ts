import { expect, test } from 'vitest';
import type { ReportDefinition } from '../../../shared/model/report';
import { reportDefinitionSchema, reportSectionKinds } from '../../../shared/model/report';
import {
  addSection,
  changeSection,
  moveSection,
  newSection,
  removeSection,
  withTemplate,
} from './edit-definition';

const definition: ReportDefinition = {
  template: 'investigation',
  title: 'A title',
  marking: '',
  paper: 'A4',
  sections: [{ kind: 'summary' }, { kind: 'timeline' }, { kind: 'annex' }],
  redactions: [],
  keepsFileNames: false,
};

const kindsOf = ({ sections }: ReportDefinition) => sections.map(({ kind }) => kind);

test('sections are moved, taken out, added and changed without touching the former definition', () => {
  expect([
    kindsOf(moveSection(definition, 0, 2)),
    kindsOf(moveSection(definition, 2, 0)),
    kindsOf(removeSection(definition, 1)),
    kindsOf(addSection(definition, 0, { kind: 'sources' })),
    kindsOf(addSection({ ...definition, sections: [] }, -1, { kind: 'sources' })),
    kindsOf(changeSection(definition, 1, { kind: 'coverage' })),
    kindsOf(definition),
  ]).toEqual([
    ['timeline', 'annex', 'summary'],
    ['annex', 'summary', 'timeline'],
    ['summary', 'annex'],
    ['summary', 'sources', 'timeline', 'annex'],
    ['sources'],
    ['summary', 'coverage', 'annex'],
    ['summary', 'timeline', 'annex'],
  ]);
  expect(moveSection(definition, 0, 3)).toBe(definition);
});

test('a new section of every kind is one that the engine takes', () => {
  const sections = reportSectionKinds.map(newSection);
  expect(reportDefinitionSchema.safeParse({ ...definition, sections }).success).toBe(true);
});

test('another template keeps the person’s paper, marking and redactions', () => {
  const own = {
    ...definition,
    paper: 'Letter' as const,
    redactions: [{ of: 'person' as const, pattern: '*' }],
  };
  const filled = { ...definition, template: 'outage' as const, title: 'Filled', sections: [] };
  expect(withTemplate(own, filled)).toEqual({ ...filled, paper: own.paper, redactions: own.redactions });
});
