import type { Payoff } from '../../../../shared/domain/contract-spec.ts';
import type { Size } from '../units.ts';
import { inverse } from './inverse.ts';
import { linear } from './linear.ts';
import type { PayoffRules } from './payoff.ts';
import { quanto } from './quanto.ts';

const rules = { linear, inverse, quanto } as const satisfies Record<Payoff, unknown>;

/** The rules of a kind of contract, for code that handles all kinds alike: sizes then come only from these rules. */
export function payoffRules(payoff: Payoff): PayoffRules<Size> {
  return rules[payoff];
}
