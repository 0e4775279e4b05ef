import type { Disposal, Term } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { negate, sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../shared/time/local-date.ts';
import { isTaxed } from '../lots/lot-moves.ts';
import { assessYear } from '../tax/assess-year.ts';
import type { InputTraces } from '../tax/assessment.ts';
import type { FuturesYear, ValuedResult } from '../tax/jurisdictions/us/futures-years.ts';
import type { TaxYear } from '../tax/tax-years.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';

/** More disposals of one asset than a person reads are told as one line. */
const MOST_DISPOSALS = 300;

/** A tax year down to its disposals, futures rows and income. null where the year was not assessed. */
export function yearTrace(year: number, context: ExplainContext): Trace | null {
  const taxYear = context.taxYears.years.find((one) => one.input.year === year);
  if (taxYear === undefined) return null;
  const assessed = assessYear(taxYear.jurisdiction, {
    ...taxYear.input,
    traces: inputTraces(taxYear, context),
  });
  return assessed.ok ? assessed.value.trace : null;
}

function inputTraces(taxYear: TaxYear, context: ExplainContext): InputTraces {
  const { input, profile, realised } = taxYear;
  const { currency } = context.prices;
  const futures = context.taxYears.futures.years.find(({ year }) => year === input.year);
  const given = (label: string, value: Money): Trace => leaf(`${label} (profile)`, value, currency);
  const total = (label: string, value: Money, parts: readonly Trace[]): Trace =>
    node(label, value, currency, 'sum', parts);
  return {
    shortTermGain: total('Short-term gains less losses', input.shortTermGain, [
      ...gainsByAsset('short', input.year, context),
      ...rowsByContract(futures, false, context),
      given('Short-term gains elsewhere', profile.otherShortTermGain),
    ]),
    longTermGain: total('Long-term gains less losses', input.longTermGain, [
      ...gainsByAsset('long', input.year, context),
      given('Long-term gains elsewhere', profile.otherLongTermGain),
    ]),
    section1256Gain: total('Net result of section 1256 contracts', input.section1256Gain, [
      ...rowsByContract(futures, true, context),
      ...markTraces(input.year, context),
    ]),
    ordinaryIncome: total('Wages and other ordinary income', input.ordinaryIncome, [
      given('Wages and other income', profile.ordinaryIncome),
      incomeTrace('Staking, rewards and the like', realised.otherIncome, input.year, false, context),
    ]),
    otherInvestmentIncome: total('Interest and other investment income', input.otherInvestmentIncome, [
      given('Investment income', profile.otherInvestmentIncome),
      incomeTrace('Interest', realised.interest, input.year, true, context),
    ]),
  };
}

function gainsByAsset(term: Term, year: number, context: ExplainContext): readonly Trace[] {
  const { currency } = context.prices;
  const disposals = context.lots.disposals.filter(
    (one) => one.term === term && isTaxed(one.cause) && yearOf(one.disposedDate) === year,
  );
  return [...Map.groupBy(disposals, ({ asset }) => asset)].map(([asset, of]) => {
    const gain = sum(
      of.map((one) => one.gain),
      zeroMoney,
    );
    const label = `${asset}: ${of.length} disposals`;
    if (of.length > MOST_DISPOSALS) return leaf(label, gain, currency);
    return node(
      label,
      gain,
      currency,
      'sum',
      of.map((one) => disposalLeaf(one, context)),
    );
  });
}

function disposalLeaf(
  { disposedDate, lot, event, gain, asset }: Disposal,
  { prices }: ExplainContext,
): Trace {
  return leaf(`${asset} on ${dateText(disposedDate)}`, gain, prices.currency, {
    events: [event],
    lots: [lot],
  });
}

function rowsByContract(
  futures: FuturesYear | undefined,
  section1256: boolean,
  { prices }: ExplainContext,
): readonly Trace[] {
  const rows = futures?.rows.filter((row) => row.section1256 === section1256) ?? [];
  const groups = Map.groupBy(rows, ({ result }) => `${result.contract ?? 'no contract'}: ${result.kind}`);
  return [...groups].map(([label, of]) => {
    const total = sum(
      of.map(({ value }) => value),
      zeroMoney,
    );
    return leaf(`${label}, ${of.length} rows`, total, prices.currency, { events: eventsOf(of) });
  });
}

function eventsOf(rows: readonly ValuedResult[]): NonNullable<Trace['events']> {
  return rows.length > MOST_DISPOSALS ? [] : rows.map(({ result }) => result.event);
}

/** The mark at the year's end adds; the one a year before is taken back. */
function markTraces(year: number, { taxYears, prices }: ExplainContext): readonly Trace[] {
  const markOf = (of: number, isTakenBack: boolean): readonly Trace[] =>
    (taxYears.futures.years.find((one) => one.year === of)?.mark?.positions ?? []).map(
      ({ position, unrealised }) =>
        leaf(
          `${position.contract}: ${isTakenBack ? 'less the mark' : 'mark'} at the end of ${of}`,
          isTakenBack ? negate(unrealised) : unrealised,
          prices.currency,
          { events: position.openFills },
        ),
    );
  return [...markOf(year, false), ...markOf(year - 1, true)];
}

function incomeTrace(
  label: string,
  value: Money,
  year: number,
  isInterest: boolean,
  { lots, prices }: ExplainContext,
): Trace {
  const items = lots.income.filter(
    (item) => yearOf(item.date) === year && (item.reason === 'interest') === isInterest,
  );
  const events = items.length > MOST_DISPOSALS ? [] : items.map(({ event }) => event);
  return leaf(`${label}: ${items.length} receipts`, value, prices.currency, { events });
}
