import type { PolicyDecisionKind } from '../../../../shared/domain/policy.ts';

/** What was decided, as a sentence. */
export const decisionWords: { readonly [Kind in PolicyDecisionKind]: string } = {
  sold: 'Sold and bought coins.',
  hedged: 'Hedged with futures.',
  both: 'Sold a part and hedged the rest.',
  'new-money': 'Brought new money.',
  'let-it-be': 'Let it be.',
};
