import type { HandlersOf } from '../../call-context.ts';
import { allocateBasis } from './allocate-basis.ts';
import { identifyLots } from './identify-lots.ts';
import { readElections } from './read-elections.ts';
import { recordOrder } from './record-order.ts';
import { saveElection } from './save-election.ts';

export const electionsHandlers: HandlersOf<
  'elections.read' | 'elections.save' | 'elections.order' | 'elections.identify' | 'elections.allocate'
> = {
  'elections.read': readElections,
  'elections.save': saveElection,
  'elections.order': recordOrder,
  'elections.identify': identifyLots,
  'elections.allocate': allocateBasis,
};
