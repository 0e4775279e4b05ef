/** `calc gains` on every case file of this folder: contract in, service, contract out. */
import { describe, expect, test } from 'vitest';
import { calcGainsHandlers } from '../../../src/main/core/services/calc/calc-gains.ts';
import { calcGainsInput, calcGainsOutput } from '../../../src/shared/contract/calc-gains.ts';
import type { CalcGainsOutput } from '../../../src/shared/contract/calc-gains.ts';
import { contract } from '../../../src/shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../src/shared/contract/json-schema.ts';
import { LOT_METHODS } from '../../../src/shared/domain/lot.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { add, subtract } from '../../../src/shared/num/arithmetic.ts';
import { money } from '../../../src/shared/num/parse.ts';
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
const sold = { ...bought, id: 's', time: '2025-02-01', kind: 'sell' };
const given = {
  id: 'g',
  time: '2025-01-01',
  kind: 'gift-received',
  account: 'A',
  asset: 'BTC',
  quantity: '1',
};

const { total: _total, ...plain } = bought!;
const moved = { ...plain, id: 't', time: '2025-02-01', kind: 'transfer', toAccount: 'B', received: '0.9' };
const swapped = {
  ...plain,
  id: 'x',
  time: '2025-02-01',
  kind: 'swap',
  toAsset: 'ETH',
  toQuantity: '10',
  value: '300',
};

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
    ['another method', { lotMethod: 'alphabetical' }, 'lotMethod'],
    ['a method of no year', { lotMethod: { later: 'fifo' } }, 'lotMethod'],
    ['a time long ago', { events: [{ ...bought, time: '0987-01-01' }] }, 'time'],
    ['a time far ahead', { events: [{ ...bought, time: '9999-12-31T00:00:00Z' }] }, 'time'],
    ['a last day long ago', { asOf: '0987-01-01' }, 'asOf'],
    ['another scope', { basisScope: 'wallet' }, 'basisScope'],
    ['a day that is none', { basisScope: { universalUntil: '2025-02-30' } }, 'basisScope'],
    ['a rate above one', { rates: { short: '37', long: '20' } }, 'rates'],
    ['another election', { elections: { transferFee: 'ignored' } }, 'transferFee'],
    ['an order without its time', { standingOrders: [{ method: 'hifo' }] }, 'from'],
    ['no lots among those named', { events: [{ ...sold, lots: [] }] }, 'lots'],
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
    [
      'a transfer to where the units lie',
      { events: [bought, { ...moved, toAccount: 'A' }] },
      'call/invalid-input events.1.toAccount',
    ],
    [
      'a purchase of the reporting currency',
      { events: [{ ...bought, asset: 'USD' }] },
      'call/invalid-input events.0.asset',
    ],
    [
      'a sale of the reporting currency',
      { events: [{ ...sold, asset: 'USD' }] },
      'call/invalid-input events.0.asset',
    ],
    [
      'a swap of the reporting currency',
      { events: [{ ...swapped, asset: 'USD' }] },
      'call/invalid-input events.0.asset',
    ],
    [
      'a swap into the reporting currency',
      { events: [{ ...swapped, toAsset: 'USD' }] },
      'call/invalid-input events.0.toAsset',
    ],
    [
      'a swap into itself',
      { events: [{ ...swapped, toAsset: 'BTC' }] },
      'call/invalid-input events.0.toAsset',
    ],
    [
      'a fee of all that was bought',
      { events: [{ ...bought, feeAsset: 'BTC', feeQuantity: '1.0' }] },
      'call/invalid-input events.0.feeQuantity',
    ],
    [
      'a fee of more than was bought',
      { events: [{ ...bought, feeAsset: 'BTC', feeQuantity: '2' }] },
      'call/invalid-input events.0.feeQuantity',
    ],
    [
      'a fee of all that a swap brought',
      { events: [bought, { ...swapped, feeAsset: 'ETH', feeQuantity: '10' }] },
      'call/invalid-input events.1.feeQuantity',
    ],
    [
      'an account that an allocation names twice',
      {
        basisScope: {
          universalUntil: '2025-01-01',
          allocation: { kind: 'global', accounts: ['A', 'B', 'A'], order: 'fifo' },
        },
      },
      'call/invalid-input basisScope.allocation.accounts.2',
    ],
    [
      'more units named than sold',
      { events: [bought, { ...sold, lots: [{ lot: 'b', quantity: '2' }] }] },
      'call/invalid-input events.1.lots',
    ],
    [
      'a time of naming without lots',
      { events: [bought, { ...sold, identifiedAt: '2025-01-01' }] },
      'call/invalid-input events.1.lots',
    ],
    [
      'a gift from later',
      { events: [{ ...given, costBasis: '1', acquired: '2025-01-02' }] },
      'call/invalid-input events.0.acquired',
    ],
    [
      'a gift with a date and no cost',
      { events: [{ ...given, acquired: '2024-01-02' }] },
      'call/invalid-input events.0.costBasis',
    ],
    [
      'a pool for some years only',
      { lotMethod: { 2024: 'fifo', 2025: 'section-104' } },
      'call/invalid-input lotMethod',
    ],
    [
      'a pool from a time on',
      { standingOrders: [{ method: 'section-104', from: '2025-01-01' }] },
      'call/invalid-input standingOrders',
    ],
    [
      'the average of Canada for some years only',
      { jurisdiction: 'ca', lotMethod: { 2024: 'fifo', 2025: 'average' } },
      'call/invalid-input lotMethod',
    ],
    [
      'a time finer than any clock',
      { events: [{ ...bought, time: '2025-01-01T00:00:00.1234567890Z' }] },
      'call/invalid-input events.0.time',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected);
  });
});

