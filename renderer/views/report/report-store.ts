import { create } from 'zustand';
import type { ReportDefinition } from '../../../shared/model/report';
import { amendChange, forgetReportSteps, recordChange, useChanges } from '../../state/change-history';
import { describeStep } from './describe-step';

interface ReportState {
  /** The case that the definition belongs to; another case begins anew. */
  readonly casePath: string | null;
  readonly definition: ReportDefinition | null;
  readonly chosen: number;
}

/** The report that is being put together; it outlives a visit to another view. */
export const useReport = create<ReportState>(() => ({ casePath: null, definition: null, chosen: 0 }));

/** Begins with a definition, of which nothing can be undone. */
export function startReport(casePath: string, definition: ReportDefinition): void {
  useReport.setState({ casePath, definition, chosen: 0 });
  forgetReportSteps();
}

/**
 * One act of the person; `chosen` is the section that is looked at afterwards, `summary` what it is called where the
 * difference alone does not tell.
 */
export function editReport(
  edit: (definition: ReportDefinition) => ReportDefinition,
  chosen?: number,
  summary?: string,
): void {
  const { definition: before, chosen: chosenBefore } = useReport.getState();
  if (before === null) return;
  const after = edit(before);
  show(after, chosen ?? chosenBefore);
  if (after === before) return;
  const described = summary === undefined ? describeStep(before, after) : { summary, isTyping: false };
  const { isTyping } = described;
  const lastChange = useChanges.getState().done.at(-1);
  const joins =
    isTyping && typed?.change === lastChange && typed?.summary === described.summary ? typed : null;
  const first = joins?.before ?? { definition: before, chosen: chosenBefore };
  const step = {
    summary: described.summary,
    scope: 'report' as const,
    undo: async () => show(first.definition, first.chosen),
    redo: async () => show(after, chosen ?? chosenBefore),
  };
  if (joins === null) recordChange(step);
  else amendChange(step);
  const change = useChanges.getState().done.at(-1);
  typed = isTyping && change !== undefined ? { change, summary: described.summary, before: first } : null;
}

/** The last step where it was typing, which the next letter belongs to. */
let typed: {
  readonly change: object;
  readonly summary: string;
  readonly before: { readonly definition: ReportDefinition; readonly chosen: number };
} | null = null;

function show(definition: ReportDefinition, chosen: number): true {
  useReport.setState({
    definition,
    chosen: Math.max(0, Math.min(chosen, definition.sections.length - 1)),
  });
  return true;
}
