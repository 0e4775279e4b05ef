/**
 * Facts in the words of rotki's tests, of a statement without ids. rotki makes one event of each fill and gives fees of a
 * second to one of them; here they are sums by second and coin, which any way of putting rows together must reach.
 */
import type { LedgerEvent } from '../../../../src/shared/domain/event.ts';
import { absolute, add, isNegative } from '../../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../../src/shared/num/format.ts';
import { quantity } from '../../../../src/shared/num/parse.ts';
import { type Quantity, zeroQuantity } from '../../../../src/shared/num/types.ts';
import { epochMs } from '../../../../src/shared/time/instant.ts';

export interface RotkiFact {
  readonly kind: string;
  readonly event_subtype: string;
  readonly asset: string;
  readonly amount: string;
  readonly timestamp_ms: number;
}

/** rotki's names of assets. */
const names: Readonly<Record<string, string>> = {
  ETH2: 'BETH',
  'eip155:1/erc20:0x71Ab77b7dbB4fa7e017BC15090b2163221420282': 'HIGH',
  'eip155:1/erc20:0xE41d2489571d322189246DaFA5ebDe1F4699F498': 'ZRX',
  'eip155:56/erc20:0x23CE9e926048273eF83be0A3A8Ba9Cb6D45cd978': 'DAR',
  'eip155:1/erc20:0x7D1AfA7B718fb893dB30A3aBc0Cfc608AaCfeBB0': 'MATIC',
  'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48': 'USDC',
};

/** In milliseconds, or where a fact forgot them, in seconds. */
function secondOf(stamp: number): number {
  return stamp > 1e11 ? Math.floor(stamp / 1000) : stamp;
}

class Sums {
  readonly all = new Map<string, Quantity>();

  add(key: string, amount: Quantity): void {
    this.all.set(key, add(this.all.get(key) ?? zeroQuantity, amount));
  }
}

function inText(sums: Sums, keys: Iterable<string>): readonly string[] {
  return [...keys].map((key) => `${key} ${toText(sums.all.get(key) ?? zeroQuantity)}`);
}

/** "1604067680 SPEND EUR 134.4719075" of each sum: what the facts say, and what the events come to. */
export function swapSums(
  facts: readonly RotkiFact[],
  events: readonly LedgerEvent[],
): { readonly stated: readonly string[]; readonly found: readonly string[] } {
  const stated = new Sums();
  for (const { kind, event_subtype: way, asset, amount, timestamp_ms: stamp } of facts) {
    if (kind !== 'SwapEvent') continue;
    stated.add(`${secondOf(stamp)} ${way} ${names[asset] ?? asset}`, quantity(amount));
  }
  const found = new Sums();
  for (const { kind, time, legs } of events) {
    if (kind !== 'buy' && kind !== 'sell' && kind !== 'swap') continue;
    for (const { role, asset, quantity: amount } of legs) {
      const way = role === 'fee' ? 'FEE' : isNegative(amount) ? 'SPEND' : 'RECEIVE';
      found.add(`${Math.floor(epochMs(time) / 1000)} ${way} ${asset}`, absolute(amount));
    }
  }
  return { stated: inText(stated, stated.all.keys()), found: inText(found, stated.all.keys()) };
}

/** "1603922583 EUR 245.25" of each fact that is no trade. */
export function otherFacts(facts: readonly RotkiFact[]): readonly string[] {
  return facts
    .filter(({ kind }) => kind !== 'SwapEvent')
    .map(({ asset, amount, timestamp_ms: stamp }) => {
      return `${secondOf(stamp)} ${names[asset] ?? asset} ${toText(absolute(quantity(amount)))}`;
    });
}
