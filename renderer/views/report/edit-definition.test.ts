import { beforeEach, expect, test } from 'vitest';
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
import { editReport, redoReport, startReport, undoReport, useReport } from './report-store';

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

beforeEach(() => startReport('a case', definition));

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

test('every act is undone and redone, and a new act forgets what was undone', () => {
  editReport((current) => removeSection(current, 2));
  editReport((current) => ({ ...current, title: 'Another' }));
  undoReport();
  undoReport();
  const undone = useReport.getState().definition;
  redoReport();
  const redone = useReport.getState().definition;
  editReport((current) => ({ ...current, marking: 'Official' }));
  const { definition: last, past, future } = useReport.getState();
  expect([undone, redone && kindsOf(redone), last?.title, past.length, future]).toEqual([
    definition,
    ['summary', 'timeline'],
    'A title',
    2,
    [],
  ]);
});
