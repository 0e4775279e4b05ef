import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Rule } from '../../../shared/domain/trace.ts';
import type { ExplainContext } from './explain-context.ts';
import { leftOutRule, missingUnitsRule, zeroCostRule } from './explain-rules.ts';

/** What is taken for a cost that nobody knows: said wherever a figure rests on it. */
export interface Assumption {
  /** Narrows a list to what rests on it: stands in ids. */
  readonly key: 'assumed' | 'left-out';
  /** Behind the words of one lot or disposal. */
  readonly words: string;
  /** Of the part of a list that rests on it. */
  readonly ofList: string;
  readonly rule: Rule;
}

const zeroCost: Assumption = {
  key: 'assumed',
  words: 'cost assumed to be zero',
  ofList: 'Of it, what rests on an assumed cost of zero',
  rule: zeroCostRule,
};
const missingUnits: Assumption = { ...zeroCost, rule: missingUnitsRule };
const leftOut: Assumption = {
  key: 'left-out',
  words: 'cost not known, left out of the gains',
  ofList: 'Of it, coins whose cost nobody knows, left out of the gains',
  rule: leftOutRule,
};

/** What the election in force makes of units whose cost nobody knows. */
export function unknownCostOf({ lotOptions }: Pick<ExplainContext, 'lotOptions'>): Assumption {
  return lotOptions.elections?.unknownCost === 'left-out' ? leftOut : zeroCost;
}

/** What a disposal rests on; undefined where its cost is known. */
export function assumptionOf(
  { basisUnknown, reason }: Pick<Disposal, 'basisUnknown' | 'reason'>,
  context: Pick<ExplainContext, 'lotOptions'>,
): Assumption | undefined {
  if (!basisUnknown) return undefined;
  return reason === 'zero-cost' ? missingUnits : unknownCostOf(context);
}
