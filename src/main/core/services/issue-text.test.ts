import { describe, expect, it } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { issueOf } from '../../engine/issue-of.ts';
import type { Derived } from '../derived.ts';
import { issueTexts } from './issue-text.ts';

const event = 'f27fc01e88aa-0' as EventId;
const account = accountId('ledger-nano-old');

function named(file: string, line: number): Pick<Derived, 'facts' | 'accountName'> {
  const sale: LedgerEvent = {
    id: event,
    time: instantFromIso('2026-01-01T00:00:00Z'),
    sequence: 0,
    kind: 'sell',
    legs: [],
    source: { file, line, format: 'hedgerow' },
  };
  const accounts = new Map([[accountId('kraken'), {}]]);
  return {
    facts: { events: [sale], accounts } as unknown as Derived['facts'],
    accountName: (id) => (id === account ? 'Ledger Nano (old)' : 'Kraken'),
  };
}

const tooMuch = issueOf(
  'lots/insufficient',
  'error',
  {
    missing: '0.5',
    asset: 'BTC',
    event,
    consequence: 'They count as costing nothing.',
    arrived: '1',
    left: '0.75',
    what: `more left "${account}" than the files show arriving there`,
    cause: `the 0.5 BTC that left "kraken" on 2025-12-31 without a known arrival went to "${account}"`,
  },
  { event, asset: 'BTC', account },
);

describe('issueTexts', () => {
  it('says file, line and the name of the account; the ids stay in their fields', () => {
    const [text] = issueTexts([tooMuch], named('coinbase.csv', 7));
    expect(text?.message).toBe(
      '0.5 BTC more left "Ledger Nano (old)" than the files show arriving there (coinbase.csv, line 7). Up to then 1 BTC had arrived there and 0.75 BTC had left. They count as costing nothing.',
    );
    expect(text?.fix).toContain(
      'the 0.5 BTC that left "Kraken" on 2025-12-31 without a known arrival went to "Ledger Nano (old)"',
    );
    expect(text).toMatchObject({ event, account });
  });

  it('says of an event without a file that it was typed', () => {
    const [text] = issueTexts([tooMuch], named('', 0));
    expect(text?.message).toContain('(typed by you)');
  });
});
