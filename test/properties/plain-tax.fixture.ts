/**
 * The United States tax of a year a second time, from the wording of the statute, in fractions. Shares nothing with the
 * engine: not its rules, not its amounts, not its arithmetic.
 */
import { type Fraction, cmp, frac, max, min, minus, parse, plus, times, zero } from './fraction.fixture.ts';
import { plainParameters } from './us-parameters.fixture.ts';
import type { PlainParameters, Status } from './us-parameters.fixture.ts';

export interface PlainYear {
  year: number;
  filingStatus: Status;
  ordinaryIncome: string;
  deduction: string;
  otherInvestmentIncome: string;
  qualifiedDividends: string;
  shortTermGain: string;
  longTermGain: string;
  section1256Gain: string;
  carryforward: { shortTerm: string; longTerm: string };
  stateRate: string;
  inflation: string;
  /** People of 65 and older, and blind ones. */
  seniors: number;
  blind: number;
}

export interface PlainTax {
  taxableIncome: Fraction;
  incomeTax: Fraction;
  investmentTax: Fraction;
  stateTax: Fraction;
  total: Fraction;
  carryShort: Fraction;
  carryLong: Fraction;
}

const negative = (x: Fraction): Fraction => minus(zero, x);
const positivePart = (x: Fraction): Fraction => max(x, zero);
const percent = (n: bigint): Fraction => frac(n, 1000n);
const BRACKETS = [100n, 120n, 220n, 240n, 320n, 350n, 370n];

/** §1(j)(2): each rate on what lies between two edges. */
function bracketTax(income: Fraction, { edges }: PlainParameters): Fraction {
  let tax = zero;
  for (const [place, rate] of BRACKETS.entries()) {
    const from = place === 0 ? zero : parse(edges[place - 1] ?? '0');
    const edge = edges[place];
    const to = edge === undefined ? income : min(income, parse(edge));
    tax = plus(tax, times(percent(rate), positivePart(minus(to, from))));
  }
  return tax;
}

/** §1(h)(1): no more than brackets on the rest, plus 0, 15 and 20 % on the gain, filled from the bottom; and no more than brackets on all. */
function incomeTax(taxable: Fraction, gain: Fraction, parameters: PlainParameters): Fraction {
  const rest = minus(taxable, gain);
  const roomAtZero = positivePart(minus(parse(parameters.zeroTo), rest));
  const atZero = min(gain, roomAtZero);
  const roomAtFifteen = positivePart(minus(parse(parameters.fifteenTo), max(rest, parse(parameters.zeroTo))));
  const atFifteen = min(minus(gain, atZero), roomAtFifteen);
  const atTwenty = minus(minus(gain, atZero), atFifteen);
  const byRates = plus(
    bracketTax(rest, parameters),
    plus(times(percent(150n), atFifteen), times(percent(200n), atTwenty)),
  );
  return min(byRates, bracketTax(taxable, parameters));
}

/** §1(f): the last published amounts, grown year by year, each rounded down to the next multiple of 50 or 25. */
function grown(published: PlainParameters, { year, filingStatus, inflation }: PlainYear): PlainParameters {
  let factor = frac(1n);
  for (let ahead = 2026; ahead < year; ahead++) factor = times(factor, plus(frac(1n), parse(inflation)));
  const step = (text: string, of: bigint): string => {
    const amount = times(parse(text), factor);
    return String((amount.n / (amount.d * of)) * of);
  };
  if (year <= 2026 || Number(inflation) === 0) return published;
  const isFine = filingStatus === 'single' || filingStatus === 'marriedSeparate';
  return {
    edges: published.edges.map((edge) => step(edge, isFine ? 25n : 50n)),
    zeroTo: step(published.zeroTo, 50n),
    fifteenTo: step(published.fifteenTo, 50n),
    standard: step(published.standard, 50n),
    additional: step(published.additional, 50n),
  };
}

/** §151(d)(5)(C): 6,000 for each, less 6 % of what exceeds a limit; 2025 to 2028; not when married and separate. */
function seniorDeduction({ year, filingStatus, seniors }: PlainYear, gross: Fraction): Fraction {
  if (year < 2025 || year > 2028 || filingStatus === 'marriedSeparate') return zero;
  const limit = parse(filingStatus === 'marriedJoint' ? '150000' : '75000');
  const each = positivePart(minus(parse('6000'), times(frac(6n, 100n), positivePart(minus(gross, limit)))));
  return times(frac(BigInt(seniors)), each);
}

export function plainTax(year: PlainYear): PlainTax {
  const published = plainParameters[Math.min(2026, year.year)]?.[year.filingStatus];
  if (published === undefined) throw new Error(`no amounts for ${year.year}`);
  const parameters = grown(published, year);
  // §1256(a)(3), then each character with what is carried into it
  const futures = parse(year.section1256Gain);
  const short = minus(
    plus(parse(year.shortTermGain), times(percent(400n), futures)),
    parse(year.carryforward.shortTerm),
  );
  const long = minus(
    plus(parse(year.longTermGain), times(percent(600n), futures)),
    parse(year.carryforward.longTerm),
  );
  const net = plus(short, long);
  // §1222(11): the excess of net long gain over net short loss
  const shortLoss = positivePart(negative(short));
  const netCapitalGain = positivePart(minus(positivePart(long), shortLoss));
  // §1211(b)
  const limit = parse(year.filingStatus === 'marriedSeparate' ? '1500' : '3000');
  const allowed = min(limit, positivePart(negative(net)));
  const gainOrLoss = cmp(net, zero) < 0 ? negative(allowed) : net;

  const dividends = parse(year.qualifiedDividends);
  const investment = plus(plus(parse(year.otherInvestmentIncome), dividends), gainOrLoss);
  const gross = plus(parse(year.ordinaryIncome), investment);
  // §63(c), (f): more for age and blindness, only beside the standard deduction
  const heads = frac(BigInt(year.seniors + year.blind));
  const standard = plus(parse(parameters.standard), times(heads, parse(parameters.additional)));
  const senior = seniorDeduction(year, gross);
  const deduction = plus(year.deduction === 'standard' ? standard : parse(year.deduction), senior);
  const before = minus(gross, deduction);
  const taxable = positivePart(before);
  const preferred = min(taxable, plus(netCapitalGain, dividends));

  // §1411
  const threshold = {
    single: '200000',
    marriedJoint: '250000',
    marriedSeparate: '125000',
    headOfHousehold: '200000',
  };
  const over = positivePart(minus(gross, parse(threshold[year.filingStatus])));
  const investmentTax = times(percent(38n), min(over, positivePart(investment)));

  // §1212(b)(2): what is allowed counts as short-term gain first, as far as there was income to absorb it
  // adjusted taxable income knows no deduction of §151
  const adjusted = plus(plus(before, senior), allowed);
  const absorbed = min(allowed, positivePart(adjusted));
  const longLoss = positivePart(negative(long));
  const carryShort = positivePart(minus(shortLoss, plus(absorbed, positivePart(long))));
  const leftForLong = positivePart(minus(absorbed, shortLoss));
  const carryLong = positivePart(minus(longLoss, plus(positivePart(short), leftForLong)));
  const tax = incomeTax(taxable, preferred, parameters);
  const stateTax = times(parse(year.stateRate), taxable);
  return {
    taxableIncome: taxable,
    incomeTax: tax,
    investmentTax,
    stateTax,
    total: plus(plus(tax, investmentTax), stateTax),
    carryShort,
    carryLong,
  };
}
