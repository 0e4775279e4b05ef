import type { LedgerEvent } from '../../../../shared/domain/event.ts';

/** Binance's words since 2023: what was bought and paid for it; what was sold and came of it. Never both in one trade. */
const families: Readonly<Record<string, 'bought' | 'sold'>> = {
  'transaction buy': 'bought',
  'transaction spend': 'bought',
  'transaction sold': 'sold',
  'transaction revenue': 'sold',
};

/** Whether rows speak of a purchase and of a sale: they are no one trade, whatever they add up to. */
export function areTwoTrades(rows: readonly LedgerEvent[]): boolean {
  const found = new Set<string>();
  for (const { part } of rows) {
    const family = families[part?.operation.trim().toLowerCase() ?? ''];
    if (family !== undefined) found.add(family);
  }
  return found.size > 1;
}
