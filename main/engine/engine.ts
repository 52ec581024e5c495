import { contract, type MethodName } from '../../shared/contract/contract';
import type { Outcome, Progress } from '../../shared/contract/outcome';
import { EngineContext, type Handler } from './context';
import { ExpectedFailure } from './expected-failure';
import { analysisHandlers } from './methods/analysis-handlers';
import { caseHandlers } from './methods/case-handlers';
import { editHandlers } from './methods/edit-handlers';
import { estateHandlers } from './methods/estate-handlers';
import { exportHandlers } from './methods/export-handlers';
import { fieldHandlers } from './methods/field-handlers';
import { importHandlers } from './methods/import-handlers';
import { mapHandlers } from './methods/map-handlers';
import { reconcileHandlers } from './methods/reconcile-handlers';
import { reportOnDemand } from './methods/report-on-demand';

/** The one engine behind the window, the command line and the tests. It has at most one case open. */
export interface Engine {
  /** Calls a method of the contract. Never throws: bugs come as `internal`. */
  call(
    method: string,
    args: unknown,
    context?: { progress(progress: Progress): void },
  ): Promise<Outcome<unknown>>;
  readonly context: EngineContext;
  close(): void;
}

const handlers = {
  ...caseHandlers,
  ...importHandlers,
  ...mapHandlers,
  ...fieldHandlers,
  ...estateHandlers,
  ...exportHandlers,
  ...analysisHandlers,
  ...reconcileHandlers,
  ...editHandlers,
  ...reportOnDemand,
};

const isMethod = (name: string): name is MethodName => Object.hasOwn(contract, name);

export function createEngine(): Engine {
  const context = new EngineContext();
  return {
    context,
    async call(method, args, { progress } = { progress: () => {} }) {
      if (!isMethod(method)) return fail('arguments', `There is no method "${method}".`);
      const checked = contract[method].args.safeParse(args);
      if (!checked.success) {
        return fail(
          'arguments',
          `The arguments of ${method} are wrong: ${checked.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`,
        );
      }
      const handler = handlers[method] as Handler<MethodName> | undefined;
      if (!handler) return fail('unsupported', `${method} is not available in this version.`);
      try {
        return { ok: true, value: await handler(context, checked.data as never, { progress }) };
      } catch (error) {
        if (error instanceof ExpectedFailure)
          return { ok: false, error: { code: error.code, message: error.message, detail: error.detail } };
        const message = error instanceof Error ? error.message : String(error);
        return {
          ok: false,
          error: {
            code: 'internal',
            message: `An error in the program: ${message}`,
            detail: error instanceof Error ? error.stack : undefined,
          },
        };
      }
    },
    close: () => context.use(null),
  };
}

const fail = (code: 'arguments' | 'unsupported', message: string): Outcome<never> => ({
  ok: false,
  error: { code, message },
});
