import { contract, type MethodName } from '../../shared/contract/contract';
import type { MethodKind } from '../../shared/contract/method';
import type { Failure } from '../../shared/contract/outcome';

/**
 * Whether the window may call this: a method of the contract, of this kind, with the arguments that it
 * declares. Answers with the checked arguments, or with what was wrong.
 */
export function checkCall(
  method: unknown,
  args: unknown,
  kind: MethodKind,
):
  | { readonly ok: true; readonly method: MethodName; readonly args: unknown }
  | { readonly ok: false; readonly error: Failure } {
  if (!isMethodName(method) || contract[method].kind !== kind) {
    return refused(
      `The window asked for "${String(method).slice(0, 100)}", which is no ${kind} of the contract.`,
    );
  }
  const checked = contract[method].args.safeParse(args);
  if (checked.success) return { ok: true, method, args: checked.data };
  return refused(`Arguments of ${method} were refused.`, checked.error.issues);
}

function isMethodName(method: unknown): method is MethodName {
  return typeof method === 'string' && Object.hasOwn(contract, method);
}

function refused(message: string, detail?: unknown): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code: 'arguments', message, detail } };
}
