import { z } from 'zod';
import { decimalText } from './texts.ts';

const asset = z.string().min(1).max(20);
const period = z.enum(['month', 'quarter', 'year']);

/** A policy; what may be left out is as `plainPolicy` has it. `CASH` is all money together. */
export const policyText = z.strictObject({
  targets: z.array(z.strictObject({ asset, weight: decimalText })).max(500),
  absoluteBand: decimalText.nullable(),
  relativeBand: decimalText.nullable(),
  groups: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(40),
        weight: decimalText,
        /** `share` null in each: as they are held. */
        members: z
          .array(z.strictObject({ asset, share: decimalText.nullable() }))
          .min(1)
          .max(200),
      }),
    )
    .max(100)
    .optional(),
  ownBands: z
    .array(
      z.strictObject({
        /** An asset or the name of a group. */
        of: z.string().min(1).max(40),
        absolute: decimalText.nullable(),
        relative: decimalText.nullable(),
      }),
    )
    .max(500)
    .optional(),
  others: z.enum(['ignore', 'zero']).optional(),
  calendar: period.nullable().optional(),
  atMostOncePer: z
    .enum(['week', ...period.options])
    .nullable()
    .optional(),
  returnTo: z.enum(['target', 'band-edge', 'half-way']).optional(),
  costLimits: z
    .strictObject({
      shareOfMoved: decimalText.nullable(),
      cost: decimalText.nullable(),
      tax: decimalText.nullable(),
    })
    .optional(),
});

/** The same with everything said. */
export const wholePolicy = policyText.required();
