import { larger, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import { coinPrice } from '../../../engine/exit/schedule-actions.ts';
import { costLimitsBroken } from '../../../engine/rebalance/policy/cost-limits.ts';
import type { Derived } from '../../derived.ts';

/** A way back that does something, by its title. */
export interface CostedWay {
  readonly title: string;
  readonly cost: Money;
  readonly tax: Money;
}

/**
 * What the policy's limits of cost say about ways back: whole sentences, none where it has no limits.
 * What is moved is what is sold or bought, whichever is more, at today's prices.
 */
export function costLimitNotes(
  ways: readonly CostedWay[],
  exit: ExitCase,
  { facts: { policy } }: Pick<Derived, 'facts'>,
): string[] {
  if (policy === null || Object.values(policy.costLimits).every((limit) => limit === null)) return [];
  const moved = movedBy(exit);
  const judged = ways.map(({ title, cost, tax }) => ({
    title,
    broken: costLimitsBroken(policy.costLimits, { cost, tax, moved }, exit.currency),
  }));
  const sentences = judged.flatMap(({ title, broken }) =>
    broken.length === 0 ? [] : [`Your policy says not to (${title}): ${broken.join(' ')}`],
  );
  if (judged.length === 0) return [];
  if (sentences.length === 0) return ['Every way keeps to the limits of cost in your policy.'];
  return judged.every(({ broken }) => broken.length > 0)
    ? [...sentences, 'By your policy nothing is done now: every way costs more than it allows.']
    : sentences;
}

function movedBy(exit: ExitCase): Money {
  const worth = (side: 'sell' | 'buy'): Money =>
    sum(
      exit.goals.map((goal) => valueOf(goal[side], coinPrice(exit, goal.asset, exit.asOf), 'half-even')),
      zeroMoney,
    );
  return larger(worth('sell'), worth('buy'));
}
