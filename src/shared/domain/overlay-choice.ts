/** Which contract stands for each asset until the user chooses another: screen and terminal begin with the same. */
import type { CallAnswer, CallInput } from '../contract/contract.ts';
import { compare } from '../num/arithmetic.ts';
import { quantity } from '../num/parse.ts';

export type Contract = CallAnswer<'targets.contracts'>['contracts'][number];
type DriftRow = Pick<CallAnswer<'targets.read'>['drift'][number], 'asset' | 'drift'>;
type Holdings = CallAnswer<'holdings.read'>;
export type OverlayInput = CallInput<'targets.overlay'>;

/** Assets that futures could bring to target: off target, and not money. */
export function assetsToHedge(
  drift: readonly DriftRow[],
  holdings: readonly Pick<Holdings['holdings'][number], 'asset' | 'assetClass'>[],
): readonly string[] {
  const money = new Set(holdings.filter(({ assetClass }) => assetClass !== 'coin').map(({ asset }) => asset));
  return drift
    .filter(({ asset, drift: off }) => /[1-9]/u.test(off) && !money.has(asset))
    .map(({ asset }) => asset);
}

/**
 * Contracts on one asset, most fitting first: open to United States persons; surely under section 1256, whose gains are
 * taxed 60/40; where a position is open already; margin in dollars before margin in coins; the smaller size, which leaves
 * less over; the later expiry, which is rolled less often; then by name.
 */
export function rankedContracts(
  asset: string,
  contracts: readonly Contract[],
  positions: Holdings['positions'],
): readonly Contract[] {
  const open = new Set(positions.filter(({ side }) => side !== 'flat').map(({ contract }) => contract));
  return contracts
    .filter(({ underlying }) => underlying === asset)
    .toSorted(
      (a, b) =>
        usRank(a) - usRank(b) ||
        taxRank(a) - taxRank(b) ||
        Number(open.has(b.id)) - Number(open.has(a.id)) ||
        payoffRank[a.payoff] - payoffRank[b.payoff] ||
        compare(quantity(a.multiplier), quantity(b.multiplier)) ||
        (b.expiry ?? '').localeCompare(a.expiry ?? '') ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
}

function taxRank({ section1256, section1256Settled }: Contract): number {
  return section1256 && section1256Settled ? 0 : 1;
}

const payoffRank = { linear: 0, inverse: 1, quanto: 2 } as const;

function usRank({ usPersons }: Contract): number {
  if (usPersons === null) return 1;
  return usPersons ? 0 : 2;
}

/** What each asset gets: the user's choice ("" for none), else the most fitting contract. */
export function overlayInput(
  assets: readonly string[],
  chosen: Readonly<Record<string, string>>,
  contracts: readonly Contract[],
  positions: Holdings['positions'],
  rounding: OverlayInput['rounding'],
): OverlayInput {
  const pairs = assets.flatMap((asset) => {
    const contract = chosen[asset] ?? rankedContracts(asset, contracts, positions)[0]?.id ?? '';
    return contract === '' ? [] : [{ asset, contract }];
  });
  return { contracts: pairs, rounding };
}
