import type { z } from 'zod';
import type { alternative, comparison as comparisonShape } from '../../../../shared/contract/plan-calls.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { add, isZero } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { listText, moneyText } from '../../../engine/words.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { effectiveValues } from '../../../engine/rebalance/drift.ts';
import { comparison } from '../../../engine/rebalance/compare/compare.ts';
import type { Comparison } from '../../../engine/rebalance/compare/compare.ts';
import type { Alternative } from '../../../engine/rebalance/compare/alternative.ts';
import type { ComparisonCase, PlannedLeg } from '../../../engine/rebalance/compare/comparison-case.ts';
import type { YearTax } from '../../../engine/rebalance/compare/tax-difference.ts';
import { legMargin } from '../../../engine/rebalance/leg-margin.ts';
import { rollDates } from '../../../engine/rebalance/roll-dates.ts';
import { weightsOf } from '../../../engine/rebalance/weights.ts';
import { jurisdictions } from '../../../engine/tax/assess-year.ts';
import type { Jurisdiction } from '../../../engine/tax/assess-year.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { overlayMarketOf } from '../targets/overlay-market.ts';
import { overlayOfRequest } from '../targets/overlay-of-request.ts';
import type { ChosenOverlay } from '../targets/overlay-of-request.ts';
import { traceText } from '../trace-text.ts';
import { carryPerYearOf, comparisonCaseOf } from './comparison-case-of.ts';

type ComparisonText = z.output<typeof comparisonShape>;
type AlternativeText = z.output<typeof alternative>;

/**
 * Selling now against hedging now and selling on a date.
 * Errors: those of `overlayOfRequest`, `comparisonCaseOf` and the tax engine.
 */
export const comparePlan: Handler<'plan.compare'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const market = await overlayMarketOf(derived.value, request.overlay.contracts, context);
  const chosen = overlayOfRequest(derived.value, request.overlay, market);
  if (!chosen.ok) return chosen;
  const given = comparisonCaseOf(derived.value, chosen.value, request.assumptions);
  if (!given.ok) return given;
  const compared = comparison(given.value, jurisdictionOf(derived.value));
  return compared.ok
    ? ok(comparisonText(compared.value, given.value, chosen.value, request, derived.value))
    : compared;
};

function jurisdictionOf({ facts }: Derived): Jurisdiction {
  return jurisdictions[facts.profile?.jurisdiction ?? 'us'];
}

function comparisonText(
  compared: Comparison,
  given: ComparisonCase,
  chosen: ChosenOverlay,
  request: CallRequest<'plan.compare'>,
  derived: Derived,
): ComparisonText {
  const { sellNow, hedge } = compared;
  return {
    sentence: compared.sentence,
    reasons: [...compared.reasons],
    better: compared.better,
    difference: toText(compared.difference),
    alternatives: [
      {
        ...alternativeText(sellNow, weightsAfterSale(chosen), zeroMoney, given.exit),
        sales: salesText(sellNow, derived),
      },
      {
        ...alternativeText(hedge, chosen.overlay.after, lockedMargin(chosen.legs), given.exit),
        sales: salesText(hedge, derived),
      },
    ],
    assumptions: {
      exitDate: dateText(given.exit),
      priceChange: given.trades.map(({ asset, change }) => ({ asset, change: toText(change) })),
      carryPerYear: request.assumptions.carryPerYear ?? toText(carryPerYearOf(given.legs)),
      discountPerYear: toText(given.discountPerYear),
      spotFee: toText(given.spotFee),
    },
    caveats: compared.caveats.map(({ code, text, law }) => ({ code, text, law })),
    parametersNotes: notesOf(compared, given, derived),
    issues: issueTexts(issuesOf(compared, given), derived),
  };
}

function alternativeText(
  found: Alternative,
  weights: ChosenOverlay['overlay']['after'],
  margin: Money,
  exit: LocalDate,
): Omit<AlternativeText, 'sales'> {
  return {
    kind: found.kind,
    title: found.title,
    taxByYear: found.taxes
      .filter((year) => matters(year, exit))
      .map((year) => ({
        year: year.year,
        shortTermGain: toText(year.shortTermGain),
        longTermGain: toText(year.longTermGain),
        section1256Gain: toText(year.section1256Gain),
        otherFuturesGain: toText(year.otherFuturesGain),
        tax: toText(year.tax),
      })),
    tax: toText(found.tax),
    carry: toText(found.carry),
    fees: toText(found.fees),
    futuresProfit: toText(found.futuresProfit),
    lockedMargin: toText(margin),
    presentCost: toText(found.presentCost),
    purchases: found.purchases.map(({ date, asset, quantity, cost }) => ({
      date: dateText(date),
      asset,
      quantity: toText(quantity),
      cost: toText(cost),
    })),
    effectiveWeights: weights.map(({ asset, weight }) => ({ asset, weight: toText(weight) })),
    trace: traceText(found.trace),
  };
}

