/** What a user sets for margin and watch, as it is stored and as calls carry it. */
import { z } from 'zod';
import { decimalText } from './texts.ts';

const days = z.number().int().min(0).max(3650);

export const marginSettingShape = z.object({
  mode: z.enum(['cross', 'isolated']),
  isolatedMargin: decimalText.nullable().optional(),
});

export const thresholdChanges = z.object({
  ratio: decimalText.optional(),
  distance: decimalText.optional(),
  sigmas: decimalText.optional(),
  checkDays: days.optional(),
  rollWarnDays: days.optional(),
  rollActDays: days.optional(),
  priceAgeDays: days.optional(),
});
export type ThresholdChanges = z.output<typeof thresholdChanges>;
