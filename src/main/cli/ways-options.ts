/** What `rebalance` assumes, from its options. */
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import type { OverlayInput } from '../../shared/domain/overlay-choice.ts';
import { overlayOf, overlayOptions } from './overlay-options.ts';
import { textOption, wrongUsage, type Calls, type VerbContext } from './verb.ts';

type Ways = CallInput<'rebalance.alternatives'>;
type WaysToHedge = Ways & { overlay: OverlayInput };

export const waysOptions = {
  ...overlayOptions,
  exit: { type: 'string', help: 'the day to leave the hedge (default: the cheapest of all candidate days)' },
  horizon: { type: 'string', help: 'the last day that counts (default: the end of the year after next)' },
  'price-change': {
    type: 'string',
    help: 'prices from now to the horizon, as BTC=0.2,ETH=-0.1 for up 20 %, down 10 %: a path of your own',
  },
  move: { type: 'string', help: 'how far the paths up and down go, as a share (default 0.3)' },
  carry: { type: 'string', help: 'cost of holding the futures as a share of notional a year, such as 0.05' },
  discount: { type: 'string', help: 'what a later payment is worth less, a year, such as 0.04' },
  'spot-fee': { type: 'string', help: 'fee of trading coins as a share, such as 0.001' },
  seconds: { type: 'string', help: 'how long to search for the mix, in seconds (default 10)' },
  'without-mix': { type: 'boolean', help: 'leave the mix out: the rest answers at once' },
} as const;

/** The call's input; what is not given, the core assumes and says so. */
export async function waysInput(context: VerbContext, calls: Calls): Promise<Result<WaysToHedge>> {
  const prices = priceChanges(textOption(context, 'price-change'));
  if (!prices.ok) return prices;
  const seconds = textOption(context, 'seconds');
  if (seconds !== undefined && !/^\d{1,3}(?:\.\d+)?$/u.test(seconds))
    return wrongUsage('seconds', 'expected a number of seconds, such as 10');
  const overlay = await overlayOf(context, calls);
  if (!overlay.ok) return overlay;
  const given = {
    exitDate: textOption(context, 'exit'),
    horizon: textOption(context, 'horizon'),
    move: textOption(context, 'move'),
    carryPerYear: textOption(context, 'carry'),
    discountPerYear: textOption(context, 'discount'),
    spotFee: textOption(context, 'spot-fee'),
    seconds: seconds === undefined ? undefined : Number(seconds),
    prices: prices.value.length === 0 ? undefined : prices.value,
    withoutMix: context.options['without-mix'] === true ? true : undefined,
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return ok({ overlay: overlay.value, ...present });
}

/** null where there is nothing to sell or to buy: that is no failure of a look at the targets. */
export async function waysOrNothing(
  calls: Calls,
  input: Ways,
): Promise<Result<CallAnswer<'rebalance.alternatives'> | null>> {
  const ways = await calls.call('rebalance.alternatives', input);
  return !ways.ok && ways.failure.code === 'exit/nothing-to-do' ? ok(null) : ways;
}

function priceChanges(text: string | undefined): Result<NonNullable<Ways['prices']>> {
  const changes: NonNullable<Ways['prices']> = [];
  for (const pair of text === undefined ? [] : text.split(',')) {
    const [, asset, change] = /^([^=]+)=(-?\d+(?:\.\d+)?)$/u.exec(pair) ?? [];
    if (asset === undefined || change === undefined)
      return wrongUsage('price-change', 'expected ASSET=SHARE, such as BTC=0.2 for up 20 %');
    changes.push({ asset: asset.toUpperCase(), change });
  }
  return ok(changes);
}
