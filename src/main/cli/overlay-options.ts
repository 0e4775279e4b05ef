/** `--contract`, `--small`, `--cross`, `--ratio` and `--rounding`, for `hedge plan`, `exit plan` and `rebalance`. */
import { assetsToHedge, overlayInput, type OverlayInput } from '../../shared/domain/overlay-choice.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { textOption, wrongUsage, type Calls, type VerbContext } from './verb.ts';

export const overlayOptions = {
  contract: {
    type: 'string',
    help: 'which contract for which asset, as BTC=cme:MBT,ETH=cme:MET (default: the most fitting that is known)',
  },
  small: {
    type: 'string',
    help: 'a smaller contract for what whole ones leave over, as BTC=cme:MBT beside --contract BTC=cme:BTC',
  },
  cross: { type: 'string', help: 'assets whose contract may follow another coin, as SOL,XRP' },
  ratio: {
    type: 'string',
    help: 'how much of it to hedge: naive (default), minimum-variance, after-tax, after-tax-kept, or a number such as 0.8',
  },
  rounding: { type: 'string', help: 'to whole contracts: floor, nearest (default) or ceil' },
} as const;

/** The overlay that the options ask for; an asset without a choice gets the contract that the screens would begin with. */
export async function overlayOf(context: VerbContext, calls: Calls): Promise<Result<OverlayInput>> {
  const rounding = textOption(context, 'rounding') ?? 'nearest';
  if (!isRounding(rounding)) return wrongUsage('rounding', 'expected floor, nearest or ceil');
  const chosen = chosenContracts('contract', textOption(context, 'contract'));
  if (!chosen.ok) return chosen;
  const small = chosenContracts('small', textOption(context, 'small'));
  if (!small.ok) return small;
  const targets = await calls.call('targets.read', {});
  if (!targets.ok) return targets;
  const holdings = await calls.call('holdings.read', {});
  if (!holdings.ok) return holdings;
  const known = await calls.call('targets.contracts', {});
  if (!known.ok) return known;
  const assets = assetsToHedge(targets.value.drift, holdings.value.holdings);
  const overlay = overlayInput(
    assets,
    chosen.value,
    known.value.contracts,
    holdings.value.positions,
    rounding,
  );
  return ok(withOptions(overlay, context, small.value));
}

function withOptions(
  overlay: OverlayInput,
  context: VerbContext,
  small: Readonly<Record<string, string>>,
): OverlayInput {
  const ratio = textOption(context, 'ratio');
  const cross = new Set((textOption(context, 'cross') ?? '').toUpperCase().split(','));
  return {
    ...overlay,
    ...(ratio === undefined ? {} : { ratio }),
    contracts: overlay.contracts.map((row) => {
      const second = small[row.asset];
      return {
        ...row,
        ...(second === undefined ? {} : { small: second }),
        ...(cross.has(row.asset) ? { crossHedge: true } : {}),
      };
    }),
  };
}

function chosenContracts(option: string, text: string | undefined): Result<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const pair of text === undefined ? [] : text.split(',')) {
    const [, asset, contract] = /^([^=]+)=(.+)$/u.exec(pair) ?? [];
    if (asset === undefined || contract === undefined)
      return wrongUsage(option, 'expected ASSET=CONTRACT, such as BTC=cme:MBT');
    chosen[asset.toUpperCase()] = contract;
  }
  return ok(chosen);
}

function isRounding(text: string): text is OverlayInput['rounding'] {
  return text === 'floor' || text === 'nearest' || text === 'ceil';
}
