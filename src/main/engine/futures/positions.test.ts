import { describe, expect, test } from 'vitest';
import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent, Leg, PositionSide, Side } from '../../../shared/domain/event.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity } from '../../../shared/num/parse.ts';
import { addDuration, instantFromIso } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { account, specOf } from '../../../../test/properties/futures.fixture.ts';
import { positionsOf } from './positions.ts';
import type { Positions } from './positions.ts';

const start = instantFromIso('2026-01-01T00:00:00Z');
const linear = specOf('linear');

interface Row {
  readonly kind?: LedgerEvent['kind'];
  readonly side?: Side;
  readonly quantity?: string;
  readonly price?: string;
  readonly positionSide?: PositionSide;
  readonly profit?: string;
  readonly fee?: string;
  readonly feeAsset?: string;
  readonly funding?: string;
  readonly minute?: number;
}

function events(spec: ContractSpec, rows: readonly Row[]): LedgerEvent[] {
  return rows.map((row, index) => ({
    id: `e${index + 1}` as EventId,
    time: addDuration(start, (row.minute ?? index * 5) * 60_000),
    sequence: index,
    kind: row.kind ?? 'futures-fill',
    legs: legsOf(spec, row),
    ...(row.side === undefined
      ? { contract: spec.id }
      : {
          fill: {
            account,
            contract: spec.id,
            side: row.side,
            quantity: quantity(row.quantity ?? '1'),
            price: price(row.price ?? '1'),
            positionSide: row.positionSide ?? 'one-way',
          },
        }),
    source: { file: 'test', line: index + 1, format: 'test' },
  }));
}

function legsOf(spec: ContractSpec, row: Row): Leg[] {
  const leg = (asset: string, amount: string | undefined, role: Leg['role']): Leg[] =>
    amount === undefined ? [] : [{ account, asset: assetId(asset), quantity: quantity(amount), role }];
  return [
    ...leg(spec.settleAsset, row.profit, 'profit'),
    ...leg(row.feeAsset ?? spec.settleAsset, row.fee, 'fee'),
    ...leg(spec.settleAsset, row.funding, 'funding'),
  ];
}

function walk(rows: readonly Row[], spec: ContractSpec = linear): Positions {
  return positionsOf({ events: events(spec, rows), specOf: () => spec });
}

