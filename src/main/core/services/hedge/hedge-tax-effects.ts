import { setImmediate } from 'node:timers/promises';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import type { Exact, Rate } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ClosedEffect } from '../../../engine/tax/jurisdictions/us/hedge-effects/closed-effect.ts';
import { hedgeEffects } from '../../../engine/tax/jurisdictions/us/hedge-effects/hedge-effects-of.ts';
import type { LotEffect } from '../../../engine/tax/jurisdictions/us/hedge-effects/lot-effect.ts';
import type { Closing } from '../../../engine/tax/jurisdictions/us/hedge-effects/planned-hedge.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { overlayMarketOf } from '../targets/overlay-market.ts';
import { overlayOfRequest } from '../targets/overlay-of-request.ts';
import { traceText } from '../trace-text.ts';
import { plannedHedgeOf } from './planned-hedge-of.ts';

type Answer = CallAnswer<'hedge.taxEffects'>;

const USUAL_CHANGES = ['-0.2', '0', '0.2'];

/** What a hedge does to lots and taxes, before it is saved. Errors: those of `overlayOfRequest`. */
export const hedgeTaxEffectsHandler: Handler<'hedge.taxEffects'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { overlay, priceChanges = USUAL_CHANGES } = request;
  const market = await overlayMarketOf(derived.value, overlay.contracts, context);
  const chosen = overlayOfRequest(derived.value, overlay, market);
  if (!chosen.ok) return chosen;
  const given = plannedHedgeOf(derived.value, chosen.value, withZero(priceChanges.map(rate)));
  const effects = await hedgeEffects(given, async () => {
    await setImmediate(); // A large ledger takes a while, and a size that is still typed asks anew.
    context.signal.throwIfAborted();
  });
  const { profile } = derived.value.facts;
  return ok({
    asOf: dateText(derived.value.asOf),
    closings: given.closings.map(({ when, date }) => ({ when, date: dateText(date), title: TITLES[when] })),
    lots: effects.lots.map((effect) => lotText(effect, derived.value)),
    closed: effects.closed.map(closedText),
    verdict: {
      kind: effects.verdict.kind,
      sentence: effects.verdict.sentence,
      cost: textOrNull(effects.verdict.cost),
      sellingNow: textOrNull(effects.verdict.sellingNow),
      reasons: [...effects.verdict.reasons],
    },
    notes: [...effects.notes],
    issues: issueTexts(profile === null ? derived.value.taxYears.issues : [], derived.value),
  });
};

const TITLES = { today: 'Today', 'year-end': 'At year end', 'next-year': 'In a year' } as const;

/** Unchanged prices are always among them: words and single lots rest on those. */
function withZero(changes: readonly Rate[]): readonly Rate[] {
  return changes.includes(zeroRate) ? [...new Set(changes)] : [...new Set([...changes, zeroRate])];
}

function lotText(effect: LotEffect, { accountName, asOf }: Derived): Answer['lots'][number] {
  const { leg, covered, clock } = effect;
  const { lot } = covered;
  return {
    lot: lot.id,
    asset: lot.asset,
    accountName: accountName(lot.account),
    acquiredDate: dateText(lot.acquiredDate),
    contract: leg.spec.symbol,
    quantity: toText(covered.quantity),
    costBasis: toText(effect.costBasis),
    value: textOrNull(effect.value),
    gain: textOrNull(effect.gain),
    unrecognisedGain: textOrNull(effect.unrecognisedGain),
    clock: {
      effect: clock,
      endsOn: clock === 'restarts' ? dateText(effect.before.endedOn ?? asOf) : null,
      longTermFrom: dateOrNull(effect.before.longTermFrom),
      longTermFromAfter: effect.longTermFromAfter.map(({ closing, date }) => ({
        when: closing.when,
        date: dateOrNull(date),
      })),
      sentence: effect.clockWords,
    },
    loss: {
      waitsUpTo: textOrNull(effect.unrecognisedGain),
      character: effect.character,
      sentence: effect.lossWords,
    },
    tax: effect.tax.map(({ closing, withHedge, without }) => ({
      when: closing.when,
      withHedge: textOrNull(withHedge),
      without: textOrNull(without),
      difference: withHedge === null || without === null ? null : toText(subtract(withHedge, without)),
    })),
    sentence: `${effect.clockWords} ${effect.lossWords}`,
  };
}

function closedText(effect: ClosedEffect): Answer['closed'][number] {
  const { traceKept, traceSold } = effect;
  return {
    ...dayText(effect.closing),
    priceChange: toText(effect.change),
    futuresProfit: toText(effect.futuresProfit),
    taxKept: textOrNull(effect.taxKept),
    taxSold: textOrNull(effect.taxSold),
    taxSoldWithout: textOrNull(effect.taxSoldWithout),
    waits: textOrNull(effect.waits),
    traceKept: traceKept === null ? null : traceText(traceKept),
    traceSold: traceSold === null ? null : traceText(traceSold),
    sentence: effect.sentence,
  };
}

function dayText({ when, date }: Closing): { when: Closing['when']; date: string } {
  return { when, date: dateText(date) };
}

function dateOrNull(date: LocalDate | null): string | null {
  return date === null ? null : dateText(date);
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
