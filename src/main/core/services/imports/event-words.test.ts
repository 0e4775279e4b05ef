import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../../../importers/read-text.fixture.ts';
import type { Leg, LegRole } from '../../../../shared/domain/event.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { eventWords } from './event-words.ts';

it('says every kind of event in words', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../../docs/formats/hedgerow-csv.md'), 'utf8');
  const examples = [...page.matchAll(/```csv\n(.*?)```/gsu)].map((match) => match[1] ?? '');
  const words = examples.flatMap((text) => readText(text).drafts.map((draft) => eventWords(draft)));
  expect(words).toEqual([
    'Bought 0.05 BTC for 4,300 USD, fee 11.18 USD',
    'Sold 0.8 ETH for 1,750 USD, fee 4.55 USD',
    'Swapped 0.03 BTC for 1.2 ETH, fee 0.00003 BTC',
    'Moved 0.02 BTC between own accounts',
    'Moved 1 ETH between own accounts, fee 0.001 ETH',
    'Received 5,000 USD from elsewhere',
    'Sent 0.01 BTC elsewhere, fee 0.0001 BTC',
    'Received 0.5 BTC from elsewhere',
    'Was given 2 ETH',
    'Income of 0.0021 ETH (staking)',
    'Income of 1.4 USDC (interest)',
    'Income of 120 ARB (airdrop)',
    'Was given back 0.8 USD of fees',
    'Spent 0.002 BTC, fee 0.00001 BTC',
    'Gave 0.5 ETH away',
    'Donated 0.01 BTC',
    'Lost 3 SOL',
    'Paid a fee of 0.0004 ETH',
    'Balance changed by +1,000 LUNC',
    'Balance changed by −1,000 LUNA',
    'Moved 0.001 BTC between own accounts',
    'Was given 0.5 ETH',
    'Sold 0.15 BTCUSDT at 91,250.5, fee 5.475 USDT',
    'Bought 0.15 BTCUSDT at 88,000, profit 487.575 USDT, fee 5.28 USDT',
    'Bought 2 ETHUSDT at 3,010.4 (long position), fee 0.0031 BNB',
    'Settlement of 189.2 USDT on ETHUSDT_260327',
    'Liquidation on SOLUSDT, loss 140 USDT, insurance fund paid 3.2 USDT, fee 0.46 USDT',
    'Received 1.37 USDT of funding on BTCUSDT',
    'Paid 0.42 USDT of funding on BTCUSDT',
    'Loss of 12.5 USDT on BTCUSDT',
    'Paid a futures fee of 0.9 USDT on BTCUSDT',
    'Received 1.1 USDT from the insurance fund on SOLUSDT',
    'Position closed with a loss of 8.5 USDT on SOLUSDT, fee 0.3 USDT',
  ]);
});

it('names the account where a deposit came from and a withdrawal went, where it is known', () => {
  const { drafts } = readText(
    'Time,Kind,Account,Received Asset,Received Quantity,Sent Asset,Sent Quantity\n' +
      '2025-01-01 10:00:00,deposit,A,ETH,1,,\n2025-01-01 10:00:00,withdrawal,A,,,ETH,1\n',
  );
  expect(drafts.map((draft) => eventWords(draft, 'Kraken'))).toEqual([
    'Received 1 ETH from Kraken',
    'Sent 1 ETH to Kraken',
  ]);
});

/** Source: review of issue 7 (use 7). */
it('keeps apart what a closed position won, its fee and its funding', () => {
  const leg = (role: LegRole, amount: string): Leg => ({
    account: 'a' as Leg['account'],
    asset: 'USDT' as Leg['asset'],
    role,
    quantity: quantity(amount),
  });
  const contract = 'kucoin:ETHUSDTM' as const;
  const closed = (...legs: readonly Leg[]): string =>
    eventWords({ kind: 'closed-position', contract: contract as never, legs });
  expect(closed(leg('profit', '-20'), leg('fee', '-2.5'), leg('funding', '0.5'))).toBe(
    'Position closed with a loss of 20 USDT on ETHUSDTM, fee 2.5 USDT, funding received 0.5 USDT',
  );
  expect(closed(leg('profit', '20'), leg('fee', '0.1'), leg('funding', '-0.5'))).toBe(
    'Position closed with a profit of 20 USDT on ETHUSDTM, fee given back 0.1 USDT, funding paid 0.5 USDT',
  );
  expect(closed(leg('fee', '-2.5'))).toBe(
    'Position closed with neither profit nor loss on ETHUSDTM, fee 2.5 USDT',
  );
  const of = (kind: 'liquidation' | 'settlement' | 'realised-profit', ...legs: readonly Leg[]): string =>
    eventWords({ kind, contract: contract as never, legs });
  expect(of('realised-profit', leg('fee', '-1.75'))).toBe(
    'Neither profit nor loss on ETHUSDTM, fee 1.75 USDT',
  );
  expect(of('realised-profit', leg('profit', '3'), leg('profit', '-1'))).toBe(
    'Profit of 3 USDT and −1 USDT on ETHUSDTM',
  );
  expect(of('liquidation', leg('profit', '-50'), leg('fee', '-0.5'))).toBe(
    'Liquidation on ETHUSDTM, loss 50 USDT, fee 0.5 USDT',
  );
  expect(of('settlement', leg('profit', '0.00136'), leg('profit', '-0.00002'))).toBe(
    'Settlement of 0.00136 USDT and −0.00002 USDT on ETHUSDTM',
  );
  expect(eventWords({ kind: 'funding', contract: contract as never, legs: [leg('funding', '-0.5')] })).toBe(
    'Paid 0.5 USDT of funding on ETHUSDTM',
  );
});
