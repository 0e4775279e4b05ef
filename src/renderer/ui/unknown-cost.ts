/** The words for a cost that nobody knows: they follow the election in force. Pure, but for the context. */
import { createContext } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import type { TermId } from './glossary.ts';

export type UnknownCost = CallAnswer<'holdings.read'>['unknownCost'];

/** What the election in force makes of coins whose cost nobody knows. */
export const UnknownCostContext = createContext<UnknownCost>('zero-cost');

export interface UnknownCostWords {
  readonly words: string;
  readonly term: TermId;
}

/** In: `reason`, why these units left: units that were missing count as having cost nothing by a choice of their own. */
export function unknownCostWords(unknownCost: UnknownCost, reason?: string): UnknownCostWords {
  return unknownCost === 'left-out' && reason !== 'zero-cost'
    ? { words: 'cost not known', term: 'unknown-cost' }
    : { words: 'cost assumed', term: 'assumed-cost' };
}
