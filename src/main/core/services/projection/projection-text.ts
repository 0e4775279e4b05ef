/** A projection as the contract carries it. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { toText } from '../../../../shared/num/format.ts';
import { add, isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { zeroPrice } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { jurisdictions } from '../../../engine/tax/assess-year.ts';
import { priceWords } from '../../../engine/tax/projection/step-words.ts';
import type { PriceChange } from '../../../engine/tax/projection/assumed-prices.ts';
import type { Deferral } from '../../../engine/tax/projection/deferral.ts';
import type { PlannedStep } from '../../../engine/tax/projection/planned-step.ts';
import type { View } from '../../../engine/tax/projection/projection-of.ts';
import { emptyRealisedYear } from '../../../engine/tax/realised-years.ts';
import { uncertainYears } from '../../../engine/tax/uncertain-years.ts';
import type { TaxYear, TaxYears } from '../../../engine/tax/tax-years.ts';
import { listText, moneyText, percentText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { disposalIndexOf, restsOnUnknownCost } from '../holdings/disposal-index.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';
import { lotErrorsIn, unknownCostNotes } from '../tax/tax-years.ts';
import { traceText } from '../trace-text.ts';
import type { ExitPlansAhead } from './exit-plans-ahead.ts';
import { DEFAULT_RATES } from './projection-base.ts';
import type { ProjectionBase } from './projection-base.ts';
import type { ScenarioInput } from './scenario-of.ts';
import { differencesOf } from './year-differences.ts';
import { yearViewText } from './year-view-text.ts';
import type { ProjectionText, ViewName, ViewText, ViewTextOf, YearText } from './year-view-text.ts';

export interface ScenarioView {
  readonly given: ScenarioInput;
  readonly view: View;
  readonly deferral: Deferral | null;
}

export function projectionText(
  base: ProjectionBase,
  scenario: ScenarioView | null,
  derived: Derived,
  exits: ExitPlansAhead,
): ProjectionText {
  const { asOf, currentYear, lastYear } = base.input;
  // Ids of figures stand for those with every exit plan.
  const isWhole = exits.counted.length === (base.input.exits ?? []).length;
  return {
    asOf: dateText(asOf),
    currentYear,
    lastYear,
    years: yearsText(base, scenario, derived, isWhole),
    steps: stepsText(base, scenario),
    deferral: deferralText(base, scenario),
    prices: pricesText(base, scenario?.given.prices ?? [], derived),
    assumptions: assumptionsOf(base, scenario),
    exitPlans: {
      counted: (base.input.exits ?? []).map(({ plan, name }) => ({ plan, name })),
      apart: [...exits.apart],
    },
    issues: issueTexts(
      unique([
        ...standingIssues(derived),
        ...lotErrorsIn(base.planned.years.years, derived),
        ...base.planned.years.issues,
        ...base.planned.issues,
        ...issuesOf(scenario),
      ]),
      derived,
    ),
  };
}

function issuesOf(scenario: ScenarioView | null): readonly Issue[] {
  return scenario === null ? [] : [...scenario.view.years.issues, ...scenario.view.issues];
}

function unique(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

function yearsText(
  base: ProjectionBase,
  scenario: ScenarioView | null,
  derived: Derived,
  hasIds: boolean,
): YearText[] {
  const { realised, planned, input } = base;
  const first = Math.min(
    input.currentYear,
    ...realised.realised.map(({ year }) => year),
    ...realised.years.map((one) => one.input.year),
    firstYear(derived),
  );
  const texts = viewTexts(base, derived, hasIds);
  const rows: YearText[] = [];
  for (let year = first; year <= input.lastYear; year++) {
    const [now, plan, other] = [realised, planned.years, scenario?.view.years].map((years) =>
      yearIn(years, year),
    );
    const realisedText = now === undefined ? null : texts('realised', realised)(now);
    const planText = plan === undefined ? null : texts('planned', planned.years)(plan);
    const otherText =
      other === undefined || scenario === null ? null : texts('scenario', scenario.view.years)(other);
    const before = planText ?? realisedText;
    const differences = otherText === null || before === null ? [] : differencesOf(otherText, before);
    rows.push({
      year,
      status: year < input.currentYear ? 'past' : year === input.currentYear ? 'running' : 'ahead',
      assessed: realisedText !== null,
      basisUnknown: restsOnUnknownCost(year, disposalIndexOf(derived.lots).groups),
      priceMissing: [realised, planned.years, scenario?.view.years].some(
        (years) => years !== undefined && uncertainIn(years).has(year),
      ),
      ledger: ledgerText(year, realised),
      realised: realisedText,
      planned: differs(planText, realisedText) ? planText : null,
      scenario: differences.length === 0 ? null : otherText,
      differences,
    });
  }
  return rows;
}

/** The local year of the first event; the running one where there is none. */
function firstYear({ events, asOf, facts }: Derived): number {
  const [first] = events;
  return first === undefined ? yearOf(asOf) : yearOf(localDateOf(first.time, facts.timeZone));
}

