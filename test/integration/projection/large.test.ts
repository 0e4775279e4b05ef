/** A what-if over a hundred thousand fills, through the call that a screen makes. */
import { expect, test } from 'vitest';
import { handlers } from '../../../src/main/core/handlers.ts';
import { contract, type CallInput } from '../../../src/shared/contract/contract.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { fillAccounts, generatedFills, storedFill } from '../../bench/lots/generated-fills.ts';
import { must, openDesk } from '../imports/import-desk.fixture.ts';

const FILLS = 100_000;

const profile: CallInput<'plan.saveProfile'> = {
  jurisdiction: 'us',
  currency: 'USD',
  timeZone: 'UTC',
  carryforward: { shortTerm: '0', longTerm: '0' },
  years: [
    {
      year: 2023,
      filingStatus: 'single',
      ordinaryIncome: '100000',
      deduction: 'standard',
      otherInvestmentIncome: '0',
      qualifiedDividends: '0',
      otherShortTermGain: '0',
      otherLongTermGain: '0',
    },
  ],
};

const scenarios: readonly CallInput<'plan.whatIf'>['scenario'][] = [
  { income: [{ year: 2027, ordinaryIncome: '90000' }] },
  {
    prices: [{ asset: 'COIN1', price: '20000' }],
    sales: [{ asset: 'COIN1', quantity: '0.01', date: '2027-02-01' }],
  },
  { elections: [{ id: 'long-term-loss-1256', value: 'no' }] },
  { sales: [{ asset: 'COIN2', quantity: '0.01', date: '2028-02-01', price: '30000' }] },
];

test('each is answered within 100 ms', { timeout: 60_000 }, async () => {
  const desk = await openDesk();
  const transaction = await desk.ledger.write.beginImport();
  must(transaction.storeAccounts(fillAccounts));
  const account = fillAccounts[0]?.id;
  if (account === undefined) throw new Error('no account');
  const importedAt = instantFromIso('2026-11-22T12:00:00Z');
  const file = { file: 'a.csv', fileHash: '', format: 'own', account, importedAt };
  must(transaction.startFile({ ...file, skippedRows: 0, alreadyRows: 0 }));
  must(transaction.store(generatedFills(FILLS).map(storedFill)));
  must(await transaction.commit());
  must(await handlers['plan.saveProfile'](contract['plan.saveProfile'].input.parse(profile), desk.context()));
  must(await handlers['plan.projection']({}, desk.context()));
  const times = new Map<number, number>();
  for (let round = 0; round < 3; round++) {
    for (const [place, scenario] of scenarios.entries()) {
      const request = contract['plan.whatIf'].input.parse({ scenario });
      const started = performance.now();
      must(await handlers['plan.whatIf'](request, desk.context()));
      times.set(place, Math.min(times.get(place) ?? Infinity, performance.now() - started));
    }
  }
  await desk.end();
  for (const ms of times.values()) expect(ms).toBeLessThan(100);
});
