import { describe, expect, it } from 'vitest';
import { accountAmong } from './account-named.ts';
import { lotReference } from './lot-reference.ts';

const accounts = [
  { account: 'kraken', accountName: 'Kraken', kind: 'exchange' },
  { account: 'nano', accountName: 'Ledger Nano', kind: 'wallet' },
  { account: 'nano-2', accountName: 'Old', kind: 'wallet' },
  { account: 'nano-3', accountName: 'Old', kind: 'wallet' },
];

describe('accountAmong', () => {
  it.each([
    ['kraken', 'kraken'],
    ['Kraken', 'kraken'],
    ['KRAKEN', 'kraken'],
    ['ledger nano', 'nano'],
    ['nano', 'nano'],
  ])('%s', (given, account) => {
    expect(accountAmong(accounts, given)).toEqual({ ok: true, value: account });
  });

  it('lists what there is', () => {
    expect(accountAmong(accounts, 'cold')).toMatchObject({
      failure: {
        code: 'elections/account-unknown',
        where: { field: 'account' },
        fix: expect.stringContaining('kraken (Kraken), nano (Ledger Nano)'),
      },
    });
  });

  it('asks which of several', () => {
    expect(accountAmong(accounts, 'old')).toMatchObject({
      failure: { code: 'call/invalid-input', message: expect.stringContaining('nano-2 (Old), nano-3 (Old)') },
    });
  });
});

describe('lotReference', () => {
  it.each([
    ['4a52-0', '4a52-0', undefined],
    ['lot:4a52-0', '4a52-0', undefined],
    ['lot:4a52-0#2@kraken', '4a52-0#2', 'kraken'],
    ['4a52-0@kraken', '4a52-0', 'kraken'],
  ])('%s', (word, lot, account) => {
    expect(lotReference(word)).toEqual({ lot, account });
  });
});
