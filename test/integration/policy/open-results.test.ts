/** What open futures have gained or lost is in no share of the drift until they are closed: that is said, with the amount. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSample, type Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

test('the amount is that of the monitor, all positions together', async () => {
  const { rows } = await sample.ask('monitor.read', {});
  const open = rows.reduce((total, { unrealisedProfit }) => total + Number(unrealisedProfit?.value ?? 0), 0);
  expect(open).not.toBe(0);
  const { issues } = await sample.ask('policy.drift', {});
  const said = issues.find(({ code }) => code === (open < 0 ? 'policy/open-loss' : 'policy/open-gain'));
  const amount = /[\d,]+\.\d\d/u.exec(said?.message ?? '')?.[0]?.replaceAll(',', '') ?? '';
  expect(Number(amount)).toBeCloseTo(Math.abs(open), 1);
  expect(said?.severity).toBe('note');
});
