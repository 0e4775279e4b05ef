import type { PolicyPeriod } from '../../../../../shared/domain/policy.ts';
import type { ClauseKind, Said } from './clause.ts';
import { LESS, MORE, NUMBER, PERCENT, amountOf, phrase, shareOf } from './lexicon.ts';

/** How often at most. */
export const once: ClauseKind = {
  about: 'How often at most',
  example: 'Rebalance at most once a month.',
  phrases: [
    {
      pattern: phrase(
        String.raw`(?:at most|(?:not|no|never) more(?: often)? than|maximum)(?: once| one time)? (?:a|an|per|each|every|in a) (?<period>week|month|quarter|year)\b`,
      ),
      means: ({ period = '' }) => ({ kind: 'once', period: period.toLowerCase() as PolicyPeriod | 'week' }),
    },
  ],
};

const BACK = String.raw`(?:(?:back|go|going|return|only|just) )*`;

/** Where acting brings a line. */
export const back: ClauseKind = {
  about: 'Where to go back to',
  example: 'Rebalance to the band edge.',
  phrases: [
    {
      pattern: phrase(
        String.raw`${BACK}(?:to|as far as)(?: the)?(?: nearest)? (?:band(?:'s)? edge|edge(?: of (?:the|its) band)?)\b`,
      ),
      means: () => ({ kind: 'return', to: 'band-edge' }),
    },
    {
      pattern: phrase(String.raw`${BACK}half[\s-]*way(?: back)?(?: to(?: the| its)? targets?)?\b`),
      means: () => ({ kind: 'return', to: 'half-way' }),
    },
    {
      pattern: phrase(String.raw`${BACK}(?:to|as far as)(?: the| its| their)? targets?\b`),
      means: () => ({ kind: 'return', to: 'target' }),
    },
  ],
};

const NOT_ABOVE = String.raw`(?:not|never|don't|do not)(?: if| when)`;
const ONLY_BELOW = String.raw`only(?: if| when)`;
const COSTS = String.raw`(?: it| this| that| they)?(?: costs?| the costs? (?:is|are))`;
const TAX = String.raw`(?: the)? tax(?:es)?(?: is| are| would be)?`;
const MOVED = String.raw`${PERCENT} of (?:what is|what's|the amount|the value|all that is) (?:moved|traded)`;
const AMOUNT = String.raw`(?<amount>${NUMBER})(?!\s*${PERCENT})(?:\s*(?:USD|US dollars|dollars|EUR|euros?|GBP|CHF)\b)?`;

/** Above which costs not to act. */
export const cost: ClauseKind = {
  about: 'What it may cost',
  example: 'Not if it costs more than 0.5 % of what is moved. Not if tax is above 2 000.',
  phrases: [
    ...[`${NOT_ABOVE}${COSTS} ${MORE}`, `${ONLY_BELOW}${COSTS} ${LESS}`].flatMap((begin) => [
      {
        pattern: phrase(String.raw`${begin}(?<amount>${NUMBER})\s*${MOVED}`),
        means: ({ amount = '' }: Groups) => said('shareOfMoved', amount, shareOf(amount)),
      },
      {
        pattern: phrase(`${begin}${AMOUNT}`),
        means: ({ amount = '' }: Groups) => said('cost', amount, amountOf(amount)),
      },
    ]),
    ...[`${NOT_ABOVE}${TAX} ${MORE}`, `${ONLY_BELOW}${TAX} ${LESS}`].map((begin) => ({
      pattern: phrase(`${begin}${AMOUNT}`),
      means: ({ amount = '' }: Groups) => said('tax', amount, amountOf(amount)),
    })),
  ],
};

type Groups = Readonly<Record<string, string | undefined>>;
type Limit = Extract<Said, { kind: 'cost' }>;

function said(which: Limit['which'], text: string, limit: Limit['limit'] | null): Said {
  return limit === null
    ? { kind: 'wrong', message: `"${text}" is too large a number`, instead: cost.example }
    : { kind: 'cost', which, limit };
}
