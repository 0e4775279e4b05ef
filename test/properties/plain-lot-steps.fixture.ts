/** What one event of `calc gains` does to lots, in words and steps: units that come, leave for good, or move. */
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';
import type { PlainLaw } from './plain-law.fixture.ts';
import { instantOf } from './plain-days.fixture.ts';
import {
  type Fraction,
  isPositive,
  minus,
  over,
  parse,
  plus,
  rounded,
  share,
  times,
  zero,
} from './fraction.fixture.ts';

export type Cause = 'sale' | 'swap' | 'fee' | 'spend' | 'transfer-fee' | 'gift' | 'donation' | 'loss';

export interface UnitsIn {
  readonly type: 'in';
  readonly asset: string;
  readonly account: string;
  readonly quantity: Fraction;
  /** null where nobody knows. */
  readonly cost: Fraction | null;
  /** Where it is not the event's own time. */
  readonly acquired?: number;
  /** Of units that were given: what all were worth then. */
  readonly giftValue?: Fraction;
}

export interface UnitsOut {
  readonly type: 'out';
  readonly asset: string;
  readonly account: string;
  readonly quantity: Fraction;
  /** After the fee of the sale; null where the law sees no gain, or nobody knows the price: they leave at cost. */
  readonly net: Fraction | null;
  readonly cause: Cause;
}

export interface UnitsMoved {
  readonly type: 'move';
  readonly asset: string;
  readonly account: string;
  readonly toAccount: string;
  readonly sent: Fraction;
  readonly received: Fraction;
  /** What the network fee's units were worth. */
  readonly feeValue: Fraction | null;
}

export type Step = UnitsIn | UnitsOut | UnitsMoved;
type Of<Kind extends CalcEvent['kind']> = Extract<CalcEvent, { kind: Kind }>;

/** Coins given first, then coins that paid fees, then coins received. */
export function stepsOf(event: CalcEvent, zone: string, law: PlainLaw): Step[] {
  const { account, asset } = event;
  const quantity = parse(event.quantity);
  const isAtValue = law.atValue.includes(event.kind);
  switch (event.kind) {
    case 'buy':
    case 'sell':
    case 'swap':
      return tradeSteps(event);
    case 'transfer': {
      const received = parse(event.received);
      const worth = event.value === undefined ? null : rounded(times(quantity, parse(event.value)));
      const feeValue = worth === null ? null : rounded(share(worth, minus(quantity, received), quantity));
      return [
        { type: 'move', account, asset, toAccount: event.toAccount, sent: quantity, received, feeValue },
      ];
    }
    case 'income':
      return [{ type: 'in', account, asset, quantity, cost: parse(event.value) }];
    case 'gift-received':
      return [{ type: 'in', account, asset, quantity, ...givenTerms(event, zone, law) }];
    case 'spend':
      return [{ type: 'out', account, asset, quantity, net: parse(event.value), cause: 'spend' }];
    case 'lost':
      return [{ type: 'out', account, asset, quantity, net: null, cause: 'loss' }];
    case 'gift':
    case 'donation':
      return isAtValue
        ? [{ type: 'out', account, asset, quantity, net: parse(event.value), cause: 'spend' }]
        : [{ type: 'out', account, asset, quantity, net: null, cause: event.kind }];
    default:
      throw new Error(`no law here knows ${event.kind}`);
  }
}

/** The giver's cost and date, unless the law takes the value of the day; without either nobody knows what it cost. */
function givenTerms(
  { costBasis, acquired, value }: Of<'gift-received'>,
  zone: string,
  law: PlainLaw,
): Pick<UnitsIn, 'cost' | 'acquired' | 'giftValue'> {
  if (law.atValue.includes('gift-received') && value !== undefined) return { cost: parse(value) };
  if (costBasis === undefined) return { cost: null };
  return {
    cost: parse(costBasis),
    ...(acquired === undefined ? {} : { acquired: instantOf(acquired, zone) }),
    ...(!law.giftLossFromValue || value === undefined ? {} : { giftValue: parse(value) }),
  };
}

/**
 * A fee in money or in another coin adds to what a purchase cost and lowers what a sale or swap brought; the other
 * coin is disposed of at what the fee was worth. A fee taken out of what was received is no disposal: the units were
 * never there; of a swap it lowers what was received and its cost alike, of a purchase the cost stays what was paid.
 */
function tradeSteps(event: Of<'buy'> | Of<'sell'> | Of<'swap'>): Step[] {
  const { account, asset, feeAsset } = event;
  const quantity = parse(event.quantity);
  const worth = parse(event.kind === 'swap' ? event.value : event.total);
  const got = event.kind === 'swap' ? event.toAsset : event.kind === 'buy' ? asset : undefined;
  const gotUnits = event.kind === 'swap' ? parse(event.toQuantity) : quantity;
  const feeUnits = parse(event.feeQuantity ?? '0');
  const isWithheld = feeAsset !== undefined && feeAsset === got;
  const feeWorth = worthOfFee(event, worth);
  const withheldWorth = feeWorth ?? rounded(share(worth, feeUnits, gotUnits));
  const brought = event.kind === 'swap' && isWithheld ? minus(worth, withheldWorth) : worth;
  const fee = isWithheld ? zero : (feeWorth ?? zero);
  const steps: Step[] = [];
  if (event.kind !== 'buy') {
    const cause = event.kind === 'swap' ? 'swap' : 'sale';
    steps.push({ type: 'out', account, asset, quantity, net: minus(brought, fee), cause });
  }
  if (feeAsset !== undefined && !isWithheld)
    steps.push({ type: 'out', account, asset: feeAsset, quantity: feeUnits, net: feeWorth, cause: 'fee' });
  if (got !== undefined) {
    const units = isWithheld ? minus(gotUnits, feeUnits) : gotUnits;
    const cost = event.kind === 'buy' ? plus(worth, fee) : brought;
    if (isPositive(units)) steps.push({ type: 'in', account, asset: got, quantity: units, cost });
  }
  return steps;
}

/** What a fee was worth; null where nobody says. A fee in the coin that was given is worth what the trade paid for it. */
function worthOfFee(event: Of<'buy'> | Of<'sell'> | Of<'swap'>, worth: Fraction): Fraction | null {
  const { fee, feeAsset, feeQuantity, feeValue } = event;
  if (feeAsset === undefined || feeQuantity === undefined) return parse(fee ?? '0');
  const stated = feeValue ?? fee;
  if (stated !== undefined) return parse(stated);
  if (event.kind === 'buy' || feeAsset !== event.asset) return null;
  return rounded(over(times(worth, parse(feeQuantity)), parse(event.quantity)));
}
