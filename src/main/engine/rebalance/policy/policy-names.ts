import type { AssetId } from '../../../../shared/domain/asset.ts';
import { CASH } from '../../../../shared/domain/policy.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';

/** Words that sentences are made of: a ticker that is one of them is written in quotes. */
export const RESERVED_WORDS: readonly string[] =
  `a above act also an and any anything are as at away back band beyond but by cash cost costs count each edge else every everything
   first from get gets go goes group half held hold if ignore ignored in into is it its keep leave least less
   max maximum money more most move moved moves never no not nothing of off on once one only or other out outside over own
   per percent please point points quarter rebalance return set stand stands target targets tax taxes than that the their
   then they this to trade triggers under use weight whenever when what with within worth year month week zero`
    .split(/\s+/u)
    .filter((word) => word !== '');
const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS);

function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** An asset as a sentence names it: cash, a plain ticker, or any other in quotes. */
export function assetWords(asset: AssetId): string {
  if (asset === CASH) return 'cash';
  return /^[A-Z][A-Z0-9]*$/u.test(asset) && !isReserved(asset) ? asset : `"${asset}"`;
}

/** A line as sentences name it: its asset, or the group's name in quotes. */
export function lineWords(of: string, { groups }: Pick<Policy, 'groups'>): string {
  return groups.some(({ name }) => name === of) ? `"${of}"` : assetWords(of as AssetId);
}
