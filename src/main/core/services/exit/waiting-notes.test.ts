import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import { waitingNotes } from './waiting-notes.ts';

const goal = { asset: assetId('BTC'), held: quantity('1.2'), sell: quantity('0.2'), buy: quantity('0') };
const short = {
  position: 'short',
  asset: goal.asset,
  side: 'short',
  isOpen: true,
  steps: 1,
  coinsPerStep: quantity('0.05'),
};
const notesFrom = (date: string, tolerance: string, futures: readonly unknown[] = []): string[] =>
  waitingNotes({
    asOf: localDate('2026-11-20'),
    dates: [{ date: localDate(date), why: [] }],
    goals: [{ ...goal, tolerance: quantity(tolerance) }],
    futures,
  } as unknown as ExitCase);

test('what stands off until the first day on which one may trade is said', () => {
  expect(notesFrom('2026-11-20', '0')).toEqual([]);
  expect(notesFrom('2028-12-29', '0.2')).toEqual(['Nothing can be traded before 2028-12-29.']);
  expect(notesFrom('2028-12-29', '0.01')).toEqual([
    'Nothing can be traded before 2028-12-29: until then BTC stands 0.2 BTC above what is wanted (allowed: 0.01 BTC).',
  ]);
  expect(notesFrom('2028-12-29', '0.01', [short])[0]).toContain('BTC stands 0.15 BTC above');
});
