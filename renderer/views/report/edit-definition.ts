import type {
  RedactionRule,
  ReportDefinition,
  ReportSection,
  ReportSectionKind,
} from '../../../shared/model/report';

/** A definition with another order, more or fewer sections, or other words; never changed in place. */
export function moveSection(definition: ReportDefinition, from: number, to: number): ReportDefinition {
  const section = definition.sections[from];
  if (section === undefined || to < 0 || to >= definition.sections.length || from === to) return definition;
  const sections = definition.sections.filter((_, index) => index !== from);
  return { ...definition, sections: [...sections.slice(0, to), section, ...sections.slice(to)] };
}

export const removeSection = (definition: ReportDefinition, at: number): ReportDefinition => ({
  ...definition,
  sections: definition.sections.filter((_, index) => index !== at),
});

/** Puts a section after the one at `after`. */
export const addSection = (
  definition: ReportDefinition,
  after: number,
  section: ReportSection,
): ReportDefinition => ({
  ...definition,
  sections: [...definition.sections.slice(0, after + 1), section, ...definition.sections.slice(after + 1)],
});

export const changeSection = (
  definition: ReportDefinition,
  at: number,
  section: ReportSection,
): ReportDefinition => ({
  ...definition,
  sections: definition.sections.map((one, index) => (index === at ? section : one)),
});

export const changeRules = (
  definition: ReportDefinition,
  redactions: readonly RedactionRule[],
): ReportDefinition => ({ ...definition, redactions: [...redactions] });

/** A new section of a kind, with what is most often meant by it. */
export function newSection(kind: ReportSectionKind): ReportSection {
  switch (kind) {
    case 'map':
      return {
        kind,
        level: 'system',
        groupBy: 'organisation',
        collapsed: [],
        title: '',
        highlight: 'none',
      };
    case 'findings':
      return { kind, ids: [] };
    case 'losses':
      return { kind, flow: '' };
    case 'impact':
      return { kind, name: '' };
    case 'owners':
      return { kind, rows: 'gaps' };
    case 'summary':
    case 'timeline':
    case 'coverage':
    case 'sources':
    case 'annex':
      return { kind };
  }
}

/** Another template's sections and title; paper, marking and redactions are the person's and stay. */
export const withTemplate = (current: ReportDefinition | null, filled: ReportDefinition): ReportDefinition =>
  current === null
    ? filled
    : {
        ...filled,
        paper: current.paper,
        marking: current.marking,
        redactions: current.redactions,
        keepsFileNames: current.keepsFileNames,
      };
