import { expect, test } from 'vitest';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import type { HedgeLegId, HedgePlan, PlanId } from '../../../src/shared/domain/hedge.ts';
import type { LotId } from '../../../src/shared/domain/lot.ts';
import { plainPolicy } from '../../../src/shared/domain/policy.ts';
import type { Profile } from '../../../src/shared/domain/profile.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { addDuration } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { timeZone } from '../../../src/shared/time/time-zone.ts';
import { codeOf, makeLedger, reopen, type MadeLedger } from './ledger.fixture.ts';
import { now, valueOf } from './ledger.values.ts';

const later = addDuration(now, 60_000);

const profile: Profile = {
  jurisdiction: 'us',
  currency: assetId('USD'),
  timeZone: timeZone('America/New_York'),
  carryforward: { shortTerm: money('0.000000000000000001'), longTerm: money('3000') },
  inflation: rate('0.025'),
  history: [{ year: 2025, section1256Gain: money('-1'), capitalGainNetIncome: money('20.5') }],
  waiting: [
    { year: 2025, amount: money('10'), character: 'section1256', position: 'short MBT', lots: ['a'] },
    { year: 2025, amount: money('4'), character: 'sixty-forty', position: 'BTC of May', lots: ['b'] },
  ],
  years: [
    {
      year: 2026,
      filingStatus: 'marriedJoint',
      ordinaryIncome: money('250000.5'),
      deduction: 'standard',
      otherInvestmentIncome: money('0'),
      qualifiedDividends: money('12.34'),
      otherShortTermGain: money('-5'),
      otherLongTermGain: money('7'),
      stateRate: rate('0.0495'),
      seniors: 1,
      blind: 2,
    },
    {
      year: 2027,
      filingStatus: 'single',
      ordinaryIncome: money('1'),
      deduction: money('30000'),
      otherInvestmentIncome: money('2'),
      qualifiedDividends: money('3'),
      otherShortTermGain: money('4'),
      otherLongTermGain: money('5'),
      stateRate: rate('0'),
      seniors: 0,
      blind: 0,
    },
  ],
};

const policy = plainPolicy({
  targets: [
    { asset: assetId('BTC'), weight: rate('0.5') },
    { asset: assetId('ETH'), weight: rate('0.5') },
  ],
  absoluteBand: rate('0.05'),
  relativeBand: null,
});

const plan: HedgePlan = {
  id: 'plan-1' as PlanId,
  createdAt: now,
  exitDate: localDate('2027-01-04'),
  reason: 'back to the targets',
  baseline: {
    date: localDate('2026-11-20'),
    assets: [
      {
        asset: assetId('BTC'),
        target: rate('0.5'),
        held: quantity('0.866666666666666667'),
        price: price('75000'),
        isMoney: false,
      },
      { asset: assetId('USDT'), target: rate('0'), held: quantity('-5'), price: price('1'), isMoney: true },
    ],
  },
  legs: [
    {
      id: 'short' as HedgeLegId,
      asset: assetId('BTC'),
      contract: contractId('cme', 'MBT'),
      side: 'sell',
      quantity: quantity('2'),
      price: price('75000'),
      notional: money('15000'),
      wanted: quantity('-0.2123'),
      lots: [
        { lot: 'b-0' as LotId, quantity: quantity('0.15') },
        { lot: 'a-0' as LotId, quantity: quantity('0.05') },
      ],
      fills: [],
    },
    {
      id: 'long' as HedgeLegId,
      asset: assetId('ETH'),
      contract: contractId('binance-um', 'ETHUSDT'),
      side: 'buy',
      quantity: quantity('5'),
      price: price('3000'),
      notional: money('15000'),
      wanted: null,
      lots: [],
      fills: ['z-0' as EventId, 'y-0' as EventId],
    },
  ],
  steps: [
    { id: 'open', date: localDate('2026-11-20'), text: 'Open both legs', doneAt: now },
    { id: 'close', date: localDate('2027-01-04'), text: 'Close both legs', doneAt: null },
  ],
};

const identification = { kind: 'hedged-lots', body: '{"lots":["b-0","a-0"]}', recordedAt: now } as const;

