/** What straddle rules did, as the contract carries it. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { changesOf } from '../../../engine/explain/explain-straddle.ts';
import type { StraddleYear, TaxItem } from '../../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { quantityText } from '../../../engine/words.ts';
import type { RealisedYear } from '../../../engine/tax/realised-years.ts';
import type { Derived } from '../../derived.ts';

type Year = CallAnswer<'plan.taxYears'>['years'][number];
type Clock = CallAnswer<'plan.taxYears'>['clocks'][number];

export function straddlesText(
  year: StraddleYear,
  realised: RealisedYear,
  derived: Derived,
): Year['straddles'] {
  const id = `tax:${year.year}/straddles`;
  const total = sum(
    year.deferred.map(({ amount }) => amount),
    zeroMoney,
  );
  return {
    shortTerm: toText(realised.straddleShort),
    longTerm: toText(realised.straddleLong),
    section1256: toText(realised.straddleSection1256),
    deferredTotal: toText(total),
    deferred: year.deferred.map((loss, place) => {
      const explain = `${id}/deferred/${place + 1}`;
      return {
        ...partText({ of: loss.position, amount: loss.amount }, explain, derived),
        sustained: loss.sustained,
        character: loss.character,
        blockedBy: loss.blockedBy.map((one, at) => partText(one, `${explain}/blockedBy/${at + 1}`, derived)),
      };
    }),
    changes: changesOf(year).map((item, place) => ({
      ...partText(item, `${id}/changes/${place + 1}`, derived),
      kind: kindOf(item),
      character: item.character,
      law: item.rule.law,
    })),
  };
}

type Part = Year['straddles']['deferred'][number]['blockedBy'][number];

function partText({ of, amount }: Pick<TaxItem, 'of' | 'amount'>, explain: string, derived: Derived): Part {
  return { position: of, name: nameOf(of, derived), amount: toText(amount), explain };
}

function kindOf({ kind }: TaxItem): Year['straddles']['changes'][number]['kind'] {
  return kind === 'result' || kind === 'mark' || kind === 'mark-taken-back' ? 'term' : kind;
}

/** "short MBT, opened 2026-03-01" or "BTC of 2021-05-01". */
function nameOf(of: TaxItem['of'], { usFacts, lots }: Derived): string {
  const future = usFacts.straddles.futures.find(({ id }) => id === of);
  if (future !== undefined)
    return of.startsWith('before:')
      ? future.name
      : `${future.side} ${future.name}, opened ${dateText(future.opened)}`;
  const origin = lots.originOf(of as LotId);
  return origin === undefined ? of : `${origin.asset} of ${dateText(origin.acquiredDate)}`;
}

/** Lots whose holding period a straddle ended, by the order in which it did. */
export function clockTexts(derived: Derived): Clock[] {
  return derived.taxYears.straddles.holdingPeriods.map(
    ({ lot, quantity, ended, restartsOn, longTermFrom, by }, place) => {
      const asset = derived.lots.originOf(lot)?.asset ?? '';
      const coins = quantityText(quantity, nameOf(lot, derived));
      const again =
        restartsOn === null || longTermFrom === null
          ? 'It stands still until no position offsets them any more.'
          : `It began anew on ${dateText(restartsOn)}: long-term from ${dateText(longTermFrom)}.`;
      return {
        lot,
        asset,
        quantity: toText(quantity),
        ended: dateText(ended),
        restartsOn: restartsOn === null ? null : dateText(restartsOn),
        longTermFrom: longTermFrom === null ? null : dateText(longTermFrom),
        by,
        words: `The holding period of ${coins} ended on ${dateText(ended)}, because the ${nameOf(by, derived)}, offset them. ${again}`,
        explain: `clock:${place + 1}`,
      };
    },
  );
}
