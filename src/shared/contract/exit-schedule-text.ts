/** An exit schedule as it crosses the contract: what `exit.plan` answers and `exit.save` takes. */
import { z } from 'zod';
import { STRADDLE_REGIMES } from '../domain/tax-elections.ts';
import { askedDate, decimalText } from './texts.ts';

const assetText = z.string().min(1).max(20);
const idText = z.string().min(1).max(500);

export const exitScheduleText = z.strictObject({
  /** Of hedges opened on the first day; null: as the elections say. */
  regime: z.enum(STRADDLE_REGIMES).nullable(),
  days: z
    .array(
      z.strictObject({
        date: askedDate,
        sells: z.array(z.strictObject({ asset: assetText, lot: idText, quantity: decimalText })).max(10_000),
        buys: z.array(z.strictObject({ asset: assetText, quantity: decimalText })).max(50),
        /** Every position of the plan that is open after the day, in whole steps; one that is missing is closed. */
        hedges: z
          .array(z.strictObject({ position: idText, steps: z.number().int().min(0).max(1_000_000_000) }))
          .max(200),
      }),
    )
    .max(60),
});

export type ExitScheduleText = z.output<typeof exitScheduleText>;