function salesText({ sales }: Alternative, { accountName }: Derived): AlternativeText['sales'] {
  return sales.map((sale) => ({
    date: dateText(sale.date),
    asset: sale.asset,
    lot: sale.lot.id,
    acquiredDate: dateText(sale.lot.acquiredDate),
    accountName: accountName(sale.lot.account),
    quantity: toText(sale.quantity),
    proceeds: toText(sale.proceeds),
    costBasis: toText(sale.costBasis),
    gain: toText(sale.gain),
    term: sale.term,
  }));
}

/** Years up to the exit always; the one after it only where something falls into it. */
function matters(year: YearTax, exit: LocalDate): boolean {
  return year.year <= yearOf(exit) || !isZero(year.tax) || !isZero(year.section1256Gain);
}

/** The weights once the coins themselves are swapped. */
function weightsAfterSale({ exposures, overlay }: ChosenOverlay): ChosenOverlay['overlay']['after'] {
  const values = effectiveValues(
    exposures.map((exposure) => {
      const wanted = overlay.residuals.find(({ asset }) => asset === exposure.asset)?.wanted;
      if (wanted === undefined) return exposure;
      // In the futures column, so that a money target takes the other side as with futures.
      const traded = valueOf(wanted, exposure.price, 'half-even');
      return { ...exposure, futuresValue: add(exposure.futuresValue, traded) };
    }),
  );
  const weights = weightsOf(values);
  return overlay.before.map((row, index) => ({ ...row, weight: weights?.[index] ?? row.weight }));
}

/** What is known of it: a leg without a known margin counts nothing and has an issue of its own. */
function lockedMargin(legs: ChosenOverlay['legs']): Money {
  return legs.reduce((total, leg) => add(total, legMargin(leg) ?? zeroMoney), zeroMoney);
}

/** What the figures rest on, each a whole sentence, once. */
function notesOf(
  { sellNow, hedge }: Comparison,
  { currency, exit, years }: ComparisonCase,
  derived: Derived,
): string[] {
  const notes = [...sellNow.taxes, ...hedge.taxes]
    .filter((year) => matters(year, exit))
    .flatMap((year) => [...year.with.notes]);
  return [
    ...new Set([
      ...notes,
      ...templateNotes(derived, years),
      ...leftoverNotes(sellNow, hedge, currency),
      jurisdictionOf(derived).taxDueNote,
    ]),
  ];
}

/** Where the profile begins after today, its first year stands for the ones before it. */
function templateNotes({ facts }: Derived, years: ComparisonCase['years']): string[] {
  const first = facts.profile?.years.reduce((earliest, { year }) => Math.min(earliest, year), Infinity);
  const before = years.filter(({ year }) => first !== undefined && year < first).map(({ year }) => year);
  return before.length === 0
    ? []
    : [
        `Your tax details begin in ${first}: filing status, income and losses carried in of ${listText(before.map(String))} are taken from there.`,
      ];
}

/** Where the alternatives leave different losses to carry on: their later use is not counted. */
function leftoverNotes(sellNow: Alternative, hedge: Alternative, currency: string): string[] {
  const [now, later] = [sellNow, hedge].map(({ taxes }) => taxes.at(-1)?.with.carryforward);
  if (now === undefined || later === undefined) return [];
  const totals = [now, later].map(({ shortTerm, longTerm }) => add(shortTerm, longTerm));
  if (totals[0] === totals[1]) return [];
  const [first, second] = totals.map((total) => moneyText(total, currency));
  return [
    `After the last year selling now leaves losses of ${first ?? ''} to carry on, hedging first ${second ?? ''}; what they save later is not counted.`,
  ];
}

function issuesOf({ uncovered }: Comparison, given: ComparisonCase): Issue[] {
  return [
    ...uncovered.map(({ asset, quantity }) =>
      issueOf('plan/lots-short', 'warning', { asset, quantity: toText(quantity) }, { asset }),
    ),
    ...given.legs.flatMap((leg) => legIssues(leg, given)),
  ];
}

function legIssues(leg: PlannedLeg, given: ComparisonCase): Issue[] {
  const { terms, asset } = leg;
  const contract = terms.symbol;
  const rolls = rollDates(terms, given.exit);
  return [
    ...(terms.takerFee === null ? [issueOf('plan/fee-unknown', 'warning', { contract }, { asset })] : []),
    ...(terms.margin === null ? [issueOf('plan/margin-unknown', 'note', { contract }, { asset })] : []),
    ...(rolls.length === 0
      ? []
      : [
          issueOf(
            'plan/leg-rolls',
            'note',
            { contract, times: rolls.length, date: dateText(given.exit) },
            { asset },
          ),
        ]),
  ];
}
