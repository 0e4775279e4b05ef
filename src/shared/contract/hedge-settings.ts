/** What a user sets for margin and watch, as it is stored and as calls carry it. */
import { z } from 'zod';
import { parseRate } from '../num/parse.ts';
import { notNegativeText, positiveText } from './calc-contract.ts';

const days = z.number().int().min(0);

export const marginSettingShape = z.object({
  mode: z.enum(['cross', 'isolated']),
  isolatedMargin: notNegativeText.nullable().optional(),
});

/** Beyond these nothing would ever be said again: 5 typed for 5 % is 500 %. */
const isAtMost =
  (most: string) =>
  (text: string): boolean => {
    const [value, limit] = [parseRate(text), parseRate(most)];
    return value.ok && limit.ok && value.value <= limit.value;
  };

export const thresholdFields = {
  /** How far the hedge ratio may be from the plan's: 0.1 is ten points. */
  ratio: positiveText.refine(isAtMost('1'), 'a share above 0, at most 1: 0.05 is 5 %'),
  /** The least distance to liquidation, as a share of the mark, whatever the volatility. */
  distance: notNegativeText.refine(isAtMost('5'), 'a share of the price, at most 5: 0.2 is 20 %'),
  /** Distance in standard deviations of a day, times the root of the days to the next check. */
  sigmas: notNegativeText.refine(isAtMost('100'), 'at most 100 standard deviations'),
  /** Days until somebody looks again. */
  checkDays: days.min(1).max(365),
  /** Days before expiry at which a roll is due, and at which it is urgent. */
  rollWarnDays: days.max(365),
  rollActDays: days.max(365),
  /** Days after which a price is stale. */
  priceAgeDays: days.max(3650),
};

export const thresholdChanges = z.object(thresholdFields).partial();
export type ThresholdChanges = z.output<typeof thresholdChanges>;
