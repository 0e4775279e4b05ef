import { expect, test } from 'vitest';
import { profileOf, type ProfileDraft } from './profile-draft.ts';

const draft: ProfileDraft = {
  year: 2026,
  filingStatus: 'marriedJoint',
  income: '$120,000',
  lotMethod: 'fifo',
  timeZone: 'America/New_York',
};

test('a draft becomes a profile', () => {
  const answer = profileOf(draft);
  expect(answer).toMatchObject({
    ok: true,
    profile: {
      timeZone: 'America/New_York',
      years: [{ year: 2026, filingStatus: 'marriedJoint', ordinaryIncome: '120000' }],
    },
    order: null,
  });
});

test('highest cost first becomes a standing order for all accounts', () => {
  expect(profileOf({ ...draft, lotMethod: 'hifo' })).toMatchObject({
    ok: true,
    order: { account: null, method: 'hifo' },
  });
});

test.each(['', 'plenty', '-1'])('an income of "%s" is refused in words', (income) => {
  expect(profileOf({ ...draft, income })).toEqual({ ok: false, incomeError: expect.stringMatching(/\w/u) });
});
