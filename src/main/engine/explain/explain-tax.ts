import type { Trace } from '../../../shared/domain/trace.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { jurisdictions } from '../tax/assess-year.ts';
import type { InputTraces } from '../tax/assessment.ts';
import type { TaxYear } from '../tax/tax-years.ts';
import type { ExplainContext } from './explain-context.ts';
import { realisedFigure, realisedReference } from './explain-realised.ts';
import type { RealisedFigure } from './explain-realised.ts';
import { straddleTrace } from './explain-straddle.ts';
import { leaf, node, reference } from './trace-nodes.ts';

/** How much of what the ledger realised is told: in one line with an id, or down to its rows. */
type Depth = typeof realisedReference;

/**
 * A line of an assessed tax year: its law and amounts, and from there the rows and the tax details it rests on.
 * In: "<year>" (the whole tax) or "<year>/<line>". null where the year was not assessed or has no such line.
 */
export function taxTrace(name: string, context: ExplainContext): Trace | null {
  const [year, ...path] = name.split('/');
  const line = path.length === 0 ? 'totalTax' : path.join('/');
  const taxYear = context.taxYears.years.find((one) => String(one.input.year) === year);
  if (taxYear === undefined) return null;
  if (path[0] === 'straddles') return straddleTrace(taxYear.straddles, path.slice(1), context);
  const asInput = inputTraces(taxYear, context, realisedFigure);
  if (line === 'income') return realisedFigure(taxYear.input.year, 'income', context);
  if (Object.hasOwn(asInput, line)) return asInput[line as keyof InputTraces] ?? null;
  const traces = inputTraces(taxYear, context, realisedReference);
  return jurisdictions[taxYear.jurisdiction].lineTrace(line, { ...taxYear.input, traces });
}

/** The `explain` id of a line of a tax year. */
function taxId(year: number, line: string): string {
  return `tax:${year}/${line}`;
}

/** Where each amount of the year's input comes from: rows of the ledger, tax details, the year before. */
function inputTraces(taxYear: TaxYear, context: ExplainContext, told: Depth): InputTraces {
  const { input, profile } = taxYear;
  const { currency } = context.prices;
  const given = (label: string, value: Money): Trace => leaf(`${label} (your tax details)`, value, currency);
  const ofRows = (figure: RealisedFigure): Trace => told(input.year, figure, context);
  const total = (label: string, value: Money, parts: readonly Trace[]): Trace =>
    node(label, value, currency, 'sum', parts);
  const ifAny = (figure: RealisedFigure): readonly Trace[] =>
    taxYear.realised[figure] === zeroMoney ? [] : [ofRows(figure)];
  const ofFutures = (term: 'short' | 'long'): readonly Trace[] => [
    ...(term === 'short' ? [ofRows('shortFuturesGain')] : ifAny('longFuturesGain')),
    ...ifAny(term === 'short' ? 'straddleShort' : 'straddleLong'),
  ];
  return {
    shortTermGain: total('Short-term gains less losses', input.shortTermGain, [
      ofRows('shortTermGain'),
      ...ofFutures('short'),
      given('Short-term gains elsewhere', profile.otherShortTermGain),
    ]),
    longTermGain: total('Long-term gains less losses', input.longTermGain, [
      ofRows('longTermGain'),
      ...ofFutures('long'),
      given('Long-term gains elsewhere', profile.otherLongTermGain),
    ]),
    section1256Gain: total('Net result of section 1256 contracts', input.section1256Gain, [
      ofRows('section1256Gain'),
      ...ifAny('straddleSection1256'),
    ]),
    ordinaryIncome: total('Wages and other ordinary income', input.ordinaryIncome, [
      given('Wages and other income', profile.ordinaryIncome),
      ofRows('otherIncome'),
    ]),
    otherInvestmentIncome: total('Interest and other investment income', input.otherInvestmentIncome, [
      given('Investment income', profile.otherInvestmentIncome),
      ofRows('interest'),
      ...ifAny('futuresIncome'),
    ]),
    qualifiedDividends: given('Qualified dividends', input.qualifiedDividends),
    shortTermCarried: carriedIn('short', taxYear, context),
    longTermCarried: carriedIn('long', taxYear, context),
  };
}

/** The loss that came from the year before, where that was assessed; else from the tax details. */
function carriedIn(character: 'short' | 'long', { input }: TaxYear, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const field = character === 'short' ? 'shortTerm' : 'longTerm';
  const loss = input.carryforward[field];
  const label = `${character === 'short' ? 'Short' : 'Long'}-term loss carried in`;
  const before = context.taxYears.years.findLast((one) => one.input.year < input.year);
  if (before === undefined) return leaf(`${label} (your tax details)`, loss, currency);
  const { year } = before.input;
  return reference(`${label} from ${year}`, loss, currency, taxId(year, `carryforward/${field}`));
}
