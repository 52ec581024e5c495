import type { ArgsOf, MethodName, ResultOf } from '../shared/contract/contract';
import type { Outcome } from '../shared/contract/outcome';
import type { WindowBridge } from '../shared/contract/window-bridge';

declare global {
  interface Window {
    readonly whereabouts: WindowBridge;
  }
}

/** The outside world: dialogs, recent cases, theme. The engine is asked through `ask` and `runJob`. */
export const bridge: WindowBridge = window.whereabouts;

/**
 * Asks the engine one question. The preload and the engine check the arguments again at run time; the
 * result's type is the contract's promise for this method.
 */
export async function ask<M extends MethodName>(method: M, args: ArgsOf<M>): Promise<Outcome<ResultOf<M>>> {
  return (await bridge.call(method, args)) as Outcome<ResultOf<M>>;
}
