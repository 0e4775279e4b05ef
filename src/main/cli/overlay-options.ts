/** `--contract` and `--rounding`, for `hedge plan`, `exit plan` and `rebalance`. */
import { assetsToHedge, overlayInput, type OverlayInput } from '../../shared/domain/overlay-choice.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { textOption, wrongUsage, type Calls, type VerbContext } from './verb.ts';

export const overlayOptions = {
  contract: {
    type: 'string',
    help: 'which contract for which asset, as BTC=cme:MBT,ETH=cme:MET (default: the most fitting that is known)',
  },
  rounding: { type: 'string', help: 'to whole contracts: floor, nearest (default) or ceil' },
} as const;

/** The overlay that the options ask for; an asset without a choice gets the contract that the screens would begin with. */
export async function overlayOf(context: VerbContext, calls: Calls): Promise<Result<OverlayInput>> {
  const rounding = textOption(context, 'rounding') ?? 'nearest';
  if (!isRounding(rounding)) return wrongUsage('rounding', 'expected floor, nearest or ceil');
  const chosen = chosenContracts(textOption(context, 'contract'));
  if (!chosen.ok) return chosen;
  const targets = await calls.call('targets.read', {});
  if (!targets.ok) return targets;
  const holdings = await calls.call('holdings.read', {});
  if (!holdings.ok) return holdings;
  const known = await calls.call('targets.contracts', {});
  if (!known.ok) return known;
  const assets = assetsToHedge(targets.value.drift, holdings.value.holdings);
  return ok(overlayInput(assets, chosen.value, known.value.contracts, holdings.value.positions, rounding));
}

function chosenContracts(text: string | undefined): Result<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const pair of text === undefined ? [] : text.split(',')) {
    const [, asset, contract] = /^([^=]+)=(.+)$/u.exec(pair) ?? [];
    if (asset === undefined || contract === undefined)
      return wrongUsage('contract', 'expected ASSET=CONTRACT, such as BTC=cme:MBT');
    chosen[asset.toUpperCase()] = contract;
  }
  return ok(chosen);
}

function isRounding(text: string): text is OverlayInput['rounding'] {
  return text === 'floor' || text === 'nearest' || text === 'ceil';
}
