/** Facts in the words of rotki's tests: one leg of one event, by its second. */
import { expect } from 'vitest';
import { isNegative, isZero } from '../../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../../src/shared/num/format.ts';
import { quantity } from '../../../../src/shared/num/parse.ts';
import { epochMs } from '../../../../src/shared/time/instant.ts';
import type { ReadText } from '../../../../src/main/importers/read-text.fixture.ts';

interface RotkiFact {
  readonly kind: string;
  readonly event_subtype?: 'SPEND' | 'RECEIVE' | 'FEE' | 'NONE';
  readonly event_type?: string;
  readonly asset?: string;
  readonly amount?: string;
  readonly timestamp_ms?: number | string;
  readonly close_time?: string;
  readonly profit_loss?: string;
  readonly pl_currency?: string;
}

/** "1521110551 principal -1.5 BTC" of each leg. */
function legsOf({ drafts }: ReadText): readonly string[] {
  return drafts.flatMap(({ time, legs }) =>
    legs.map((leg) => {
      const role = leg.role === 'fee' || leg.role === 'profit' ? leg.role : 'principal';
      return `${Math.floor(epochMs(time) / 1000)} ${role} ${toText(leg.quantity)} ${leg.asset}`;
    }),
  );
}

function stated(fact: RotkiFact): string {
  if (fact.kind === 'MarginPosition')
    return `${fact.close_time ?? ''} profit ${toText(quantity(fact.profit_loss ?? ''))} ${fact.pl_currency ?? ''}`;
  const isOut = fact.event_type === 'SPEND' || (fact.event_subtype ?? 'NONE') !== 'NONE';
  const isIn = fact.event_type === 'RECEIVE' || fact.event_subtype === 'RECEIVE';
  const amount = quantity(fact.amount ?? '');
  const sign = isOut && !isIn && !isNegative(amount) && !isZero(amount) ? '-' : '';
  const role = fact.event_subtype === 'FEE' ? 'fee' : 'principal';
  const second =
    typeof fact.timestamp_ms === 'number' ? Math.floor(fact.timestamp_ms / 1000) : (fact.timestamp_ms ?? '');
  return `${second} ${role} ${sign}${toText(amount)} ${fact.asset ?? ''}`;
}

/**
 * In: `isWrong`, which statements are not held to; why stands at the sample. Out: a checker, which says how many
 * statements it checked: none of amounts that rotki divided.
 */
export function checkRotkiFact(
  isWrong: (leg: string) => boolean = () => false,
): (read: ReadText, fact: object) => number {
  return (read, fact) => {
    const stating = fact as RotkiFact;
    if (isTooLong(stating) || isWrong(stated(stating))) return 0;
    const legs = legsOf(read);
    // Some times stand in a constant of rotki's tests.
    const isTimed = typeof stating.timestamp_ms !== 'string';
    const comparable = isTimed ? legs : legs.map((one) => one.replace(/^\d+/u, 'CRYPTOCOM_LAST_TIMESTAMP'));
    expect(comparable).toContain(stated(stating));
    return 1;
  };
}

/** rotki divides what it cannot tell apart, to 70 digits. */
function isTooLong({ amount = '' }: RotkiFact): boolean {
  return amount.length > 30;
}
