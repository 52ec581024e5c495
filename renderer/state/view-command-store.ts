import { create } from 'zustand';
import type { CommandId } from '../../shared/contract/commands';

interface ViewCommandState {
  readonly id: CommandId | null;
  /** Counts commands, so that the same one given twice is carried out twice. */
  readonly turn: number;
}

/** A command meant for the view on the screen: the view that knows it carries it out. */
export const useViewCommand = create<ViewCommandState>(() => ({ id: null, turn: 0 }));

export function sendViewCommand(id: CommandId): void {
  useViewCommand.setState(({ turn }) => ({ id, turn: turn + 1 }));
}
