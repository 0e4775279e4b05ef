import type { ReadText } from '../../../src/main/importers/read-text.fixture.ts';
import type { CheckedSample } from './checked-samples.fixture.ts';
import { checkRotkiFact } from './facts/rotki-facts.ts';

type Check = NonNullable<CheckedSample['check']>;

/**
 * rotki writes income as a purchase at a price of zero, and states what it left out in a warning. In: `names`, what it calls
 * coins otherwise; `isProfit`, legs that are profit of futures here and income or cost there.
 */
function rotki(names: Readonly<Record<string, string>> = {}, isProfit: readonly string[] = []): Check {
  const check = checkRotkiFact(
    (leg) => / principal 0 /u.test(leg) || isProfit.some((end) => leg.endsWith(end)),
  );
  return (read: ReadText, fact: object) => {
    if (!('asset' in fact)) return 0;
    const asset = String(fact.asset);
    const isReward = 'event_subtype' in fact && fact.event_subtype === 'REWARD';
    const stated = { ...fact, asset: names[asset] ?? asset };
    return check(read, isReward ? { ...stated, event_subtype: 'RECEIVE' } : stated);
  };
}

/** Samples of tax programs and portfolio trackers. */
export const genericSamples: Readonly<Record<string, CheckedSample>> = {
  'crypto_com/exchange_rewards_koinly_layout.csv': { format: 'koinly-universal' },
  'generic/bitcoin_tax_spending_rotki.csv': { format: 'bitcoin-tax' },
  'generic/bitcoin_tax_trades_rotki.csv': { format: 'bitcoin-tax' },
  'generic/bittytax_generic_example.csv': { format: 'bittytax' },
  'generic/blockpit_transactions_rotki.csv': {
    format: 'blockpit',
    check: rotki({ ETH_MATIC: 'MATIC' }, [' -0.0181 EUR', ' 0.0025 EUR']),
  },
  'generic/coinledger_export_rotki.csv': { format: 'coinledger' },
  // No row says whether day or month comes first.
  'generic/cointracking_custom_dates_rotki.csv': {
    format: 'cointracking',
    dateOrder: 'day-first',
    check: rotki(),
  },
  'generic/cointracking_pandas_resaved.csv': { format: 'cointracking' },
  'generic/cointracking_trades_rotki.csv': { format: 'cointracking', check: rotki() },
  'generic/dali_manual_in.csv': { format: 'dali-manual' },
  'generic/dali_manual_out.csv': { format: 'dali-manual' },
  'generic/koinly_bulk_edit_2025.csv': { format: 'koinly-export' },
  'generic/koinly_universal_template.csv': { format: 'koinly-universal' },
  'generic/pionex_trades_cointracker_format.csv': { format: 'cointracker-import' },
  'generic/pionex_transfers.csv': { format: 'pionex-moves' },
  'generic/rotki_generic_trades.csv': { format: 'rotki-trades', check: rotki() },
};
