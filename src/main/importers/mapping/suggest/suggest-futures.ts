/** What a file of futures shows of its contracts by itself. What it does not show stays unsaid: the user is asked. */
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';
import { slugOf } from '../../../../shared/domain/mapping-draft.ts';
import { pairOf } from '../mapped-market.ts';
import type { FoundRoles } from './column-roles.ts';
import type { Preset } from './presets.ts';

type Contract = NonNullable<MappingProfile['contract']>;

/** In: `name`, of the file: nobody else says whose contracts they are. */
export function suggestContract(
  roles: FoundRoles,
  pair: MappingProfile['pair'],
  preset: Preset | null,
  name: string,
): Contract {
  const payoff = shownPayoff(roles, pair);
  if (preset !== null) return { ...preset.contract, payoff: payoff ?? preset.contract.payoff };
  return { venue: slugOf(name), payoff };
}

/** Nobody has contracts that are priced in these and pay in the coin. */
const dollarCoins: ReadonlySet<string> = new Set(['USDT', 'USDC', 'BUSD', 'FDUSD', 'TUSD', 'DAI', 'USDD']);

/** By the coin that profit is paid in, else by what the market is quoted in. */
function shownPayoff(roles: FoundRoles, written: MappingProfile['pair']): Contract['payoff'] {
  const markets = (roles.get('contract')?.column.cells ?? []).map((cell) => pairOf(cell, written));
  const pairs = markets.filter((pair) => pair !== null);
  if (pairs.length === 0 || pairs.length < markets.length) return null;
  const paid = new Set((roles.get('profit-asset')?.column.cells ?? []).map((cell) => cell.toUpperCase()));
  if (paid.size > 0) {
    if (pairs.every(({ quote }) => paid.has(quote)) && !pairs.some(({ base }) => paid.has(base)))
      return 'linear';
    if (pairs.every(({ base }) => paid.has(base)) && !pairs.some(({ quote }) => paid.has(quote)))
      return 'inverse';
    return null;
  }
  return pairs.every(({ quote }) => dollarCoins.has(quote)) ? 'linear' : null;
}
