/** Why a line of a projected year is what it is: what is realised, what is planned, what straddle rules change. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { leaf, node, reference } from '../../explain/trace-nodes.ts';
import { jurisdictions } from '../assess-year.ts';
import type { InputTraces } from '../assessment.ts';
import { emptyRealisedYear } from '../realised-years.ts';
import type { RealisedYear } from '../realised-years.ts';
import type { TaxYear } from '../tax-years.ts';

export interface ProjectedTraceOf {
  readonly year: TaxYear;
  /** The year before in the same view; undefined where the tax details say what was carried in. */
  readonly before: TaxYear | undefined;
  /** What the ledger itself realised in the year until today. */
  readonly realised: RealisedYear | undefined;
  readonly currency: string;
  /** "projection:2027/planned"; null: of a scenario, whose figures have no ids. */
  readonly idOf: ((year: number) => string) | null;
}

/** The trace of a line, by the name that answers give it; null where there is no such line. */
export function projectedTrace(line: string, of: ProjectedTraceOf): Trace | null {
  const { year, currency } = of;
  const traces = inputTraces(of);
  const own: { readonly [Line in string]?: () => Trace | undefined } = {
    shortTermGain: () => traces.shortTermGain,
    longTermGain: () => traces.longTermGain,
    section1256Gain: () => traces.section1256Gain,
    ordinaryIncome: () => traces.ordinaryIncome,
    shortTermCarried: () => traces.shortTermCarried,
    longTermCarried: () => traces.longTermCarried,
    otherFuturesGain: () => futuresTrace(year.realised, currency),
    income: () => incomeTrace(year.realised, currency),
    deferredTotal: () => deferredTrace(year, currency),
  };
  const found = Object.hasOwn(own, line) ? own[line]?.() : undefined;
  if (found !== undefined) return found;
  return jurisdictions[year.jurisdiction].lineTrace(line, { ...year.input, traces });
}

function inputTraces(of: ProjectedTraceOf): InputTraces {
  const { year, currency } = of;
  const { input, realised: then, profile } = year;
  const now = of.realised ?? emptyRealisedYear(input.year);
  const sumOf = (label: string, value: Money, parts: readonly Trace[]): Trace =>
    node(label, value, currency, 'sum', parts);
  const optional = (label: string, value: Money): Trace[] =>
    isZero(value) ? [] : [leaf(label, value, currency)];
  const sold = (term: 'short' | 'long', field: 'shortTermGain' | 'longTermGain'): Trace[] => [
    isZero(now[field])
      ? leaf(`Coins sold until today, ${term}-term`, now[field], currency)
      : reference(
          `Coins sold until today, ${term}-term`,
          now[field],
          currency,
          `year:${input.year}/${field}`,
        ),
    ...optional(
      `Coins to be sold (the steps ahead list them), ${term}-term`,
      subtract(then[field], now[field]),
    ),
  ];
  return {
    shortTermGain: sumOf('Short-term gains less losses', input.shortTermGain, [
      ...sold('short', 'shortTermGain'),
      ...optional('Futures outside section 1256, short-term', then.shortFuturesGain),
      ...optional('What straddle rules change', then.straddleShort),
      ...optional('Short-term gains elsewhere (your tax details)', profile.otherShortTermGain),
    ]),
    longTermGain: sumOf('Long-term gains less losses', input.longTermGain, [
      ...sold('long', 'longTermGain'),
      ...optional('Futures outside section 1256, long-term', then.longFuturesGain),
      ...optional('What straddle rules change', then.straddleLong),
      ...optional('Long-term gains elsewhere (your tax details)', profile.otherLongTermGain),
    ]),
    section1256Gain: sumOf('Net result of section 1256 contracts', input.section1256Gain, [
      leaf('Results and year-end marks', then.section1256Gain, currency),
      ...optional('What straddle rules change', then.straddleSection1256),
    ]),
    ordinaryIncome: sumOf('Wages and other ordinary income', input.ordinaryIncome, [
      leaf('Wages and other income (your tax details, or this question)', profile.ordinaryIncome, currency),
      ...optional('Rewards in coins', then.otherIncome),
    ]),
    otherInvestmentIncome: sumOf('Interest and other investment income', input.otherInvestmentIncome, [
      leaf('Investment income (your tax details, or this question)', profile.otherInvestmentIncome, currency),
      ...optional('Interest', then.interest),
      ...optional('Funding that is ordinary income', then.futuresIncome),
    ]),
    qualifiedDividends: leaf('Qualified dividends', input.qualifiedDividends, currency),
    shortTermCarried: carriedTrace('short', of),
    longTermCarried: carriedTrace('long', of),
  };
}

function carriedTrace(term: 'short' | 'long', { year, before, currency, idOf }: ProjectedTraceOf): Trace {
  const field = term === 'short' ? 'shortTerm' : 'longTerm';
  const label = `${term === 'short' ? 'Short' : 'Long'}-term loss carried in`;
  const loss = year.input.carryforward[field];
  if (before === undefined) return leaf(`${label} (your tax details)`, loss, currency);
  const from = `${label} from ${before.input.year}`;
  return idOf === null
    ? leaf(from, loss, currency)
    : reference(from, loss, currency, `${idOf(before.input.year)}/carryforward/${field}`);
}

function futuresTrace(
  { otherFuturesGain, shortFuturesGain, longFuturesGain }: RealisedYear,
  currency: string,
): Trace {
  return node('Futures outside section 1256', otherFuturesGain, currency, 'sum', [
    leaf('Short-term', shortFuturesGain, currency),
    leaf('Long-term', longFuturesGain, currency),
  ]);
}

function incomeTrace({ interest, otherIncome, futuresIncome }: RealisedYear, currency: string): Trace {
  const total = sum([interest, otherIncome, futuresIncome], zeroMoney);
  return node('Crypto income', total, currency, 'sum', [
    leaf('Interest', interest, currency),
    leaf('Rewards and other income in coins', otherIncome, currency),
    leaf('Funding that is ordinary income', futuresIncome, currency),
  ]);
}

function deferredTrace({ straddles: { deferred } }: TaxYear, currency: string): Trace {
  const total = sum(
    deferred.map(({ amount }) => amount),
    zeroMoney,
  );
  return node(
    'Straddle losses that wait at the year’s end',
    total,
    currency,
    'sum',
    deferred.map(({ position, sustained, amount }) => leaf(`${position}, of ${sustained}`, amount, currency)),
  );
}
