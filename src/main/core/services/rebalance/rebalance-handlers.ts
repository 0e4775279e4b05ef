import type { HandlersOf } from '../../call-context.ts';
import { readAlternatives } from './read-alternatives.ts';

export const rebalanceHandlers: HandlersOf<'rebalance.alternatives'> = {
  'rebalance.alternatives': readAlternatives,
};