describe('a fee of unknown worth takes no gain and names the field to give', () => {
  const coins = { ...bought, id: 'n', asset: 'BNB', quantity: '10' };
  const paid = { feeAsset: 'BNB', feeQuantity: '1' };
  test.each([
    ['of a transfer', { ...moved }, 'value'],
    ['of a purchase', { ...bought, id: 't', time: '2025-02-01', ...paid }, 'feeValue'],
    ['of a sale', { ...sold, id: 't', ...paid }, 'feeValue'],
    ['of a swap', { ...swapped, id: 't', ...paid }, 'feeValue'],
  ])('%s', async (_, event, field) => {
    const result = await gains({ ...document, events: [bought, coins, event] });
    const words = [`Nobody said what these units were worth: no gain is taken. Give "${field}".`];
    const fee = { event: 't', proceeds: '10', costBasis: '10', gain: '0', adjustments: words };
    const message = expect.stringMatching(new RegExp(`^The event t does not say .* Give "${field}"`, 'u'));
    expect(result).toMatchObject({
      value: {
        disposals: expect.arrayContaining([expect.objectContaining(fee)]),
        issues: [{ code: 'prices/missing', event: 't', message }],
      },
    });
  });

  test('of known worth, nothing is said', async () => {
    const result = await gains({ ...document, events: [bought, { ...moved, value: '100' }] });
    expect(result).toMatchObject({ value: { disposals: [{ gain: '0' }], issues: [] } });
    expect(result.ok && result.value.disposals[0]?.adjustments).toBeUndefined();
  });
});

test('an order for an account that no event knows is said', async () => {
  const standingOrders = [
    { account: 'ZZ', method: 'hifo', from: '2025-01-01' },
    { account: 'A', method: 'lifo', from: '2025-01-01' },
  ];
  expect(await gains({ ...document, standingOrders })).toMatchObject({
    value: {
      issues: [{ code: 'lots/order-account-unknown', event: null, message: expect.stringContaining('"ZZ"') }],
    },
  });
});

