import type { ErrorCode } from '../../shared/contract/outcome';

/** An expected failure of the engine, with what to do next in its message. Bugs are thrown as they are. */
export class ExpectedFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: unknown,
  ) {
    super(message);
  }
}
