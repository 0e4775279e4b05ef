import { expect, test } from 'vitest';
import { money } from '../../../../../../shared/num/parse.ts';
import { usFactsGiven } from '../us-facts.fixture.ts';

test('a loss whose coin nobody can tell is not let go in silence', () => {
  const loss = {
    year: 2025,
    amount: money('4000'),
    character: 'short',
    position: 'short MBT',
    lots: [],
  } as const;
  const facts = usFactsGiven({ events: [], specOf: () => undefined, asOf: '2026-06-30', waiting: [loss] });
  expect(facts.issues.map(({ code }) => code)).toContain('tax/waiting-loss-unlinked');
});