describe('what is not as usual about a figure is said beside it', () => {
  const sale = { ...sold, kind: 'sell', total: '50' };
  const { total: _, ...units } = sold;
  const leaving = { ...units, value: '300' };

  test.each([
    [
      'a gift',
      {},
      [bought, { ...leaving, kind: 'gift' }],
      'gift: no gain and no loss is taken (26 U.S.C. 1015',
    ],
    [
      'lost units',
      {},
      [bought, { ...leaving, kind: 'lost' }],
      'lost: no gain and no loss is taken (26 U.S.C. 165',
    ],
    [
      'a gift in the United Kingdom',
      { jurisdiction: 'uk', lotMethod: 'section-104', basisScope: 'universal' },
      [bought, { ...leaving, kind: 'gift' }],
      'gift: counts as a sale (TCGA 1992 s.17',
    ],
    ['an unknown cost', {}, [given, sale], 'Nobody knows what these units cost: it counts as nothing.'],
    [
      'an unknown cost that is left out',
      { elections: { unknownCost: 'left-out' } },
      [given, sale],
      'left out of the gains, as you chose',
    ],
    [
      'missing units',
      { elections: { missingUnits: 'zero-cost' } },
      [sale],
      'these units count as having cost nothing, as you chose',
    ],
    [
      'a loss on a gift',
      {},
      [{ ...given, costBasis: '100', value: '60' }, sale],
      'count from what the units were worth when given',
    ],
    [
      'neither gain nor loss on a gift',
      {},
      [{ ...given, costBasis: '100', value: '40' }, sale],
      'there is neither gain nor loss',
    ],
    [
      'a loss that is denied',
      { jurisdiction: 'ca', lotMethod: undefined, basisScope: undefined },
      [bought, sale, { ...bought, id: 'b2', time: '2025-02-02' }],
      '50 of the loss is denied and added to what the replacement cost',
    ],
    [
      'a gain after a year in Germany',
      { jurisdiction: 'de' },
      [bought, { ...sale, time: '2026-02-01' }],
      'neither gain nor loss counts (sec. 23(1) no. 2 EStG)',
    ],
  ])('%s', async (_, changes, events, words) => {
    const result = await gains({ ...document, ...changes, events });
    const said = result.ok ? result.value.disposals.flatMap(({ adjustments }) => adjustments ?? []) : [];
    expect(said.join('\n')).toContain(words);
  });

  test('a gain on a gift and an ordinary sale say nothing', async () => {
    const result = await gains({
      ...document,
      events: [
        { ...given, costBasis: '10', value: '5' },
        { ...bought, time: '2025-01-02' },
        { ...sold, quantity: '2', total: '300' },
      ],
    });
    expect(result.ok && result.value.disposals.map(({ adjustments }) => adjustments)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['us', 'Nobody knows what these units cost: it counts as nothing.'],
    ['uk', 'The pool holds units whose cost nobody knows: it counts as nothing.'],
  ])('an assumed cost marks every figure it touches: %s', async (jurisdiction, words) => {
    const later = { ...given, quantity: '2' };
    const known = [
      { ...bought, id: 'k', asset: 'ETH', time: '2024-01-01' },
      { ...sale, id: 'ks', asset: 'ETH', time: '2024-02-01' },
    ];
    const result = await gains({ jurisdiction, currency: 'USD', events: [...known, later, sale] });
    expect(result).toMatchObject({
      value: {
        disposals: [{ event: 'ks' }, { event: 's', adjustments: [words] }],
        openLots: [{ quantity: '1', adjustments: [words] }],
        years: [{}, { adjustments: [expect.stringContaining('cost is assumed')] }],
      },
    });
    expect(result.ok && result.value.years[0]?.adjustments).toBeUndefined();
    expect(result.ok && result.value.disposals[0]?.adjustments).toBeUndefined();
  });

  test.each([
    ['average cost', { lotMethod: 'average' }],
    ['a pool', { lotMethod: 'section-104' }],
  ])('lots named in vain: %s', async (_, changes) => {
    const naming = { ...sale, lots: [{ lot: 'b', quantity: '1' }] };
    const result = await gains({ ...document, ...changes, events: [bought, naming] });
    const codes = result.ok ? result.value.issues.map(({ code, event }) => `${code} ${event ?? ''}`) : [];
    expect(codes).toContain('lots/identified-without-effect s');
  });

  test('an issue says what to do', async () => {
    const result = await gains({ ...document, events: [sale] });
    expect(result.ok && result.value.issues[0]).toMatchObject({
      code: 'lots/insufficient',
      event: 's',
      message: expect.stringMatching(/^1 BTC more left "A" .* Most likely .* import/iu),
    });
  });
});

test('an answer adds up, by every law: proceeds − cost = what counts + exempt − denied', async () => {
  const files = caseFiles(import.meta.dirname);
  for (const { name, input } of files) {
    const result = await gains(input);
    for (const year of result.ok ? result.value.years : []) {
      const {
        proceeds,
        costBasis,
        shortTermGain,
        longTermGain,
        exemptGain = '0',
        disallowedLoss = '0',
      } = year;
      const counted = [shortTermGain, longTermGain, exemptGain].map(money);
      const sum = subtract(
        counted.reduce((a, b) => add(a, b)),
        money(disallowedLoss),
      );
      expect(subtract(money(proceeds), money(costBasis)), `${name} ${year.year}`).toBe(sum);
    }
  }
});

test('the schema describes every field of a request', () => {
  const { input, output } = jsonSchemaOf(contract['calc.gains']) as {
    input: { properties: Record<string, { description?: string }> };
    output: { properties: object };
  };
  const selfSpoken = ['elections', 'currency'];
  const silent = Object.entries(input.properties).filter(([, { description }]) => description === undefined);
  expect(silent.map(([field]) => field)).toEqual(selfSpoken);
  const text = JSON.stringify({ input, output });
  for (const word of [
    ...LOT_METHODS,
    'identifiedAt',
    'universalUntil',
    'disallowedLoss',
    'exemptGain',
    'taxYear',
  ])
    expect(text).toContain(word);
});
