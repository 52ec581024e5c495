import { create } from 'zustand';
import type { CaseInfo } from '../../shared/contract/case-methods';
import type { Failure, Outcome } from '../../shared/contract/outcome';
import { ask } from '../api';

interface CaseState {
  readonly phase: 'none' | 'opening' | 'open';
  readonly info: CaseInfo | null;
  /** Why the last attempt to open a case failed. */
  readonly failure: Failure | null;
  /** Goes up whenever the case's content may have changed: what was read before is stale. */
  readonly revision: number;
}

/** The open case. One owner: views read it and never keep a copy. */
export const useCase = create<CaseState>(() => ({ phase: 'none', info: null, failure: null, revision: 0 }));

async function enter(attempt: () => Promise<Outcome<CaseInfo>>): Promise<boolean> {
  const before = useCase.getState();
  useCase.setState({ phase: 'opening', failure: null });
  const outcome = await attempt();
  if (outcome.ok) {
    useCase.setState({ phase: 'open', info: outcome.value, revision: before.revision + 1 });
    return true;
  }
  useCase.setState({ phase: before.info === null ? 'none' : 'open', failure: outcome.error });
  return false;
}

export function openCase(path: string): Promise<boolean> {
  return enter(() => ask('case.open', { path }));
}

export function createCase(options: {
  readonly path: string;
  readonly title: string;
  readonly keepIdentifiers: boolean;
}): Promise<boolean> {
  return enter(() => ask('case.create', options));
}

export async function closeCase(): Promise<void> {
  await ask('case.close', {});
  useCase.setState(({ revision }) => ({ phase: 'none', info: null, failure: null, revision: revision + 1 }));
}

/**
 * To be called after anything that changed the case. `carry` is told of the two revisions before the second
 * counts, to keep for it what the change leaves as it was.
 */
export async function refreshCase(carry?: (from: number, to: number) => void): Promise<void> {
  const outcome = await ask('case.info', {});
  const { revision } = useCase.getState();
  carry?.(revision, revision + 1);
  useCase.setState((state) => ({
    info: outcome.ok ? outcome.value : state.info,
    revision: state.revision + 1,
  }));
}
