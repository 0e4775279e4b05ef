/** Exports that write one trade as several rows: what the rows of the cases become where the ledger is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assembleParts } from '../../../src/main/engine/events/assemble-parts.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';
import { compareEvents } from '../../../src/shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import { toText } from '../../../src/shared/num/format.ts';

interface CaseFile {
  readonly format: string;
  readonly cases: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

/** The trades of a case, as "buy: +2 SOL, -300 USDT, -0.1 SOL fee (from 2 rows)". */
function tradesOf(format: string, name: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, `${format}.json`), 'utf8');
  const found = (JSON.parse(text) as CaseFile).cases.find((one) => one.name.startsWith(name));
  expect(found).toBeDefined();
  const { drafts } = readText((found?.lines ?? []).join('\n'));
  const rows = drafts.map(({ line, raw: _, ...draft }): LedgerEvent => ({
    ...draft,
    id: `row-${line}` as EventId,
    sequence: line,
    source: { file: 'rows.csv', line, format },
  }));
  const { events, issues } = assembleParts(rows.toSorted(compareEvents));
  expect(issues).toEqual([]);
  return events.filter(({ parts }) => parts !== undefined).map(inWords);
}

function inWords({ kind, legs, parts = [] }: LedgerEvent): string {
  const words = legs.map(({ quantity, asset, role }) => {
    const amount = toText(quantity);
    return `${amount.startsWith('-') ? '' : '+'}${amount} ${asset}${role === 'principal' ? '' : ` ${role}`}`;
  });
  return `${kind}: ${words.toSorted().join(', ')} (from ${parts.length + 1} rows)`;
}

it.each<readonly [format: string, name: string, trades: readonly string[]]>([
  [
    'bybit-unified-log',
    'a spot fill is two rows',
    ['buy: +0.01 BTC, -0.00001 BTC fee, -600 USDT (from 2 rows)'],
  ],
  [
    'bybit-unified-details',
    'asset change details: a line above',
    ['sell: +1200 EUR, -0.6 ETH, -1.2 EUR fee (from 4 rows)'],
  ],
  [
    'bitfinex-ledger',
    'moves that leave',
    [
      'withdrawal: -0.0004 BTC fee, -0.5 BTC (from 2 rows)',
      'buy: +0.0106 BTC, -0.0000212 BTC fee, -39.9726 USD (from 3 rows)',
    ],
  ],
  ['bybit-asset-changes', 'moves; a withdrawal fee apart', ['sell: +470 USDT, -0.01 BTC (from 2 rows)']],
  ['okx-trading', '2021:', ['sell: +2250 USDT, -0.5 ETH, -2.25 USDT fee (from 2 rows)']],
  ['okx-trading', '2023:', ['buy: +0.02 BTC, -0.00002 BTC fee, -560 USDT (from 2 rows)']],
  ['okx-trading', '2025:', ['sell: +450 USDC, -0.45 USDC fee, -3 SOL (from 2 rows)']],
  ['okx-trades-2018', 'two rows a trade', ['buy: +2 LTC, -0.002 LTC fee, -240 USDT (from 2 rows)']],
  [
    'bitget-spot-bills',
    '2024:',
    ['buy: +2 SOL, -0.002 SOL fee, -300 USDT (from 2 rows)', 'buy: +9 BGB, -10 USDT (from 2 rows)'],
  ],
  [
    'kucoin-account-history',
    'distributions and dust',
    [
      'swap: +0.05 KCS, -0.001 KCS fee, -0.5 ABC (from 2 rows)',
      'buy: +0.2 SOL, -0.03 USDT fee, -30 USDT (from 2 rows)',
    ],
  ],
  ['mexc-spot-moves', 'the spot statement', ['buy: +0.4 SOL, -60 USDT (from 2 rows)']],
])('%s, %s', (format, name, trades) => {
  expect(tradesOf(format, name)).toEqual(trades);
});
