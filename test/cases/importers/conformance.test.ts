/**
 * The files collected in ../shared/facts/csv/samples, where they are present: rows of other projects and people, which
 * this project does not carry. Their `.expected.json` states facts; what is read must agree with each.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../../src/shared/num/parse.ts';
import { absolute, add } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { zeroQuantity } from '../../../src/shared/num/types.ts';
import { toIso } from '../../../src/shared/time/instant.ts';
import type { EventDraft } from '../../../src/main/importers/importer.ts';
import { readText, type ReadText } from '../../../src/main/importers/read-text.fixture.ts';
import { binanceSamples } from './binance-samples.fixture.ts';
import type { Sample } from './sample.fixture.ts';
import { type CheckedSample, checkedSamples } from './checked-samples.fixture.ts';
import { exchangeSamples } from './exchange-samples.fixture.ts';
import { genericSamples } from './generic-samples.fixture.ts';
import { venueSamples } from './venue-samples.fixture.ts';

const samples = join(import.meta.dirname, '../../../../shared/facts/csv/samples');
const arePresent = existsSync(samples);
if (!arePresent) console.warn('Conformance samples are not here (../shared/facts/csv/samples): skipped.');

/** Samples whose facts are checked here. */
const checkedHere: Readonly<Record<string, CheckedSample>> = {
  ...checkedSamples,
  ...venueSamples,
  ...genericSamples,
  ...exchangeSamples,
  'binance/spot_trades_2020_semicolon.csv': { format: 'binance-spot' },
  'binance/spot_trades_2022_digit_leading_ticker.csv': { format: 'binance-spot' },
  'binance/spot_trades_2022_quoting_variants.csv': { format: 'binance-spot' },
  'binance/spot_trades_2023_price_thousands.csv': { format: 'binance-spot' },
  'binance/spot_trades_2023_two_digit_year.csv': { format: 'binance-spot' },
  'binance/um_futures_trade_history_fee_glued_2026.csv': { format: 'binance-um-trades' },
  // Its symbol is a placeholder: which coin profit is paid in cannot be told.
  'binance/um_futures_trade_history_position_side.csv': { format: 'binance-um-trades', bad: 1 },
  'binance/um_futures_trade_history_uid_2023_2026.csv': { format: 'binance-um-trades' },
  'binance/um_futures_transaction_history_legacy.csv': { format: 'binance-um-income' },
  'coinbase/retail_v1_eur_2020.csv': { format: 'coinbase' },
  // One row has a quotation mark that is never closed.
  'coinbase/retail_v3_spot_price_2022_quoting.csv': { format: 'coinbase', bad: 1 },
  'coinbase/retail_v4_2024_preamble.csv': { format: 'coinbase' },
  'coinbase/retail_v5_2025_addresses.csv': { format: 'coinbase' },
};

/** Samples of the formats that Hedgerow reads. Facts of Binance's statement and other files: binance-facts.test.ts. */
const supported: Readonly<Record<string, Sample>> = { ...checkedHere, ...binanceSamples };

/** A fact about one row, as the collection words it. */
interface RowFact {
  readonly row?: number;
  readonly time?: string;
  readonly type?: string;
  readonly base?: string;
  readonly quote?: string;
  readonly fee?: string;
  readonly subtotal?: string;
  readonly total?: string;
  readonly received?: string;
  readonly sell?: string;
  readonly buy?: string;
  readonly pnl?: string;
}

function readSample(name: string): ReadText {
  const { market, dateOrder } = supported[name] ?? {};
  return readText(readFileSync(join(samples, name)), {
    file: name.split('/')[1] ?? name,
    ...(market !== undefined && { market }),
    ...(dateOrder !== undefined && { dateOrder }),
  });
}