function yearIn(years: TaxYears | undefined, year: number): TaxYear | undefined {
  return years?.years.find(({ input }) => input.year === year);
}

/** Years that have ids of their own, and the texts of what no scenario changes. */
const toldOf = keptFor((_: ProjectionBase) =>
  keptFor((derived: Derived) => ({
    years: new Set(derived.taxYears.years.map(({ input }) => input.year)),
    texts: new WeakMap<TaxYear, ViewText>(),
  })),
);

const uncertainIn = keptFor((years: TaxYears) => uncertainYears(years));

function viewTexts(base: ProjectionBase, derived: Derived, hasIds: boolean) {
  const told = toldOf(base)(derived);
  return (view: ViewName, years: TaxYears) => {
    const of: ViewTextOf = {
      view,
      years,
      realised: base.realised,
      currency: base.input.currency,
      hasIds,
      isTold: (year) => told.years.has(year),
    };
    const textOf = (year: TaxYear): ViewText => {
      const text = yearViewText(year, of);
      const uncertain = uncertainIn(years).get(year.input.year);
      const notes = [...text.notes, ...unknownCostNotes(year.input.year, derived)];
      return { ...text, notes: uncertain === undefined ? notes : [...notes, uncertain] };
    };
    if (view === 'scenario') return textOf;
    // A what-if shows the same years again and again beside another scenario.
    return (year: TaxYear): ViewText => {
      let text = told.texts.get(year);
      if (text === undefined) told.texts.set(year, (text = textOf(year)));
      return text;
    };
  };
}

function differs(a: ViewText | null, b: ViewText | null): boolean {
  return a !== null && (b === null || differencesOf(a, b).length > 0);
}

function ledgerText(year: number, realised: TaxYears): YearText['ledger'] {
  const one = realised.realised.find((each) => each.year === year) ?? emptyRealisedYear(year);
  return {
    shortTermGain: toText(one.shortTermGain),
    longTermGain: toText(one.longTermGain),
    section1256Gain: toText(one.section1256Gain),
    otherFuturesGain: toText(one.otherFuturesGain),
    income: toText(add(one.income, one.futuresIncome)),
  };
}

/** What is planned; of the scenario only what it does otherwise. */
function stepsText({ planned }: ProjectionBase, scenario: ScenarioView | null): ProjectionText['steps'] {
  const text =
    (view: 'planned' | 'scenario') =>
    ({ id, plan, date, kind, text: words }: PlannedStep): ProjectionText['steps'][number] => ({
      id,
      plan,
      view,
      date: dateText(date),
      kind,
      text: words,
    });
  const known = new Set(planned.steps.map(({ id, date, text: words }) => `${id} ${dateText(date)} ${words}`));
  const others = (scenario?.view.steps ?? []).filter(
    ({ id, date, text: words }) => !known.has(`${id} ${dateText(date)} ${words}`),
  );
  return [...planned.steps.map(text('planned')), ...others.map(text('scenario'))];
}