describe('a position', () => {
  test('averages what is added and keeps the average when part is closed', () => {
    // (1 × 100 + 3 × 120) / 4 = 115; closing 2 at 130 gains 2 × 15 = 30.
    const { positions } = walk([
      { side: 'buy', quantity: '1', price: '100' },
      { side: 'buy', quantity: '3', price: '120' },
      { side: 'sell', quantity: '2', price: '130' },
    ]);
    expect(positions).toHaveLength(1);
    expect(toText(positions[0]?.averageEntry ?? price('0'))).toBe('115');
    expect(toText(positions[0]?.quantity.amount ?? quantity('0'))).toBe('2');
    expect(toText(positions[0]?.realisedProfit ?? quantity('0'))).toBe('30');
    expect(positions[0]?.openFills).toEqual(['e1', 'e2', 'e3']);
  });

  test('averages harmonically where the contract is inverse', () => {
    // Source: Bybit: 1 000 at 5 000 and 2 000 at 6 000 → 5 625.
    const { positions } = walk(
      [
        { side: 'buy', quantity: '1000', price: '5000' },
        { side: 'buy', quantity: '2000', price: '6000' },
      ],
      specOf('inverse'),
    );
    expect(Number(toText(positions[0]?.averageEntry ?? price('0')))).toBeCloseTo(5625, 9);
  });

  test('goes through zero: what is left opens at the price of the fill', () => {
    const { positions, results } = walk([
      { side: 'sell', quantity: '1', price: '100' },
      { side: 'buy', quantity: '3', price: '90' },
    ]);
    expect(positions[0]).toMatchObject({
      side: 'long',
      opened: addDuration(start, 5 * 60_000),
      openFills: ['e2'],
    });
    expect(toText(positions[0]?.averageEntry ?? price('0'))).toBe('90');
    expect(results.map(({ kind, from, quantity: amount }) => [kind, from, toText(amount)])).toEqual([
      ['profit', 'fills', '10'],
    ]);
  });

  test('keeps long and short apart in hedge mode', () => {
    const { positions } = walk([
      { side: 'buy', quantity: '2', price: '100', positionSide: 'long' },
      { side: 'sell', quantity: '1', price: '110', positionSide: 'short' },
    ]);
    expect(positions.map(({ side, positionSide }) => [side, positionSide])).toEqual([
      ['long', 'long'],
      ['short', 'short'],
    ]);
  });

  test('tells profit, fees and funding apart, and fees in another asset', () => {
    const { positions, results } = walk([
      { side: 'sell', quantity: '1', price: '100', fee: '-0.05' },
      { kind: 'funding', funding: '0.3' },
      { side: 'buy', quantity: '1', price: '90', profit: '10', fee: '-0.001', feeAsset: 'BNB' },
    ]);
    expect(positions[0]).toMatchObject({ side: 'flat', averageEntry: null, opened: null });
    expect(toText(positions[0]?.realisedProfit ?? quantity('0'))).toBe('10');
    expect(toText(positions[0]?.fees ?? quantity('0'))).toBe('-0.05');
    expect(toText(positions[0]?.funding ?? quantity('0'))).toBe('0.3');
    expect(positions[0]?.otherFees.map(({ asset, quantity: amount }) => [asset, toText(amount)])).toEqual([
      ['BNB', '-0.001'],
    ]);
    const funding = results.find(({ kind }) => kind === 'funding');
    expect(funding?.held?.direction).toBe('short');
  });

  test('ends with the settlement row of its expiry day', () => {
    const spec = { ...linear, kind: 'dated', expiry: localDate('2026-01-01') } as const;
    const { positions } = walk(
      [
        { side: 'sell', quantity: '1', price: '100' },
        { kind: 'settlement', profit: '7' },
      ],
      spec,
    );
    expect(positions[0]?.side).toBe('flat');
    expect(toText(positions[0]?.realisedProfit ?? quantity('0'))).toBe('7');
  });
});

