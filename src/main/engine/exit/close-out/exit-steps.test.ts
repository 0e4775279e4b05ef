import { expect, test } from 'vitest';
import { accountId } from '../../../../shared/domain/account.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { SavedExitPlan, SavedFuture } from '../../../../shared/domain/exit-plan.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { exitSteps } from './exit-steps.ts';

const venue = accountId('venue');
const date = localDate('2026-12-15');

function future(position: string, of: Partial<SavedFuture> = {}): SavedFuture {
  return {
    position,
    contract: 'venue:BTC' as ContractId,
    account: venue,
    positionSide: 'one-way',
    asset: assetId('BTC'),
    side: 'short',
    isOpen: true,
    steps: 3,
    coinsPerStep: quantity('0.1'),
    quantityPerStep: quantity('1'),
    coinsBeside: quantity('0'),
    fee: rate('0'),
    marginRate: null,
    ...of,
  };
}

const closed = (position: string, from: number): SavedExitPlan['days'][number]['hedges'][number] => ({
  position,
  from,
  to: 0,
  price: price('100'),
  result: money('5'),
  fee: money('1'),
  closedAs: null,
  roll: null,
});

const steps = (futures: SavedFuture[], positions: string[]): string[] =>
  exitSteps({
    futures,
    days: [{ date, sells: [], buys: [], hedges: positions.map((position) => closed(position, 3)) }],
  }).map(
    ({ id, kind, account, quantity: units, hedge }) =>
      `${id} ${kind} ${account ?? 'anywhere'} ${toText(units)} ${toText(hedge?.change.fee ?? money('0'))}`,
  );

test('what the plan adds to an open position is closed together with it: at the venue they are one', () => {
  const added = future('planned', { isOpen: false, account: null, steps: 0 });
  expect(steps([added, future('open')], ['planned', 'open'])).toEqual([
    '2026-12-15:hedge:open close-short venue 6 2',
  ]);
});

test('positions in two accounts stay two steps', () => {
  const other = future('other', { account: accountId('elsewhere') });
  expect(steps([future('open'), other], ['open', 'other'])).toEqual([
    '2026-12-15:hedge:open close-short venue 3 1',
    '2026-12-15:hedge:other close-short elsewhere 3 1',
  ]);
});

test('a position that the plan opens where nothing is open may be in any account', () => {
  const opened = future('planned', { isOpen: false, account: null, steps: 0 });
  expect(steps([opened], ['planned'])).toEqual(['2026-12-15:hedge:planned close-short anywhere 3 1']);
});

test('a roll is two steps of its day: the contract that ends is closed, as much opened in the next', () => {
  const roll = { ends: localDate('2027-03-25'), price: price('101') };
  const rolled = exitSteps({
    futures: [future('open')],
    days: [{ date, sells: [], buys: [], hedges: [{ ...closed('open', 3), to: 3, roll }] }],
  });
  expect(
    rolled.map(({ id, kind, side, quantity: units }) => `${id} ${kind} ${side} ${toText(units)}`),
  ).toEqual(['2026-12-15:roll-close:open close-short buy 3', '2026-12-15:roll-open:open open-short sell 3']);
  expect(rolled.map(({ hedge }) => toText(hedge?.change.fee ?? money('0')))).toEqual(['0.5', '0.5']);
  expect(rolled.map(({ hedge }) => hedge?.change.result ?? null)).toEqual([money('5'), null]);
});
