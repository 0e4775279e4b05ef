import type { HandlersOf } from '../../call-context.ts';
import { allocateBasis } from './allocate-basis.ts';
import { electionEffects } from './election-effects.ts';
import { identifyLots } from './identify-lots.ts';
import { identifyStraddle } from './identify-straddle.ts';
import { readElections } from './read-elections.ts';
import { recordOrder } from './record-order.ts';
import { saveElection } from './save-election.ts';

export const electionsHandlers: HandlersOf<
  | 'elections.read'
  | 'elections.save'
  | 'elections.effects'
  | 'elections.identifyStraddle'
  | 'elections.order'
  | 'elections.identify'
  | 'elections.allocate'
> = {
  'elections.read': readElections,
  'elections.save': saveElection,
  'elections.effects': electionEffects,
  'elections.identifyStraddle': identifyStraddle,
  'elections.order': recordOrder,
  'elections.identify': identifyLots,
  'elections.allocate': allocateBasis,
};