describe('what files state', () => {
  test('stated profit wins; within rounding nobody is told', () => {
    const { positions, issues } = walk([
      { side: 'buy', quantity: '1', price: '100' },
      { side: 'sell', quantity: '1', price: '110', profit: '9.995' },
    ]);
    expect(toText(positions[0]?.realisedProfit ?? quantity('0'))).toBe('9.995');
    expect(issues).toEqual([]);
  });

  test('a difference beyond rounding is an issue', () => {
    const { issues } = walk([
      { side: 'buy', quantity: '1', price: '100' },
      { side: 'sell', quantity: '1', price: '110', profit: '12' },
    ]);
    expect(issues.map(({ code, event }) => [code, event])).toEqual([['futures/profit-differs', 'e2']]);
    expect(issues[0]?.message).toContain('12');
    expect(issues[0]?.message).toContain('10');
  });

  test('a close of what the files do not open counts its profit and opens nothing', () => {
    const { positions, issues } = walk([{ side: 'sell', quantity: '1', price: '110', profit: '25' }]);
    expect(positions[0]?.side).toBe('flat');
    expect(toText(positions[0]?.realisedProfit ?? quantity('0'))).toBe('25');
    expect(issues.map(({ code }) => code)).toEqual(['futures/opening-missing']);
  });

  test('so does a close in hedge mode, even without a stated profit', () => {
    const { positions, issues } = walk([{ side: 'sell', quantity: '1', price: '110', positionSide: 'long' }]);
    expect(positions[0]?.side).toBe('flat');
    expect(issues.map(({ code }) => code)).toEqual(['futures/opening-missing']);
  });

  test('a close larger than what is open: the rest is not in the files, unless the profit says that it turned', () => {
    const rows = (profit: string): Row[] => [
      { side: 'buy', quantity: '1', price: '100' },
      { side: 'sell', quantity: '3', price: '110', profit },
    ];
    // 10 is the profit of the one that is open: the other two turned short.
    expect(walk(rows('10')).positions[0]).toMatchObject({ side: 'short' });
    // 40 can only come from three.
    const unseen = walk(rows('40'));
    expect(unseen.positions[0]?.side).toBe('flat');
    expect(unseen.issues.map(({ code }) => code)).toEqual(['futures/opening-missing']);
  });

  test('profit in a row of its own is not computed a second time', () => {
    const { positions } = walk([
      { side: 'buy', quantity: '1', price: '100' },
      { side: 'sell', quantity: '1', price: '110', minute: 30 },
      { kind: 'realised-profit', profit: '10', minute: 30 },
    ]);
    expect(toText(positions[0]?.realisedProfit ?? quantity('0'))).toBe('10');
  });

  test.each([
    [[-3, 3], '10'],
    [[-9, -2, 7], '0'],
    [[-9, 2, 7], '0'],
    [[-9, 0], '0'],
    [[-9, -3], '10'],
    [[], '10'],
  ])('profits stated %j seconds from the fill: what is computed of it is %s', (seconds, computed) => {
    const statedAt = (minute: number): Row => ({ kind: 'realised-profit', profit: '0', minute });
    const rows: Row[] = [
      { side: 'buy', quantity: '1', price: '100' },
      ...seconds.map((after) => statedAt(30 + after / 60)),
      { side: 'sell', quantity: '1', price: '110', minute: 30 },
    ];
    const inOrder = rows.toSorted((a, b) => (a.minute ?? 0) - (b.minute ?? 0));
    expect(toText(walk(inOrder).positions[0]?.realisedProfit ?? quantity('0'))).toBe(computed);
  });

  test('a rebate without a contract is a result of futures in a futures account only', () => {
    const [rebate] = events(linear, [{ kind: 'rebate', profit: '3' }]);
    const { contract: _, ...bare } = rebate as LedgerEvent;
    const legs: Leg[] = bare.legs.map((leg) => ({ ...leg, role: 'rebate' }));
    const found = (futuresAccounts: ReadonlySet<typeof account>): Positions =>
      positionsOf({ events: [{ ...bare, legs }], specOf: () => linear, futuresAccounts });
    expect(found(new Set([account])).results).toMatchObject([{ kind: 'rebate', contract: null }]);
    expect(found(new Set()).results).toEqual([]);
  });

  test('a contract that nobody knows is said once; its stated results count', () => {
    const rows: Row[] = [
      { side: 'buy', quantity: '1', price: '100' },
      { side: 'sell', quantity: '1', price: '110', profit: '10' },
    ];
    const found = positionsOf({ events: events(linear, rows), specOf: () => undefined });
    expect(found.positions).toEqual([]);
    expect(found.issues.map(({ code }) => code)).toEqual(['futures/contract-unknown']);
    expect(found.results.map(({ kind, quantity: amount }) => [kind, toText(amount)])).toEqual([
      ['profit', '10'],
    ]);
  });
});

