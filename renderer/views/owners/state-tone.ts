import type { Tone } from '../../widgets/tag';
import type { CellState } from './owner-rows';

export const stateTones: Readonly<Record<CellState, Tone>> = {
  clear: 'good',
  missing: 'warn',
  conflicting: 'conflict',
  'not recorded': 'quiet',
};
