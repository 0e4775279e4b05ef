import { expect, test } from 'vitest';
import type { IdentificationRecord } from '../../shared/domain/hedge.ts';
import { toText } from '../../shared/num/format.ts';
import { instantFromIso } from '../../shared/time/instant.ts';
import { dateText } from '../../shared/time/local-date.ts';
import { utc } from '../../shared/time/time-zone.ts';
import { legsOnRecord } from './legs-on-record.ts';

const record = (
  sequence: number,
  kind: IdentificationRecord['kind'],
  time: string,
  body: object,
): IdentificationRecord => ({
  sequence,
  kind,
  recordedAt: instantFromIso(time),
  body: JSON.stringify(body),
  previousHash: '',
  hash: '',
});
const lots = [{ lot: 'x', quantity: '0.5' }];
const planned = (plan: string): object => ({
  plan,
  date: '2026-01-05',
  legs: [{ leg: `${plan}-leg-1`, contract: 'cme:MBT-202603', side: 'sell', quantity: '5', lots }],
});
const linked = (plan: string): object => ({
  plan,
  leg: `${plan}-leg-1`,
  date: '2026-01-06',
  fills: [{ event: 'f1', contract: 'cme:MBT-202603', account: 'a' }],
  lots,
});
const words = (...records: IdentificationRecord[]): string[] =>
  legsOnRecord({ records, timeZone: utc }).map(
    ({ leg, contract, recordedOn, fills, lots: named }) =>
      `${dateText(recordedOn)} ${leg} ${contract} [${fills.join()}] ${named.map(({ lot, quantity }) => `${toText(quantity)} of ${lot}`).join()}`,
  );

const plan = record(1, 'hedged-lots', '2026-01-05T10:00:00Z', planned('plan-1'));
const link = record(2, 'leg-fills', '2026-01-06T10:00:00Z', linked('plan-1'));
const drop = record(3, 'plan-dropped', '2026-02-01T10:00:00Z', { plan: 'plan-1', record: 1 });
const ofPlan = '2026-01-05 plan-1-leg-1 cme:MBT-202603 [] 0.5 of x';
const ofLink = '2026-01-06 plan-1-leg-1 cme:MBT-202603 [f1] 0.5 of x';

test('plans and linked fills, in the order of the chain', () => {
  expect(words(plan, link)).toEqual([ofPlan, ofLink]);
});

test('what was traded stays on record when its plan is dropped; what was only planned does not', () => {
  expect(words(plan, link, drop)).toEqual([ofPlan, ofLink]);
  expect(words(plan, drop)).toEqual([]);
});

test('records of other things are passed over', () => {
  expect(words(record(1, 'election', '2026-01-05T10:00:00Z', { id: 'funding', value: 'ordinary' }))).toEqual(
    [],
  );
});
