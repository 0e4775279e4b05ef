import type { Trace } from '../../../../shared/domain/trace.ts';
import { isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { percentText } from '../../words.ts';
import type { LegOutcome, PoolOutcome, StressOutcome } from './stress-outcome.ts';

/** Why wealth changes as it does: its parts re-add, and futures go down to each account and position. */
export function stressTrace(outcome: StressOutcome): Trace {
  const { wealthBefore, wealthAfter, parts, currency, pools } = outcome;
  const part = (label: string, value: Money, how: string, below: readonly Trace[] = []): Trace[] =>
    isZero(value) && below.length === 0
      ? []
      : [{ label, value: toText(value), unit: currency, how, parts: below }];
  return {
    label: `Change of wealth: ${outcome.scenario.name}`,
    value: toText(subtract(wealthAfter, wealthBefore)),
    unit: currency,
    how: 'coins and money + futures + funding + fees + what is lost',
    parts: [
      ...part('Coins and money, collateral included', parts.coins, 'quantity × (price then − price now)'),
      ...part(
        'Futures',
        parts.futures,
        'the sum over accounts',
        pools.flatMap((pool) => poolTrace(outcome, pool)),
      ),
      ...part('Funding', parts.funding, 'notional × rate × hours ÷ 8; longs pay where the rate is positive'),
      ...part('Fees of forced closes', parts.fees, 'taker fee on what is closed'),
      ...part('Lost with its venue', parts.lost, 'all that stood there then'),
    ],
  };
}

function poolTrace({ currency, scenario, legs }: StressOutcome, outcome: PoolOutcome): Trace[] {
  const { pool, parts, closed } = outcome;
  if (pool.legs.length === 0) return [];
  const label = `${pool.accountName}, ${pool.settleAsset}`;
  const step = closed === null ? '' : (scenario.steps[closed.step]?.label ?? '');
  const how =
    closed === null
      ? 'profit since the start, at the price of the settle asset then'
      : `closed by force ${percentText(closed.share)} of the way to "${step}"; from there on nothing`;
  const below = legs.filter((leg) => leg.pool === pool).map(legTrace);
  return [{ label, value: toText(parts.futures), unit: currency, how, parts: below }];
}

function legTrace({ leg, profit, mark, closePrice, state }: LegOutcome): Trace {
  const to = closePrice ?? mark;
  return {
    label: `${leg.side} ${leg.terms.name}`,
    value: toText(profit),
    unit: leg.terms.settleAsset,
    how: `from ${toText(leg.at.price)} to ${toText(to)}${state === 'open' ? '' : ` (${state})`}`,
    ...(leg.planned ? {} : { explain: leg.id }),
  };
}
