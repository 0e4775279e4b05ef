import type { Rule, Trace } from '../../../../../shared/domain/trace.ts';
import { clampToZero, isPositive, isZero, subtract } from '../../../../../shared/num/arithmetic.ts';
import { moneyTimes, ratio } from '../../../../../shared/num/products.ts';
import { zeroMoney, zeroRate } from '../../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../../shared/num/types.ts';
import { leaf, node } from '../../../explain/trace-nodes.ts';
import type { YearInput } from '../../assessment.ts';
import {
  capitalGainRates,
  netInvestmentIncomeTaxRate,
  netInvestmentIncomeThreshold,
} from './parameters/statutory-amounts.ts';
import type { LawSource, YearParameters } from './parameters/year-parameters.ts';
import { capitalGainTaxRule } from './rules/capital-gain-tax.ts';
import { netInvestmentIncomeTaxRule } from './rules/net-investment-income-tax.ts';
import { amountWithin, ordinaryTaxRule } from './rules/ordinary-tax.ts';
import { stateTaxRule } from './rules/state-tax.ts';
import {
  incomeTrace,
  investmentIncomeTrace,
  preferentialTrace,
  taxableIncomeTrace,
} from './us-trace-income.ts';
import type { UsLines } from './us-lines.ts';

const UNIT = 'USD';

/** Why the year's tax is what it is; every figure in it can be computed again from its parts. */
export function usTrace(input: YearInput, lines: UsLines, parameters: YearParameters): Trace {
  const federal = federalTaxTrace(input, lines, parameters);
  if (isZero(lines.stateTax)) return federal;
  const parts = [federal, stateTaxTrace(input, lines)];
  return node(`Income tax of ${input.year}, federal and state`, lines.totalTax, UNIT, 'sum', parts);
}

export function federalTaxTrace(input: YearInput, lines: UsLines, parameters: YearParameters): Trace {
  return node(`Federal income tax of ${input.year}`, lines.federalTax, UNIT, 'sum', [
    ordinaryTaxTrace(input, lines, parameters),
    gainTaxTrace(input, lines, parameters),
    investmentTaxTrace(input, lines),
  ]);
}

export function stateTaxTrace(input: YearInput, lines: UsLines): Trace {
  const parts = [
    taxableIncomeTrace(input, lines),
    leaf('Your plain state rate', input.stateRate ?? zeroRate, 'rate'),
  ];
  return node('State tax', lines.stateTax, UNIT, 'product', parts, { rule: stateTaxRule });
}

/** Total tax over adjusted gross income; null where there is no income. */
export function effectiveRateTrace(
  input: YearInput,
  lines: UsLines,
  parameters: YearParameters,
): Trace | null {
  const { adjustedGrossIncome, totalTax } = lines;
  if (!isPositive(adjustedGrossIncome)) return null;
  const rate = ratio(totalTax, adjustedGrossIncome, 'half-even');
  const parts = [usTrace(input, lines, parameters), incomeTrace(input, lines)];
  return node('Total tax as a share of adjusted gross income', rate, 'rate', 'quotient', parts);
}

export function ordinaryTaxTrace(input: YearInput, lines: UsLines, parameters: YearParameters): Trace {
  const brackets = parameters.ordinaryBrackets[input.filingStatus];
  const income = lines.ordinaryTaxableIncome;
  const taxed = brackets
    .map((bracket) => ({ part: amountWithin(bracket, income), rate: bracket.rate }))
    .filter(({ part }) => isPositive(part))
    .map(({ part, rate }) => taxedAt(part, rate));
  const of = node('Ordinary taxable income', income, UNIT, 'difference', [
    taxableIncomeTrace(input, lines),
    preferentialTrace(input, lines),
  ]);
  const rule = cited(ordinaryTaxRule, parameters.ordinaryBrackets.source);
  return node('Tax on ordinary income', lines.ordinaryTax, UNIT, 'sumOfRest', [of, ...taxed], { rule });
}

export function gainTaxTrace(input: YearInput, lines: UsLines, parameters: YearParameters): Trace {
  const { gainTax } = lines;
  const byRates = node('At 0, 15 and 20 %', gainTax.byRates, UNIT, 'sumOfRest', [
    preferentialTrace(input, lines),
    taxedAt(gainTax.atZero, capitalGainRates.zero),
    taxedAt(gainTax.atFifteen, capitalGainRates.fifteen),
    taxedAt(gainTax.atTwenty, capitalGainRates.twenty),
  ]);
  const byBrackets = leaf('What the ordinary brackets would take of it', gainTax.byBrackets, UNIT, {
    rule: ordinaryTaxRule,
  });
  const rule = cited(capitalGainTaxRule, parameters.capitalGain.source);
  return node(
    'Tax on net capital gain and qualified dividends',
    gainTax.tax,
    UNIT,
    'smallest',
    [byRates, byBrackets],
    {
      rule,
    },
  );
}

export function investmentTaxTrace(input: YearInput, lines: UsLines): Trace {
  const { base, tax, excess } = lines.investmentTax;
  const threshold = netInvestmentIncomeThreshold[input.filingStatus];
  const over = node(
    'Income less the threshold',
    subtract(lines.adjustedGrossIncome, threshold),
    UNIT,
    'difference',
    [incomeTrace(input, lines), leaf('Threshold', threshold, UNIT)],
  );
  const taxed = node('The smaller of both', base, UNIT, 'smallest', [
    atLeastZero(
      'Net investment income',
      clampToZero(lines.netInvestmentIncome),
      investmentIncomeTrace(input, lines),
    ),
    atLeastZero('Income over the threshold', excess, over),
  ]);
  return node(
    'Net investment income tax',
    tax,
    UNIT,
    'product',
    [taxed, leaf('Rate', netInvestmentIncomeTaxRate, 'rate')],
    { rule: netInvestmentIncomeTaxRule },
  );
}

function atLeastZero(label: string, value: Money, part: Trace): Trace {
  return node(`${label}, if above zero`, value, UNIT, 'largest', [part, leaf('Zero', zeroMoney, UNIT)]);
}

function taxedAt(part: Money, rate: Rate): Trace {
  return node('Tax on this part', moneyTimes(part, rate, 'half-even'), UNIT, 'product', [
    leaf('Part', part, UNIT),
    leaf('Rate', rate, 'rate'),
  ]);
}

function cited(rule: Rule, source: LawSource): Rule {
  const page = source.page === undefined ? '' : `, page ${source.page}`;
  return { ...rule, law: `${rule.law}; ${source.title}${page}`, url: source.url };
}
