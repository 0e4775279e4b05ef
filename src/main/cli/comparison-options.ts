/** What `exit plan` and `rebalance` assume, from their options. */
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { overlayOf, overlayOptions } from './overlay-options.ts';
import { textOption, wrongUsage, type Calls, type VerbContext } from './verb.ts';

type Comparison = CallInput<'plan.compare'>;
type Change = { asset: string; change: string };

export const comparisonOptions = {
  ...overlayOptions,
  exit: { type: 'string', help: 'the date to close and sell (default: 15 January of the next year)' },
  'price-change': {
    type: 'string',
    help: 'prices from now to then, as BTC=0.2,ETH=-0.1 for up 20 %, down 10 %',
  },
  carry: { type: 'string', help: 'cost of holding the futures as a share of notional a year, such as 0.05' },
  discount: { type: 'string', help: 'what a later payment is worth less, a year, such as 0.04' },
  'spot-fee': { type: 'string', help: 'fee of selling coins as a share, such as 0.001' },
} as const;

/**
 * The comparison of an input that the options made. A price that changes nothing in it is refused: most likely its asset is
 * mistyped, and the answer would be one to another question.
 */
export async function comparisonOf(
  calls: Calls,
  input: Comparison,
): Promise<Result<CallAnswer<'plan.compare'>>> {
  const compared = await calls.call('plan.compare', input);
  if (!compared.ok) return compared;
  const planned = compared.value.assumptions.priceChange.map(({ asset }) => asset);
  const given = input.assumptions.priceChange ?? [];
  const stray = given.find(({ asset }) => !planned.includes(asset));
  if (stray === undefined) return compared;
  const known = planned.length === 0 ? 'has no assets' : `is of ${planned.join(', ')}`;
  return wrongUsage('price-change', `${stray.asset} is not in the plan, which ${known}`);
}

/** The call's input; what is not given, the core assumes and says so. */
export async function comparisonInput(context: VerbContext, calls: Calls): Promise<Result<Comparison>> {
  const changes = priceChanges(textOption(context, 'price-change'));
  if (!changes.ok) return changes;
  const exitDate = await exitDateOf(context, calls);
  if (!exitDate.ok) return exitDate;
  const overlay = await overlayOf(context, calls);
  if (!overlay.ok) return overlay;
  const given = {
    carryPerYear: textOption(context, 'carry'),
    discountPerYear: textOption(context, 'discount'),
    spotFee: textOption(context, 'spot-fee'),
    priceChange: changes.value.length === 0 ? undefined : changes.value,
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return ok({ overlay: overlay.value, assumptions: { exitDate: exitDate.value, ...present } });
}

/** A date in the next year, past the holidays: tax that falls then is due a year later. */
async function exitDateOf(context: VerbContext, calls: Calls): Promise<Result<string>> {
  const given = textOption(context, 'exit');
  if (given !== undefined) return ok(given);
  const status = await calls.call('ledger.status', {});
  return status.ok ? ok(`${Number(status.value.asOf.slice(0, 4)) + 1}-01-15`) : status;
}

function priceChanges(text: string | undefined): Result<Change[]> {
  const changes: Change[] = [];
  for (const pair of text === undefined ? [] : text.split(',')) {
    const [, asset, change] = /^([^=]+)=(-?\d+(?:\.\d+)?)$/u.exec(pair) ?? [];
    if (asset === undefined || change === undefined) {
      return wrongUsage('price-change', 'expected ASSET=SHARE, such as BTC=0.2 for up 20 %');
    }
    changes.push({ asset: asset.toUpperCase(), change });
  }
  return ok(changes);
}
