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
}

export interface PlainTax {
  taxableIncome: Fraction;
  incomeTax: Fraction;
  investmentTax: Fraction;
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

export function plainTax(year: PlainYear): PlainTax {
  const parameters = plainParameters[Math.min(2026, year.year)]?.[year.filingStatus];
  if (parameters === undefined) throw new Error(`no amounts for ${year.year}`);
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
  const deduction = parse(year.deduction === 'standard' ? parameters.standard : year.deduction);
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
  const absorbed = min(allowed, positivePart(plus(before, allowed)));
  const longLoss = positivePart(negative(long));
  const carryShort = positivePart(minus(shortLoss, plus(absorbed, positivePart(long))));
  const leftForLong = positivePart(minus(absorbed, shortLoss));
  const carryLong = positivePart(minus(longLoss, plus(positivePart(short), leftForLong)));
  const tax = incomeTax(taxable, preferred, parameters);
  return {
    taxableIncome: taxable,
    incomeTax: tax,
    investmentTax,
    total: plus(tax, investmentTax),
    carryShort,
    carryLong,
  };
}