function deferralText(base: ProjectionBase, scenario: ScenarioView | null): ProjectionText['deferral'] {
  const found = scenario === null ? base.deferral : scenario.deferral;
  if (found === null) return null;
  const rates = scenario?.given.rates ?? DEFAULT_RATES;
  const { currency } = base.input;
  const money = (amount: Deferral['value']): string => moneyText(amount, currency);
  const costs = (amount: Deferral['value']): string =>
    isNegative(amount) ? `save ${money(negate(amount))}` : `cost ${money(amount)}`;
  const until = `${dateText(found.earnedUntil)} at ${percentText(rates.returnPerYear)} a year, before tax on it`;
  const jurisdiction = jurisdictions[base.input.profile?.jurisdiction ?? 'us'];
  return {
    view: scenario === null ? 'planned' : 'scenario',
    taxLater: toText(found.taxLater),
    taxNow: toText(found.taxNow),
    years: found.years.map(({ year, due, later, now }) => ({
      year,
      due: dateText(due),
      later: toText(later),
      now: toText(now),
    })),
    presentTaxLater: toText(found.presentTaxLater),
    presentTaxNow: toText(found.presentTaxNow),
    value: toText(found.value),
    earned: toText(found.earned),
    earnedUntil: dateText(found.earnedUntil),
    discountPerYear: toText(rates.discountPerYear),
    returnPerYear: toText(rates.returnPerYear),
    words: [
      `Sold today, the same lots ${costs(found.taxNow)} of tax; as planned they ${costs(found.taxLater)}. Both are counted against keeping the coins and closing the hedges today.`,
      `In today’s money, at ${percentText(rates.discountPerYear)} a year, that is ${money(found.presentTaxNow)} against ${money(found.presentTaxLater)}.`,
      isNegative(found.earned)
        ? `What is saved later only cannot earn ${money(negate(found.earned))} by ${until}. That is another look at the same disadvantage, so the two are not added.`
        : `The money not paid yet earns ${money(found.earned)} by ${until}. That is another look at the same advantage, so the two are not added.`,
      'What the hedges cost, and what the coins do meanwhile, is not in it.',
      jurisdiction.taxDueNote,
    ],
    trace: traceText(found.trace),
    earnedTrace: traceText(found.earnedTrace),
  };
}

function pricesText(
  { input, planned }: ProjectionBase,
  changes: readonly PriceChange[],
  derived: Derived,
): ProjectionText['prices'] {
  const assets = new Set<AssetId>([
    ...input.held.byAsset.keys(),
    ...planned.years.facts.straddles.futures
      .filter(({ closed }) => closed === null)
      .map(({ asset }) => asset),
    ...changes.map(({ asset }) => asset),
  ]);
  return [...assets].sort().flatMap((asset) => {
    const today = derived.prices.latest(asset, derived.at)?.price ?? null;
    const change = changes.find((one) => one.asset === asset);
    if (assetClass(asset, derived.facts.currency) !== 'coin' || (today === null && change === undefined))
      return [];
    const held = today === null ? '' : ` ${priceWords(today, input.currency)}`;
    const to = change === undefined ? '' : priceWords(change.to, input.currency);
    const by = change?.by ?? null;
    const words =
      change === undefined
        ? `${asset} stays${held}.`
        : by === null
          ? `${asset} is ${to} from tomorrow on.`
          : `${asset} moves in a straight line, to be ${to} on ${dateText(by)}, and stays there.`;
    return [
      {
        asset,
        today: toText(today ?? change?.to ?? zeroPrice),
        changed: change === undefined ? null : toText(change.to),
        from: by === null ? null : dateText(by),
        words,
      },
    ];
  });
}

/** What the figures ahead rest on, each a whole sentence. */
function assumptionsOf({ input, planned }: ProjectionBase, scenario: ScenarioView | null): string[] {
  const all = scenario?.view.steps ?? planned.steps;
  const steps = all.filter(({ stands }) => stands !== true);
  const exits = (scenario?.given.input ?? input).exits ?? [];
  return [
    'Prices stay as they are today unless you change them here; a contract moves by the same share as its coin.',
    'Open futures are marked at each year’s end ahead at that price. No funding, interest or fees are assumed ahead.',
    ...(steps.some(({ kind }) => kind === 'close' || kind === 'open')
      ? [
          'Saved plans are carried out: what is not open yet is opened on its day or today, what is open is closed on the exit date, and then the hedged lots are sold and the missing coins bought.',
        ]
      : exits.length > 0
        ? []
        : ['No saved plan has steps ahead: nothing more is sold or bought unless you say so here.']),
    ...(steps.some(({ kind }) => kind === 'roll')
      ? [
          'A dated contract that ends before the exit is rolled ten days before, at the same price, and offsets the same coins.',
        ]
      : []),
    ...(exits.length === 0
      ? []
      : [
          `${exits.length === 1 ? 'The exit plan' : 'The exit plans'} ${listText(exits.map(({ name }) => `“${name}”`))} ${exits.length === 1 ? 'is' : 'are'} carried out: what came in counts as done, the rest on its days, with the prices, fees and funding that the plan assumes. What a hedge plan does with the same futures is left to ${exits.length === 1 ? 'it' : 'them'}.`,
        ]),
    `Income and filing status of a year ahead are those of the last year in your tax details. What is meant after ${input.lastYear} is not shown.`,
  ];
}
