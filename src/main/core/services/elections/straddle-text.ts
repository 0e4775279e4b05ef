import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { TAX_ELECTIONS } from '../../../../shared/domain/tax-election-list.ts';
import { isInTime } from '../../../../shared/domain/straddle-identification.ts';
import type { StraddleIdentification } from '../../../../shared/domain/straddle-identification.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';

type StraddleText = CallAnswer<'elections.read'>['straddles'][number];

/** "Leave section 1256 for the hedge’s futures" */
function regimeWords(regime: StraddleRegime): string {
  const options = TAX_ELECTIONS.find(({ id }) => id === 'straddle-regime')?.options ?? [];
  return (options.find(({ value }) => value === regime)?.words ?? regime).split(/[:;]/u)[0] ?? regime;
}

/** A dated identification of a hedge as answers carry it. */
export function straddleText(one: StraddleIdentification): StraddleText {
  const { sequence, recordedAt, hash, plan, leg, regime, date, fills, keptElsewhere } = one;
  const inTime = isInTime(one);
  const when = inTime
    ? fills.length === 0
      ? 'before it was traded'
      : 'on the day it began or before'
    : keptElsewhere
      ? 'after its day; your own records are said to show it from the day itself'
      : 'after its day, so it does not count for fills of earlier days';
  return {
    sequence,
    recordedAt: toIso(recordedAt),
    hash,
    plan,
    leg,
    regime,
    date: dateText(date),
    inTime,
    keptElsewhere,
    words: `${leg}: ${regimeWords(regime)} (${regime}). Marked on ${dateText(date)}, ${when}.`,
  };
}
