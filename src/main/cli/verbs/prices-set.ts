import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Prices = CallInput<'prices.set'>['prices'];

export const pricesSet: Verb = {
  summary: 'stores prices that you type',
  usage: 'ASSET=PRICE… [--time TIME]',
  example: 'prices set BTC=65000 ETH=2400.50 --time 2026-11-22T12:00:00Z',
  options: { time: { type: 'string', help: 'when they held (default: now), as 2026-11-22T12:00:00Z' } },
  run: async (context) => {
    const parsed = pricesOf(context.positionals, textOption(context, 'time'));
    if (!parsed.ok) return parsed;
    return await reportOf(
      await context.openLedger(),
      'prices.set',
      { prices: parsed.value },
      ({ stored }) => `Stored ${countOf(stored, 'price')}.`,
    );
  },
};

function pricesOf(words: readonly string[], time: string | undefined): Result<Prices> {
  if (words.length === 0) return wrongUsage('ASSET=PRICE', 'give at least one, such as BTC=65000');
  const prices: Prices = [];
  for (const word of words) {
    const [, of, price] = /^([^=]+)=(\d+(?:\.\d+)?)$/u.exec(word) ?? [];
    if (of === undefined || price === undefined)
      return wrongUsage(word, 'expected ASSET=PRICE, such as BTC=65000');
    prices.push({
      of: of.includes(':') ? of : of.toUpperCase(),
      price,
      ...(time === undefined ? {} : { time }),
    });
  }
  return ok(prices);
}
