import { create } from 'zustand';
import type { ReportDefinition } from '../../../shared/model/report';

interface ReportState {
  /** The case that the definition belongs to; another case begins anew. */
  readonly casePath: string | null;
  readonly definition: ReportDefinition | null;
  readonly chosen: number;
  readonly past: readonly ReportDefinition[];
  readonly future: readonly ReportDefinition[];
}

const rememberedAtMost = 100;

/** The report that is being put together; it outlives a visit to another view. */
export const useReport = create<ReportState>(() => ({
  casePath: null,
  definition: null,
  chosen: 0,
  past: [],
  future: [],
}));

/** Begins with a definition, of which nothing can be undone. */
export function startReport(casePath: string, definition: ReportDefinition): void {
  useReport.setState({ casePath, definition, chosen: 0, past: [], future: [] });
}

/** One act of the person; `chosen` is the section that is looked at afterwards. */
export function editReport(edit: (definition: ReportDefinition) => ReportDefinition, chosen?: number): void {
  useReport.setState((state) => {
    if (state.definition === null) return state;
    const definition = edit(state.definition);
    const at = Math.max(0, Math.min(chosen ?? state.chosen, definition.sections.length - 1));
    if (definition === state.definition) return { ...state, chosen: at };
    return {
      ...state,
      definition,
      chosen: at,
      past: [...state.past.slice(-rememberedAtMost), state.definition],
      future: [],
    };
  });
}

export function undoReport(): void {
  useReport.setState((state) => {
    const before = state.past.at(-1);
    if (before === undefined || state.definition === null) return state;
    return {
      ...state,
      definition: before,
      chosen: Math.min(state.chosen, Math.max(0, before.sections.length - 1)),
      past: state.past.slice(0, -1),
      future: [state.definition, ...state.future],
    };
  });
}

export function redoReport(): void {
  useReport.setState((state) => {
    const [after, ...future] = state.future;
    if (after === undefined || state.definition === null) return state;
    return {
      ...state,
      definition: after,
      chosen: Math.min(state.chosen, Math.max(0, after.sections.length - 1)),
      past: [...state.past, state.definition],
      future,
    };
  });
}
