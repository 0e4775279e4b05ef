import { expect, test } from 'vitest';
import { keptBackWords } from './check-words.ts';

const error = {
  code: 'hedge/leverage',
  severity: 'error',
  message: '',
  fix: '',
  event: null,
  asset: null,
  account: null,
} as const;
const check = (id: 'costs' | 'tax' | 'margin-overnight', acknowledged: boolean) =>
  ({ id, state: 'unknown', words: '', needsAcknowledgement: true, acknowledged }) as const;

test('what keeps it back is named', () => {
  expect(
    keptBackWords({
      issues: [error],
      beforeSaving: [check('costs', false), check('margin-overnight', false)],
    }),
  ).toBe('Mend 1 problem above, and tick as read: the costs and the margin overnight.');
  expect(keptBackWords({ issues: [], beforeSaving: [check('costs', true), check('tax', false)] })).toBe(
    'Tick as read: the tax.',
  );
  expect(keptBackWords({ issues: [], beforeSaving: [check('costs', true)] })).toBe('');
});
