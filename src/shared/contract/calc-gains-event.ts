/** One event of `calc gains`: what happened to units, in the words of a person. */
import { z } from 'zod';
import { INCOME_REASONS } from '../domain/event.ts';
import { decimalText, inOurTime, ourTime } from './texts.ts';

export const positiveText = decimalText.refine(
  (text) => !text.startsWith('-') && /[1-9]/u.test(text),
  'expected a number above zero',
);
const notNegativeText = decimalText.refine(
  (text) => !text.startsWith('-'),
  'expected a number of zero or more',
);
export const lotName = z.string().min(1).max(200);
export const name = z.string().min(1).max(100);
export const dayText = z.iso
  .date('expected a date such as 2025-03-01')
  .refine(inOurTime, `expected ${ourTime}`);
export const timeText = z
  .union([
    z.iso
      .datetime({ offset: true, error: 'expected an instant such as 2025-03-01T09:30:00Z' })
      .refine(inOurTime, `expected ${ourTime}`),
    dayText,
  ])
  .describe('An instant with its zone, or a date: then the first instant of that day in timeZone.');

const base = {
  id: lotName.describe('The lot that the event opens has this name; a second lot of one event ends in "#2".'),
  time: timeText,
  account: name,
  asset: name,
  quantity: positiveText,
};
const fees = {
  fee: notNegativeText
    .optional()
    .describe(
      'Money in the reporting currency. Of a purchase it adds to the cost, of a sale it comes out of the proceeds, of a swap it belongs wholly to the units given.',
    ),
  feeAsset: name.optional().describe('Of what feeQuantity is, where the fee was paid in units.'),
  feeQuantity: positiveText
    .optional()
    .describe(
      'Units that paid the fee: disposed of for feeValue. In units of what was received, they are taken out of that and there is no gain.',
    ),
  feeValue: notNegativeText.optional().describe('What the fee units were worth in all.'),
};
const named = {
  lots: z
    .array(z.strictObject({ lot: lotName, quantity: positiveText }))
    .min(1)
    .optional()
    .describe('Specific identification: these units leave; the method decides about the rest.'),
  identifiedAt: timeText
    .optional()
    .describe(
      'When lots was put on record; without it, in time. After the sale it does not count (issue lots/identified-too-late).',
    ),
};
const valued = { ...base, value: notNegativeText.describe('What all units were worth then.') };

const buy = z.strictObject({
  kind: z.literal('buy'),
  ...base,
  total: notNegativeText.describe('Price × quantity, before fees.'),
  ...fees,
});
const sell = z.strictObject({
  kind: z.literal('sell'),
  ...base,
  total: notNegativeText.describe('Price × quantity, before fees.'),
  ...fees,
  ...named,
});
const swap = z.strictObject({
  kind: z.literal('swap'),
  ...base,
  toAsset: name,
  toQuantity: positiveText,
  value: notNegativeText.describe('What was received, at its value then.'),
  ...fees,
  ...named,
});
const transfer = z.strictObject({
  kind: z.literal('transfer'),
  ...base,
  toAccount: name,
  received: positiveText.describe('What arrived; the rest of quantity was the network fee.'),
  value: notNegativeText.optional().describe('Of one unit: what the network fee was worth.'),
});
const giftReceived = z.strictObject({
  kind: z.literal('gift-received'),
  ...base,
  costBasis: notNegativeText.optional().describe('What all units cost the giver; without it nobody knows.'),
  acquired: timeText.optional().describe('When the giver bought; without it, when the gift was received.'),
  value: notNegativeText
    .optional()
    .describe(
      'What all units were worth when given. us: where that is less than costBasis, a loss counts from it (26 U.S.C. 1015(a)). uk, ca, au: it is what the units cost; without it costBasis is, as between spouses.',
    ),
});
const spend = z
  .strictObject({ kind: z.literal('spend'), ...valued })
  .describe('Goods or services paid in units: a sale.');
const gift = z
  .strictObject({ kind: z.literal('gift'), ...valued })
  .describe('Given away. us, de: neither gain nor loss. uk, ca, au: as if sold for value.');
const donation = z
  .strictObject({ kind: z.literal('donation'), ...valued })
  .describe('Given to a charity. us, uk, de: neither gain nor loss. ca, au: as if sold for value.');
const lost = z
  .strictObject({ kind: z.literal('lost'), ...valued })
  .describe('Lost or stolen: neither gain nor loss; an issue says where a claim may be possible.');

export const calcEvent = z.discriminatedUnion('kind', [
  buy,
  sell,
  swap,
  transfer,
  z
    .strictObject({ kind: z.literal('income'), ...valued, reason: z.enum(INCOME_REASONS) })
    .describe('Received as income: a lot that cost its value.'),
  spend,
  gift,
  giftReceived,
  donation,
  lost,
  z.strictObject({ kind: z.literal('short-open'), ...base, total: notNegativeText, ...fees }),
  z.strictObject({ kind: z.literal('short-close'), ...base, total: notNegativeText, ...fees }),
]);