/** Closes the ledger and opens it again: what was only in memory is gone. */
async function afresh({ path, ledger }: MadeLedger): Promise<MadeLedger['ledger']> {
  const hash = ledger.hash();
  await ledger.close();
  const again = await reopen(path);
  expect(again.hash()).toBe(hash);
  expect(await again.read.recomputeHash()).toBe(hash);
  return again;
}

test('the profile comes back, whole; the newest counts and is what the hash is of', async () => {
  const made = await makeLedger();
  const { ledger } = made;
  expect(await ledger.read.profile()).toBeNull();
  valueOf(await ledger.write.saveProfile(profile, now));
  const first = ledger.hash();
  valueOf(await ledger.write.saveProfile({ ...profile, timeZone: timeZone('Europe/Berlin') }, later));
  expect(await ledger.read.profile()).toEqual({ ...profile, timeZone: timeZone('Europe/Berlin') });
  expect(ledger.hash()).not.toBe(first);
  valueOf(await ledger.write.saveProfile(profile, addDuration(later, 1)));
  expect(ledger.hash()).toBe(first);
  expect(await (await afresh(made)).read.profile()).toEqual(profile);
});

test('the policy comes back as it was saved last', async () => {
  const made = await makeLedger();
  expect(await made.ledger.read.policy()).toBeNull();
  valueOf(await made.ledger.write.savePolicy(policy, now));
  const second = plainPolicy({ targets: [], absoluteBand: null, relativeBand: rate('0.25') });
  valueOf(await made.ledger.write.savePolicy(second, later));
  const { read } = await afresh(made);
  expect(await read.policy()).toEqual(second);
  expect(await read.recomputeHash()).toBe(made.ledger.hash());
});

test('accounts and prices take the place of what they name', async () => {
  const made = await makeLedger();
  const { write } = made.ledger;
  const wallet = {
    id: accountId('wallet'),
    name: 'Old',
    kind: 'wallet',
    venue: null,
    country: null,
  } as const;
  valueOf(await write.saveAccount(wallet, now));
  valueOf(await write.saveAccount({ ...wallet, name: 'New', country: 'CH' }, later));
  const contract = contractId('cme', 'MBT');
  const typed = { of: assetId('BTC'), time: now, price: price('75000'), source: 'typed' };
  expect(valueOf(await write.savePrices([typed, { ...typed, of: contract }], now))).toBe(2);
  expect(
    valueOf(await write.savePrices([typed, { ...typed, of: contract, price: price('75001') }], later)),
  ).toBe(1);
  const { read } = await afresh(made);
  expect(await read.accounts()).toEqual([{ ...wallet, name: 'New', country: 'CH' }]);
  expect(await read.marks()).toEqual([typed, { ...typed, of: contract, price: price('75001') }]);
});