describe.skipIf(!arePresent)('samples of other projects', () => {
  it.each(Object.entries(supported))('%s is detected and read', (name, { format, bad = 0, ignored = 0 }) => {
    const read = readSample(name);
    expect(read.message).toBe('');
    expect(read.format).toBe(format);
    const faults = read.problems.filter(({ severity }) => severity === 'error');
    expect(new Set(faults.map(({ line }) => line)).size).toBe(bad);
    expect(read.ignored).toHaveLength(ignored);
    expect(read.events).toHaveLength(read.rows - bad - ignored);
  });

  it.each(Object.keys(supported).filter((name) => hasFacts(name) && !(name in binanceSamples)))(
    '%s agrees with its facts',
    (name) => {
      const read = readSample(name);
      const { facts } = JSON.parse(readFileSync(factsPath(name), 'utf8')) as { facts: readonly object[] };
      let checked = 0;
      const check = checkedHere[name]?.check;
      for (const [at, fact] of facts.entries()) checked += check?.(read, fact) ?? checkFact(read, fact, at);
      expect(checked).toBeGreaterThan(0);
    },
  );

  it('formats that Hedgerow does not read are not taken for others', () => {
    for (const folder of readdirSync(samples, { withFileTypes: true })) {
      if (!folder.isDirectory()) continue;
      for (const file of readdirSync(join(samples, folder.name))) {
        const name = `${folder.name}/${file}`;
        if (file.endsWith('.csv') && !(name in supported))
          expect([name, readSample(name).format]).toEqual([name, '']);
      }
    }
  });
});

function factsPath(name: string): string {
  return join(samples, name.replace(/\.csv$/u, '.expected.json'));
}

function hasFacts(name: string): boolean {
  return existsSync(factsPath(name));
}

/** Out: how many statements were checked. */
function checkFact(read: ReadText, fact: object, at: number): number {
  if ('all_rows' in fact) {
    for (const draft of read.drafts) checkRow(draft, fact.all_rows as RowFact);
    return read.drafts.length;
  }
  if ('BTCUSDT' in fact)
    return checkSums(read, fact.BTCUSDT as { readonly gross: string; readonly fees: string });
  const row = fact as RowFact;
  const draft = read.drafts[(row.row ?? at + 1) - 1];
  expect(draft).toBeDefined();
  return draft === undefined ? 0 : checkRow(draft, row);
}

function checkSums(
  read: ReadText,
  { gross, fees }: { readonly gross: string; readonly fees: string },
): number {
  const total = (role: string): string =>
    toText(
      absolute(
        read.drafts
          .filter(({ fill }) => fill?.contract === 'binance-um:BTCUSDT')
          .flatMap(({ legs }) => legs.filter((leg) => leg.role === role))
          .reduce((sum, leg) => add(sum, leg.quantity), zeroQuantity),
      ),
    );
  expect([total('profit'), total('fee')]).toEqual([gross, fees]);
  return 2;
}

function checkRow(draft: EventDraft, fact: RowFact): number {
  const legs = draft.legs.map(({ quantity: amount, asset, role }) => ({
    amount: toText(amount),
    asset,
    role,
  }));
  const has = (text: string, role: string, signs: readonly ('' | '-')[]): void => {
    const [number = '', asset = ''] = text.split(' ');
    const plain = toText(absolute(quantity(number)));
    const matching = legs.filter((leg) => leg.asset === asset && leg.role === role);
    expect(matching.map(({ amount }) => amount)).toContain(
      `${signs.find((sign) => matching.some(({ amount }) => amount === sign + plain)) ?? '?'}${plain}`,
    );
  };
  const isBuy = fact.type === 'BUY';
  const sides = fact.type === undefined ? (['', '-'] as const) : null;
  let checked = 0;
  const check = (text: string | undefined, role: string, signs: readonly ('' | '-')[]): void => {
    if (text === undefined) return;
    has(text, role, signs);
    checked++;
  };
  check(fact.base, 'principal', sides ?? [isBuy ? '' : '-']);
  check(fact.quote ?? fact.subtotal, 'principal', sides ?? [isBuy ? '-' : '']);
  check(fact.fee, 'fee', ['-']);
  check(fact.sell, 'principal', ['-']);
  check(fact.buy, 'principal', ['']);
  check(
    fact.pnl === undefined ? undefined : fact.pnl.replace(/^-/u, ''),
    'profit',
    fact.pnl?.startsWith('-') === true ? ['-'] : [''],
  );
  if (fact.time !== undefined) {
    expect(toIso(draft.time)).toBe(fact.time);
    checked++;
  }
  checked += checkNet(draft, fact.total, '-') + checkNet(draft, fact.received, '');
  return checked;
}

/** What was paid or received in all: principal and fee in one currency. */
function checkNet(draft: EventDraft, stated: string | undefined, sign: '' | '-'): number {
  if (stated === undefined) return 0;
  const [number = '', asset = ''] = stated.split(' ');
  const net = draft.legs
    .filter((leg) => leg.asset === asset)
    .reduce((sum, leg) => add(sum, leg.quantity), zeroQuantity);
  expect(toText(net)).toBe(sign + toText(quantity(number)));
  return 1;
}
