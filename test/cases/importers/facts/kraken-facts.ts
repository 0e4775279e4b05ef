import { expect } from 'vitest';
import type { ReadText } from '../../../../src/main/importers/read-text.fixture.ts';
import { amountsOf, expectAmounts } from './prose-amounts.ts';

interface KrakenFact {
  readonly refid: string;
  readonly result: string;
}

/** A sentence about the rows with one reference. Out: how many statements were checked. */
export function checkKrakenFact(read: ReadText, fact: object): number {
  const { refid, result } = fact as KrakenFact;
  if (refid === 'Unknown') return checkLost(read, result);
  const drafts = read.drafts.filter(({ raw }) => refid.split(' / ').some((one) => raw.includes(one)));
  if (result.includes('no disposal')) {
    expect(drafts).toEqual([]);
    return 1;
  }
  if (result.startsWith('ONE ')) expect(drafts).toHaveLength(1);
  if (result.includes('spotfromfutures')) {
    expect(drafts.map(({ kind }) => kind)).toEqual(['deposit']);
    return 1;
  }
  expect(new Set(drafts.map(({ part }) => part?.group)).size).toBe(1);
  return 1 + expectAmounts(drafts, result, { LUNA2: 'LUNA' });
}

/** Rows without a reference stay apart: coins that changed the pocket are nothing, the reward and its fee are there. */
function checkLost(read: ReadText, result: string): number {
  const [moved = '', reward = '', fee = ''] = result.match(/\d+\.\d+/gu) ?? [];
  const amounts = amountsOf(read.drafts);
  expect(read.drafts.filter(({ part }) => part?.group === 'Unknown')).toEqual([]);
  expect(amounts).not.toContain(`${moved} SOL`);
  expect(amounts).toContain(`${reward} SOL`);
  expect(amounts).toContain(`${fee} SOL`);
  return 4;
}
