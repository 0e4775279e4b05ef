import type { PolicyPeriod } from '../../../../../shared/domain/policy.ts';
import type { ClauseKind } from './clause.ts';
import { phrase } from './lexicon.ts';

const EACH = '(?:each|every|the|a|per)';
const PERIOD = '(?<period>month|quarter|year)';

/** Dates to act on. */
export const calendar: ClauseKind = {
  about: 'Dates to act on',
  example: 'Rebalance on the first of each quarter.',
  phrases: [
    {
      pattern: phrase(String.raw`(?:on )?(?:the )?(?:first|1st)(?: day)? of ${EACH} ${PERIOD}\b`),
      means: ({ period }) => ({ kind: 'calendar', period: periodOf(period) }),
    },
    {
      pattern: phrase(String.raw`(?:once )?(?:each|every|a|per) ${PERIOD}\b`),
      means: ({ period }) => ({ kind: 'calendar', period: periodOf(period) }),
    },
    {
      pattern: phrase(String.raw`(?<often>monthly|quarterly|yearly|annually)\b`),
      means: ({ often = '' }) => ({ kind: 'calendar', period: OFTEN[often.toLowerCase()] ?? 'year' }),
    },
  ],
};

const OFTEN: Readonly<Record<string, PolicyPeriod>> = {
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
};

function periodOf(text = ''): PolicyPeriod {
  return text.toLowerCase() as PolicyPeriod;
}
