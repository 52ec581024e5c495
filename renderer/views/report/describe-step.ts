import type { ReportDefinition, ReportSection } from '../../../shared/model/report';
import { t } from '../../strings/text';
import { sectionTitle } from './section-words';

export interface ReportStep {
  /** In words, for undo: "Report: Map moved". */
  readonly summary: string;
  /** Letters that follow one another are one step. */
  readonly isTyping: boolean;
}

/** What a person did between two states of a report. */
export function describeStep(before: ReportDefinition, after: ReportDefinition): ReportStep {
  const act = (summary: string, isTyping = false): ReportStep => ({ summary, isTyping });
  if (before.template !== after.template)
    return act(t('report.step.template', { template: t(`report.template.${after.template}`) }));
  const added = after.sections.find((section) => !before.sections.includes(section));
  const removed = before.sections.find((section) => !after.sections.includes(section));
  if (after.sections.length > before.sections.length && added !== undefined)
    return act(t('report.step.added', { title: sectionTitle(added.kind) }));
  if (after.sections.length < before.sections.length && removed !== undefined)
    return act(t('report.step.removed', { title: sectionTitle(removed.kind) }));
  if (added !== undefined && removed !== undefined) {
    const isTitle = added.kind === 'map' && removed.kind === 'map' && added.title !== removed.title;
    return act(t('report.step.changed', { title: sectionTitle(added.kind) }), isTitle);
  }
  const moved = movedSection(before.sections, after.sections);
  if (moved !== undefined) return act(t('report.step.moved', { title: sectionTitle(moved.kind) }));
  if (before.title !== after.title) return act(t('report.step.title'), true);
  if (before.marking !== after.marking) return act(t('report.step.marking'), true);
  if (before.paper !== after.paper)
    return act(t('report.step.paper', { paper: t(`report.paper.${after.paper}`) }));
  return act(t('report.step.names'));
}

/** Of sections in another order, the one that went down past others, or came up past them. */
function movedSection(
  before: readonly ReportSection[],
  after: readonly ReportSection[],
): ReportSection | undefined {
  const first = after.findIndex((section, index) => section !== before[index]);
  return before[first + 1] === after[first] ? before[first] : after[first];
}