describe('a profit that no file states', () => {
  // 0.3 bought for 0.2 × 80,000 + 0.1 × 83,000 = 24,300, on average 81,000; 0.3 × (85,000 − 81,000) = 1,200 would be
  // all of it closed. The sale of 0.5 goes through zero: 0.2 short at 85,000; buying 0.05 back at 90,000 loses 250.
  const rows: readonly Row[] = [
    { side: 'buy', quantity: '0.2', price: '80000' },
    { side: 'buy', quantity: '0.1', price: '83000' },
    { side: 'sell', quantity: '0.5', price: '85000' },
    { side: 'buy', quantity: '0.05', price: '90000' },
  ];

  test('is computed, and said not to be in the balance', () => {
    const { positions, issues } = walk(rows);
    expect(positions.map(({ realisedProfit }) => toText(realisedProfit))).toEqual(['950']);
    expect(issues).toMatchObject([{ code: 'futures/profit-not-in-balance', severity: 'warning', account }]);
    expect(issues[0]?.message).toContain('A profit of 950 ');
  });

  test('is none where the file states it, and nothing is said', () => {
    const stated = rows.map((row, n) =>
      n === 2 ? { ...row, profit: '1200' } : n === 3 ? { ...row, profit: '-250' } : row,
    );
    expect(walk(stated).issues).toEqual([]);
  });
});

describe('a venue that settles open profit', () => {
  const dated = specOf('linear', { kind: 'dated', expiry: localDate('2026-06-26') });
  const opened: Row[] = [{ side: 'buy', quantity: '4', price: '100' }];
  const settled: Row = { kind: 'settlement', profit: '40' };
  const entries = ({ positions }: Positions): (string | null)[] =>
    positions.flatMap(({ averageEntry, averageEntryOriginal, realisedProfit }) => [
      averageEntry === null ? null : toText(averageEntry),
      averageEntryOriginal === null ? null : toText(averageEntryOriginal),
      toText(realisedProfit),
    ]);

  test('the entry starts anew from the settlement price; the first entry is kept', () => {
    expect(entries(walk([...opened, settled], dated))).toEqual(['110', '100', '40']);
  });

  test('what is settled is not counted again when it is closed', () => {
    const rows = [...opened, settled, { side: 'sell', quantity: '1', price: '112' } as const];
    // 40 settled and 1 × (112 − 110); three are left, entered at 110, first at 100.
    expect(entries(walk(rows, dated))).toEqual(['110', '100', '42']);
  });

  test('an inverse short too, in coins', () => {
    const spec = specOf('inverse', { kind: 'dated', expiry: localDate('2026-06-26') });
    const rows = [
      { side: 'sell', quantity: '1000', price: '100' },
      { kind: 'settlement', profit: '-2' },
    ] as const;
    // 10 coins at entry; a loss of 2 coins is the price at which 1000 are worth 8.
    expect(entries(walk(rows, spec))).toEqual(['125', '100', '-2']);
  });

  test('through zero the settled part is gone', () => {
    const rows = [...opened, settled, { side: 'sell', quantity: '5', price: '112' } as const];
    expect(entries(walk(rows, dated))).toEqual(['112', '112', '48']);
  });

  test('perpetual contracts that settle every few hours do the same', () => {
    expect(entries(walk([...opened, settled]))).toEqual(['110', '100', '40']);
  });

  test('on the expiry day the settlement delivers', () => {
    const delivery = { ...settled, minute: 176 * 24 * 60 + 8 * 60 };
    expect(entries(walk([...opened, delivery], dated))).toEqual([null, null, '40']);
  });

  test('a fill that leaves its profit to the settlement states 0, and that is no difference', () => {
    const closed: Row = { side: 'sell', quantity: '4', price: '110', profit: '0' };
    const found = walk([...opened, closed, settled]);
    expect(found.issues).toEqual([]);
    expect(found.results.map(({ kind, quantity: amount }) => `${kind} ${toText(amount)}`)).toEqual([
      'profit 0',
      'profit 40',
    ]);
  });

  test('a position that a file states as closed is its profit, fee and funding', () => {
    const stated: Row = { kind: 'closed-position', profit: '40', fee: '-1', funding: '-0.5' };
    const found = walk([stated]);
    expect(found.results.map(({ kind, quantity: amount }) => `${kind} ${toText(amount)}`)).toEqual([
      'profit 40',
      'fee -1',
      'funding -0.5',
    ]);
    expect(found.issues).toEqual([]);
  });
});
