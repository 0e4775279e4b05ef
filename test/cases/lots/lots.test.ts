/** `calc gains` on every case file of this folder: contract in, service, contract out. */
import { describe, expect, test } from 'vitest';
import { calcGainsHandlers } from '../../../src/main/core/services/calc/calc-gains.ts';
import { calcGainsInput, calcGainsOutput } from '../../../src/shared/contract/calc-gains.ts';
import type { CalcGainsOutput } from '../../../src/shared/contract/calc-gains.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { caseFiles } from '../case-files.fixture.ts';
import { noLedger } from '../no-ledger.fixture.ts';

async function gains(document: unknown): Promise<Result<CalcGainsOutput>> {
  const result = await calcGainsHandlers['calc.gains'](calcGainsInput.parse(document), noLedger);
  return result.ok ? { ok: true, value: calcGainsOutput.parse(result.value) } : result;
}

describe.each(caseFiles(import.meta.dirname))('$name: $title', ({ source, input, expected }) => {
  test('as its source says', async () => {
    expect(source.text).not.toBe('');
    expect(await gains(input)).toMatchObject({ ok: true, value: expected });
  });
});

const document = {
  jurisdiction: 'us',
  lotMethod: 'fifo',
  basisScope: 'account',
  currency: 'USD',
  events: [
    { id: 'b', time: '2025-01-01', kind: 'buy', account: 'A', asset: 'BTC', quantity: '1', total: '100' },
  ],
};
const [bought] = document.events;

async function refusal(changes: object): Promise<string> {
  const result = await gains({ ...document, ...changes });
  return result.ok ? 'accepted' : `${result.failure.code} ${result.failure.where.field ?? ''}`;
}

describe('refusals name the field', () => {
  test.each([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['an unknown field of an event', { events: [{ ...bought, colour: 'red' }] }, 'colour'],
    ['a missing field', { events: [{ ...bought, total: undefined }] }, 'total'],
    ['a missing kind', { events: [{ ...bought, kind: undefined }] }, 'kind'],
    ['a negative quantity', { events: [{ ...bought, quantity: '-1' }] }, 'quantity'],
    ['no quantity', { events: [{ ...bought, quantity: '0.000' }] }, 'quantity'],
    [
      'more digits than numbers have',
      { events: [{ ...bought, quantity: `1${'0'.repeat(30)}` }] },
      'quantity',
    ],
    ['a float', { events: [{ ...bought, quantity: 1 }] }, 'quantity'],
    ['another method', { lotMethod: 'average' }, 'lotMethod'],
    ['no scope', { basisScope: undefined }, 'basisScope'],
  ])('%s', (_, changes, field) => {
    const parsed = calcGainsInput.safeParse({ ...document, ...changes });
    expect(JSON.stringify(parsed.error?.issues)).toContain(field);
  });

  test.each([
    ['another law', { jurisdiction: 'atlantis' }, 'calc/jurisdiction-unknown jurisdiction'],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'call/invalid-input timeZone'],
    ['two events of one id', { events: [bought, bought] }, 'call/invalid-input events.1.id'],
    ['a short sale', { events: [{ ...bought, kind: 'short-open' }] }, 'calc/kind-not-in-law events.0.kind'],
    [
      'a fee of nothing',
      { events: [{ ...bought, feeQuantity: '1' }] },
      'call/invalid-input events.0.feeAsset',
    ],
    [
      'a fee without units',
      { events: [{ ...bought, feeAsset: 'BNB' }] },
      'call/invalid-input events.0.feeQuantity',
    ],
    [
      'a transfer that grows',
      {
        events: [
          {
            id: 't',
            time: '2025-01-01',
            kind: 'transfer',
            account: 'A',
            asset: 'BTC',
            quantity: '1',
            toAccount: 'B',
            received: '2',
          },
        ],
      },
      'call/invalid-input events.0.received',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected);
  });
});

test('what has no price takes no gain and says so', async () => {
  const transfer = {
    id: 't',
    time: '2025-02-01',
    kind: 'transfer',
    account: 'A',
    asset: 'BTC',
    quantity: '1',
  };
  const result = await gains({
    ...document,
    events: [bought, { ...transfer, toAccount: 'B', received: '0.9' }],
  });
  expect(result).toMatchObject({
    value: {
      disposals: [{ event: 't', quantity: '0.1', proceeds: '10', costBasis: '10', gain: '0' }],
      issues: [{ code: 'prices/missing', event: 't' }],
    },
  });
});