test('an election is stored with its record; the latest choice counts', async () => {
  const made = await makeLedger();
  const { write } = made.ledger;
  const first = { id: 'straddle', value: 'identified', madeAt: now };
  const record = valueOf(await write.saveElection(first));
  expect(record).toMatchObject({
    kind: 'election',
    body: '{"election":"straddle","value":"identified"}',
    recordedAt: now,
  });
  valueOf(await write.saveElection({ id: 'mixed', value: 'no', madeAt: now }));
  valueOf(await write.saveElection({ ...first, value: 'mixed', madeAt: later }));
  const { read } = await afresh(made);
  expect(await read.elections()).toEqual([
    { ...first, value: 'mixed', madeAt: later },
    { id: 'mixed', value: 'no', madeAt: now },
  ]);
  expect(await read.records()).toHaveLength(3);
  expect(await read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
});

test('a plan is stored with the record that identifies its lots, both or neither', async () => {
  const made = await makeLedger();
  const { write, read } = made.ledger;
  const stored = valueOf(await write.savePlan(plan, identification));
  expect(stored).toMatchObject({ plan, record: { sequence: 1, ...identification } });
  await expect(write.savePlan(plan, identification)).rejects.toThrow(/UNIQUE/u);
  expect(await read.records()).toHaveLength(1);
  const other = { ...plan, id: 'plan-0' as PlanId };
  valueOf(await write.savePlan(other, identification));
  expect((await (await afresh(made)).read.plans()).map((one) => one.plan)).toEqual([plan, other]);
});

test('a dropped plan stays in the file, with a record that says so; it is dropped once', async () => {
  const made = await makeLedger();
  const { write, read } = made.ledger;
  valueOf(await write.savePlan(plan, identification));
  const record = valueOf(await write.dropPlan(plan.id, later));
  expect(record).toMatchObject({ sequence: 2, kind: 'plan-dropped', recordedAt: later });
  expect(JSON.parse(record.body)).toEqual({ plan: plan.id, record: 1 });
  const hash = made.ledger.hash();
  expect(await read.recomputeHash()).toBe(hash);
  expect(codeOf(await write.dropPlan(plan.id, later))).toBe('targets/no-such-plan');
  expect(codeOf(await write.dropPlan('plan-9' as PlanId, later))).toBe('targets/no-such-plan');
  expect(made.ledger.hash()).toBe(hash);
  const again = await afresh(made);
  expect((await again.read.plans()).map((one) => [one.plan, one.dropped])).toEqual([[plan, 2]]);
  expect((await again.read.records()).map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(await again.read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
});

test('steps are ticked and unticked, legs get their fills; what is not there is refused', async () => {
  const made = await makeLedger();
  const { write, read } = made.ledger;
  valueOf(await write.savePlan(plan, identification));
  const planned = made.ledger.hash();
  valueOf(await write.markStep(plan.id, 'close', later, later));
  expect((await read.plans())[0]!.plan.steps[1]!.doneAt).toEqual(later);
  valueOf(await write.markStep(plan.id, 'close', null, later));
  expect(made.ledger.hash()).toBe(planned);
  const links = {
    fills: ['f-0' as EventId],
    lots: [{ lot: 'c-0' as LotId, quantity: quantity('0.2') }],
  };
  const linked = { kind: 'leg-fills', body: '{"fills":["f-0"]}', recordedAt: later } as const;
  const record = valueOf(await write.saveLegFills(plan.id, 'short' as HedgeLegId, links, linked));
  expect(record).toMatchObject({ sequence: 2, ...linked });
  expect((await read.plans())[0]!.plan.legs).toEqual([{ ...plan.legs[0], ...links }, plan.legs[1]]);
  const changed = made.ledger.hash();
  expect(codeOf(await write.markStep(plan.id, 'none', later, later))).toBe('ledger/no-such-step');
  expect(codeOf(await write.markStep('plan-9' as PlanId, 'close', later, later))).toBe('ledger/no-such-step');
  expect(codeOf(await write.saveLegFills(plan.id, 'none' as HedgeLegId, links, linked))).toBe(
    'ledger/no-such-leg',
  );
  const early = { ...linked, recordedAt: now };
  expect(codeOf(await write.saveLegFills(plan.id, 'short' as HedgeLegId, links, early))).toBe(
    'ledger/record-before-last',
  );
  expect(made.ledger.hash()).toBe(changed);
  const again = await afresh(made);
  expect(await again.read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
});

test('a leg of more fills and lots than one statement takes is kept whole', async () => {
  const made = await makeLedger();
  const { write, read } = made.ledger;
  valueOf(await write.savePlan(plan, identification));
  const many = 12_000;
  const links = {
    fills: Array.from({ length: many }, (_, number) => `f-${number}` as EventId),
    lots: Array.from({ length: many }, (_, number) => ({
      lot: `c-${number}` as LotId,
      quantity: quantity('0.001'),
    })),
  };
  const linked = { kind: 'leg-fills', body: '{"fills":[]}', recordedAt: later } as const;
  valueOf(await write.saveLegFills(plan.id, 'short' as HedgeLegId, links, linked));
  const [leg] = (await read.plans())[0]!.plan.legs;
  expect([leg?.fills, leg?.lots]).toEqual([links.fills, links.lots]);
  expect(await read.recomputeHash()).toBe(made.ledger.hash());
});
