import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countOf } from '../numbers.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Typed = CallInput<'market.type'>;
type Amount = NonNullable<Typed['volume24h']>;

const amountOf = /^(\d+(?:\.\d+)?)\s*(coins|contracts|money)$/u;
const rateOf = /^(-?\d+(?:\.\d+)?)\s*(%|bp|fraction)\/(\d+(?:\.\d+)?)h$/u;
const depthOf = /^(\d+(?:\.\d+)?)\s*(coins|contracts|money)@(\d+(?:\.\d+)?)%$/u;
const rateUnits = { '%': 'percent', bp: 'bp', fraction: 'fraction' } as const;

export const marketSet: Verb = {
  summary: 'stores market data that you type; each number says its unit',
  usage: 'OF NAME=VALUE… [--time TIME]',
  example: 'market set binance-um:BTCUSDT funding=0.01%/8h bid=64990 ask=65010 depth-bid=120coins@1%',
  options: {
    time: { type: 'string', help: 'when it held (default: now), as 2026-11-22T12:00:00Z' },
  },
  run: async (context) => {
    const [of, ...words] = context.positionals;
    const typed = typedOf(of, words, textOption(context, 'time'));
    if (!typed.ok) return typed;
    return await reportOf(await context.openLedger(), 'market.type', typed.value, ({ stored, echo }) =>
      [...echo, `Stored ${countOf(stored, 'value')}.`].join('\n'),
    );
  },
};

function typedOf(of: string | undefined, words: readonly string[], time: string | undefined): Result<Typed> {
  if (of === undefined || of.includes('='))
    return wrongUsage('OF', 'say first what it is of, such as binance-um:BTCUSDT');
  let typed: Typed = { of, ...(time !== undefined && { time }) };
  for (const word of words) {
    const [name = '', value] = word.split('=', 2);
    const part = value === undefined ? wrongUsage(word, 'expected NAME=VALUE') : partOf(name, value, typed);
    if (!part.ok) return part;
    typed = { ...typed, ...part.value };
  }
  return words.length === 0
    ? wrongUsage('NAME=VALUE', `give at least one of ${names.join(', ')}`)
    : ok(typed);
}

const names = [
  'funding',
  'bid',
  'ask',
  'depth-bid',
  'depth-ask',
  'volume',
  'open-interest',
  'fear-greed',
  'account-ratio',
] as const;

function partOf(name: string, value: string, { depth = [] }: Typed): Result<Partial<Typed>> {
  switch (name) {
    case 'funding':
      return fundingOf(value);
    case 'bid':
    case 'ask':
      return ok({ [name]: value });
    case 'depth-bid':
    case 'depth-ask': {
      const [, size, unit, withinPercent] = depthOf.exec(value) ?? [];
      if (size === undefined || unit === undefined || withinPercent === undefined)
        return wrongUsage(name, 'expected amount, unit and distance, such as 120coins@1%');
      const side = name === 'depth-bid' ? 'bid' : 'ask';
      return ok({ depth: [...depth, { side, size, withinPercent, unit: unit as Amount['unit'] }] });
    }
    case 'volume':
    case 'open-interest': {
      const [, amount, unit] = amountOf.exec(value) ?? [];
      if (amount === undefined || unit === undefined)
        return wrongUsage(name, 'expected an amount with its unit, such as 120000coins or 8000000000money');
      const read = { amount, unit: unit as Amount['unit'] };
      return ok(name === 'volume' ? { volume24h: read } : { openInterest: read });
    }
    case 'fear-greed':
      return /^\d{1,3}$/u.test(value)
        ? ok({ fearGreed: Number(value) })
        : wrongUsage(name, 'expected 0 to 100');
    case 'account-ratio':
      return ok({ accountRatio: value });
    default:
      return wrongUsage(name, `expected one of ${names.join(', ')}`);
  }
}

function fundingOf(value: string): Result<Partial<Typed>> {
  const [, rate, unit, hours] = rateOf.exec(value) ?? [];
  if (rate === undefined || unit === undefined || hours === undefined)
    return wrongUsage(
      'funding',
      'expected rate, unit and hours, such as 0.01%/8h, 1bp/8h or 0.0001fraction/8h',
    );
  return ok({ funding: { rate, unit: rateUnits[unit as keyof typeof rateUnits], hours: Number(hours) } });
}
