import { describe, expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import type { FuturesResult } from '../position.ts';
import { coins, settleAmount } from '../units.ts';
import type { LegFill } from './leg-fill.ts';
import { legBasis } from './leg-basis.ts';
import { fundingTotal, legFunding } from './leg-funding.ts';
import { legPosition } from './leg-position.ts';
import { legState } from './leg-state.ts';
import { account, fill, inverse, june, leg, september, specOf } from './legs.fixture.ts';
import { linkableFills } from './linkable-fills.ts';
import { rollChain } from './roll-chain.ts';
import { largestNet, netsAlong, unwindSlices } from './unwind-slices.ts';

const open = fill('f1', june, '2026-05-12T13:00:00Z', 'sell 0.06 @ 81000', '-2.4');
const again = fill('f2', june, '2026-05-12T13:05:00Z', 'sell 0.02 @ 82000');
const more = fill('f3', june, '2026-05-20T10:00:00Z', 'sell 0.02 @ 82000');
const out = fill('f4', june, '2026-06-22T09:15:00Z', 'buy 0.06 @ 78000', '-2.3');
const into = fill('f5', september, '2026-06-22T09:16:00Z', 'sell 0.06 @ 79000');
const back = fill('f6', september, '2026-09-21T10:00:00Z', 'buy 0.06 @ 93000');

const stateOf = (...fills: LegFill[]): string => legState(legPosition(fills, specOf));

describe('the life of a leg', () => {
  test.each([
    ['planned', []],
    ['opened', [open]],
    ['opened', [open, again]],
    ['adjusted', [open, more]],
    ['closed', [open, out]],
    ['rolled', [open, out, into]],
    ['closed', [open, out, into, back]],
  ] as [string, LegFill[]][])('%s', (state, fills) => {
    expect(stateOf(...fills)).toBe(state);
  });

  // 0.06 × (81 000 − 78 000) = 180; 0.06 × (79 000 − 93 000) = −840.
  test('adds up contract by contract, with entry, profit and fees', () => {
    const { contracts, moments } = legPosition([open, out, into, back], specOf);
    expect(contracts.map(({ spec, realisedProfit }) => [spec.symbol, toText(realisedProfit)])).toEqual([
      ['BTC_JUN', '180'],
      ['BTC_SEP', '-840'],
    ]);
    expect(contracts[0]?.fees.map(({ quantity: fee }) => toText(fee))).toEqual(['-4.7']);
    expect(moments.map(({ effect }) => effect)).toEqual(['opens', 'rolls-out', 'rolls-in', 'closes']);
  });

  test('an entry is of the leg’s own fills: 0.06 at 81 000 and 0.02 at 82 000 is 81 250', () => {
    const { contracts } = legPosition([open, again], specOf);
    expect(toText(contracts[0]?.averageEntry ?? price('0'))).toBe('81250');
  });
});

describe('fills that can be linked', () => {
  const linkable = (
    fills: LegFill[],
    linked: string[] = [],
    elsewhere: string[] = [],
    former: string[] = [],
  ): unknown =>
    linkableFills({
      leg: leg(june, linked),
      fills,
      from: instantFromIso('2026-05-01T00:00:00Z'),
      elsewhere: new Set(elsewhere as EventId[]),
      former: new Set(former as EventId[]),
      specOf,
    }).map(({ fill: { id }, suggested }) => `${id}${suggested ? '*' : ''}`);

  test('open, roll and close a leg are suggested', () => {
    expect(linkable([open, out, into, back])).toEqual(['f1*', 'f4*', 'f5*', 'f6*']);
  });
  test('what is linked elsewhere, comes before the plan, or follows another coin is not', () => {
    const early = fill('f0', june, '2026-04-30T23:59:59Z', 'sell 0.06 @ 80000');
    const other = fill('f9', inverse, '2026-05-13T00:00:00Z', 'sell 1000 @ 80000');
    expect(linkable([early, open, other], [], ['f1'])).toEqual([]);
  });
  test('a fill that closes more than the leg has open is none of its', () => {
    const large = fill('f8', june, '2026-05-13T00:00:00Z', 'buy 0.07 @ 80000');
    expect(linkable([open, large])).toEqual(['f1*']);
  });
  test('a second fill that makes it much larger than planned can be linked, and is not suggested', () => {
    const large = fill('f8', june, '2026-05-13T00:00:00Z', 'sell 0.06 @ 80000');
    expect(linkable([open, large])).toEqual(['f1*', 'f8']);
  });
  test('what was taken off a leg that was open before its plan is offered again, its earlier expiries with it', () => {
    const first = fill('e1', june, '2026-04-01T10:00:00Z', 'sell 0.3 @ 80000');
    const less = fill('e2', june, '2026-04-02T10:00:00Z', 'buy 0.24 @ 80000');
    const never = fill('e3', june, '2026-04-03T10:00:00Z', 'sell 0.01 @ 80000');
    expect(linkable([first, less, never], [], [], ['e1', 'e2'])).toEqual(['e1*', 'e2*']);
    expect(linkable([first, less], ['e1'], [], ['e1', 'e2'])).toEqual(['e2*']);
    expect(linkable([first, less], [], ['e1'], ['e1', 'e2'])).toEqual([]);
  });
  test('what is linked already is not offered again, and counts as open', () => {
    expect(linkable([open, out], ['f1'])).toEqual(['f4*']);
  });
});

test('a position is followed back through its rolls', () => {
  const chain = rollChain([into], { ...into.fill, spec: september }, [open, again, out, into], specOf);
  // The earlier expiry never went flat: 0.08 sold, 0.06 bought back.
  expect(chain.map(({ id }) => id)).toEqual(['f5']);
  const rolled = rollChain([into], { ...into.fill, spec: september }, [open, out, into], specOf);
  expect(rolled.map(({ id }) => id)).toEqual(['f1', 'f4', 'f5']);
});

describe('funding', () => {
  const row = (time: string, held: string, cash: string): FuturesResult => ({
    event: time as EventId,
    time: instantFromIso(time),
    account,
    contract: june.id,
    positionSide: 'one-way',
    kind: 'funding',
    asset: assetId('USD'),
    quantity: quantity(cash),
    from: 'file',
    held: {
      direction: 'short',
      size: coins(quantity(held)),
      entryValue: settleAmount(quantity('1')),
    },
  });
  // The account holds 0.12 and gets 4; the leg holds 0.06 of it: 2. After the leg is closed nothing is its.
  test('a leg has the share of the size it held at each payment', () => {
    const rows = [
      row('2026-05-12T12:00:00Z', '0.12', '9'),
      row('2026-05-12T16:00:00Z', '0.12', '4'),
      row('2026-05-13T00:00:00Z', '0.06', '-1'),
      row('2026-06-23T00:00:00Z', '0.06', '7'),
    ];
    const payments = legFunding(legPosition([open, out], specOf), rows, () => price('1'));
    expect(payments.map(({ quantity: paid }) => toText(paid))).toEqual(['2', '-1']);
    expect(toText(fundingTotal(payments).quantity)).toBe('1');
    expect(toText(fundingTotal(payments).value ?? price('0'))).toBe('1');
  });
  test('its worth is not known where a price is missing', () => {
    const rows = [row('2026-05-12T16:00:00Z', '0.06', '4')];
    expect(fundingTotal(legFunding(legPosition([open], specOf), rows, () => null)).value).toBeNull();
  });
});

describe('basis', () => {
  const spots: Readonly<Record<string, string>> = { '2026-05-12': '80000', '2026-06-22': '77900' };
  const spotNear = (_: unknown, at: unknown): ReturnType<typeof price> | null => {
    const found = spots[new Date(Number(at)).toISOString().slice(0, 10)];
    return found === undefined ? null : price(found);
  };
  // Sold 1 000 over spot, the gap is 400 now: a short of 0.06 has earned 0.06 × 600 = 36.
  test('a short earns what the gap has shrunk', () => {
    const now = { at: { price: price('80400'), settlePrice: price('1') }, spot: price('80000') };
    const found = legBasis({
      fills: [open],
      specOf,
      spotNear,
      now,
      open: coins(quantity('-0.06')),
      contract: june.id,
    });
    expect(
      [found.atEntry, found.now, found.earned].map((one) => (one === null ? null : toText(one))),
    ).toEqual(['1000', '400', '36']);
  });
  // 60 received at entry, 0.06 × 100 given back at the roll, 0.06 × 1 100 received again, 0.06 × 500 still open.
  test('rolls count: 60 − 6 + 66 − 30 = 90', () => {
    const now = { at: { price: price('80500'), settlePrice: price('1') }, spot: price('80000') };
    const fills = [open, out, into];
    const found = legBasis({
      fills,
      specOf,
      spotNear,
      now,
      open: coins(quantity('-0.06')),
      contract: september.id,
    });
    expect(toText(found.earned ?? price('0'))).toBe('90');
  });
  test('without a spot price near a fill nothing is told', () => {
    const found = legBasis({
      fills: [back],
      specOf,
      spotNear,
      now: null,
      open: coins(quantity('0')),
      contract: june.id,
    });
    expect(found).toEqual({ atEntry: null, now: null, earned: null });
  });

  test('of a leg whose open coins are not known is not that of a closed one', () => {
    const known = { fills: [open], specOf, spotNear: () => price('80000'), now: null, contract: june.id };
    expect(legBasis({ ...known, open: coins(quantity('0')) }).earned).not.toBeNull();
    const found = legBasis({ ...known, open: null });
    expect(found.earned).toBeNull();
    expect(toText(found.atEntry ?? price('0'))).toBe('1000');
  });
});

// 1 coin held, 0.06 short: each third of the futures (0.02) is bought back before its coins are sold.
test('a leg is closed in slices, the futures first; exposure never grows by more than a slice', () => {
  const btc = assetId('BTC');
  const start = coins(quantity('0.94'));
  const steps = slicesOf('0.06').map((step) => ({ ...step, asset: btc }));
  const nets = netsAlong(new Map([[btc, start]]), steps);
  expect(steps.map(({ what }, place) => `${what} ${toText(nets[place] ?? start)}`)).toEqual([
    'futures 0.96',
    'spot 0.94',
    'futures 0.96',
    'spot 0.94',
    'futures 0.96',
    'spot 0.94',
  ]);
  expect(toText(largestNet(start, nets))).toBe('0.96');
});

test('two legs of one coin that are closed together have one exposure', () => {
  const btc = assetId('BTC');
  const [first, second] = [slicesOf('0.06', false), slicesOf('0.3', false)];
  const steps = first.flatMap((step, place) => [step, ...second.slice(place, place + 1)]);
  const nets = netsAlong(
    new Map([[btc, coins(quantity('0.64'))]]),
    steps.map((step) => ({ ...step, asset: btc })),
  );
  expect(nets.map(toText)).toEqual(['0.66', '0.76', '0.78', '0.88', '0.9', '1']);
});

function slicesOf(open: string, withSpot = true): ReturnType<typeof unwindSlices> {
  return unwindSlices({
    open: quantity(open),
    moved: coins(quantity(`-${open}`)),
    step: quantity('0.001'),
    slices: 3,
    withSpot,
  });
}
