import type { Outcome, Progress } from '../../shared/contract/outcome';

/** Asks the process to close what it has open and to end by itself. */
export const endRequest = 'end';

/** What the main process asks of an engine process. `casePath` is opened first where it is not open yet. */
export interface EngineRequest {
  readonly id: number;
  readonly method: string;
  readonly args: unknown;
  readonly casePath: string | null;
}

/** What an engine process answers. */
export type EngineAnswer =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'result'; readonly id: number; readonly outcome: Outcome<unknown> };
