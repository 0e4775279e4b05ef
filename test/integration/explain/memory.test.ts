/** What is computed from the ledger is kept while the ledger and the day stay the same, and given up when they do not. */
import { expect, test } from 'vitest';
import { derivedOf } from '../../../src/main/core/derived.ts';
import { LATEST } from '../../../src/main/core/facts.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';

test('derived once per state of the ledger and day', async () => {
  const sample = await openSample();
  const { context } = sample;
  const ofThisState = (): number =>
    [...context.session.cache.keys()].filter((key) => !key.startsWith(LATEST)).length;
  const first = await derivedOf(context);
  const again = await derivedOf(context);
  if (!first.ok || !again.ok) throw new Error('the sample is open');
  expect(again.value).toBe(first.value);
  expect(ofThisState()).toBe(2);
  expect(first.value.lots).toBe(first.value.lots);

  await sample.ask('prices.set', { prices: [{ of: 'BTC', price: '1' }] });
  const second = await derivedOf(context);
  expect(second.ok && second.value.facts.ledgerHash).not.toBe(first.value.facts.ledgerHash);
  expect(ofThisState()).toBe(2);
  await sample.close();
});
