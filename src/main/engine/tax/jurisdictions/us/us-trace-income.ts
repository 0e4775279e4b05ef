import type { Trace } from '../../../../../shared/domain/trace.ts';
import { add, isZero, negate, smaller } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import { leaf, node } from '../../../explain/trace-nodes.ts';
import type { YearInput } from '../../assessment.ts';
import { capitalLossLimit, section1256LongTermShare } from './parameters/statutory-amounts.ts';
import { deductionRule } from './rules/deduction.ts';
import { lossAllowedRule } from './rules/loss-allowed.ts';
import { nettingRule, section1256Net } from './rules/net-gains.ts';
import { carrybackRule } from './rules/section-1256-carryback.ts';
import { seniorDeductionRule } from './rules/senior-deduction.ts';
import { section1256Rule, section1256Split } from './rules/section-1256-split.ts';
import type { UsLines } from './us-lines.ts';

const UNIT = 'USD';

function given(label: string, value: Money): Trace {
  return leaf(label, value, UNIT);
}

/** Adjusted gross income from what was given. */
export function incomeTrace(input: YearInput, lines: UsLines): Trace {
  return node('Adjusted gross income', lines.adjustedGrossIncome, UNIT, 'sum', [
    input.traces?.ordinaryIncome ?? given('Wages and other ordinary income', input.ordinaryIncome),
    investmentIncomeTrace(input, lines),
  ]);
}

export function investmentIncomeTrace(input: YearInput, lines: UsLines): Trace {
  return node('Investment income', lines.netInvestmentIncome, UNIT, 'sum', [
    input.traces?.otherInvestmentIncome ??
      given('Interest and other investment income', input.otherInvestmentIncome),
    dividends(input),
    gainInIncomeTrace(input, lines),
  ]);
}

function dividends({ traces, qualifiedDividends }: YearInput): Trace {
  return traces?.qualifiedDividends ?? given('Qualified dividends', qualifiedDividends);
}

/** Short and long netted against each other. */
export function netGainTrace(input: YearInput, lines: UsLines): Trace {
  const parts = [netShortTermTrace(input, lines), netLongTermTrace(input, lines)];
  return node('Net gain or loss of the year', lines.gains.total, UNIT, 'sum', parts, { rule: nettingRule });
}

/** The net gain; of a net loss no more than the limit. */
function gainInIncomeTrace(input: YearInput, lines: UsLines): Trace {
  const net = netGainTrace(input, lines);
  const limit = leaf('Minus the yearly limit on losses', negate(capitalLossLimit[input.filingStatus]), UNIT);
  return node('Net gain, or the loss allowed', lines.gainInIncome, UNIT, 'largest', [net, limit], {
    rule: lossAllowedRule,
  });
}

/** Schedule D line 7. */
export function netShortTermTrace(input: YearInput, lines: UsLines): Trace {
  const split = section1256Split(section1256Net(input));
  const futures = node('40 % of section 1256 contracts', split.shortTerm, UNIT, 'difference', [
    section1256Given(input),
    longTermPart(input, split.longTerm),
  ]);
  return netTrace('short-term', lines.netShortTerm, [
    input.traces?.shortTermGain ?? given('Short-term gains less losses', input.shortTermGain),
    futures,
    lossCarriedIn('short-term', input.carryforward.shortTerm, input.traces?.shortTermCarried),
  ]);
}

/** Schedule D line 15. */
export function netLongTermTrace(input: YearInput, lines: UsLines): Trace {
  return netTrace('long-term', lines.netLongTerm, [
    input.traces?.longTermGain ?? given('Long-term gains less losses', input.longTermGain),
    longTermPart(input, section1256Split(section1256Net(input)).longTerm),
    lossCarriedIn('long-term', input.carryforward.longTerm, input.traces?.longTermCarried),
  ]);
}

/** A loss of earlier years lowers the net: it stands with a minus. */
function lossCarriedIn(character: string, loss: Money, from: Trace | undefined): Trace {
  const label = `Less ${character} loss carried in`;
  if (from === undefined) return given(label, negate(loss));
  return node(label, negate(loss), UNIT, 'difference', [given('Nothing', zeroMoney), from]);
}

function netTrace(character: string, value: Money, parts: readonly Trace[]): Trace {
  return node(`Net ${character} gain or loss`, value, UNIT, 'sum', parts);
}

/** What the split starts from: Form 6781 line 7. */
export function section1256Given(input: YearInput): Trace {
  const { traces, section1256Gain } = input;
  const own = traces?.section1256Gain ?? given('Net result of section 1256 contracts', section1256Gain);
  const { section1256CarriedBack = zeroMoney, section1256BroughtBack = zeroMoney } = input;
  if (isZero(section1256CarriedBack) && isZero(section1256BroughtBack)) return own;
  const parts = [
    own,
    leaf('Loss carried back to earlier years', section1256CarriedBack, UNIT, { rule: carrybackRule }),
    leaf('Less losses of later years brought back', negate(section1256BroughtBack), UNIT, {
      rule: carrybackRule,
    }),
  ];
  return node('Section 1256 result after what is carried back', section1256Net(input), UNIT, 'sum', parts);
}

function longTermPart(input: YearInput, value: Money): Trace {
  const parts = [section1256Given(input), leaf('Long-term share', section1256LongTermShare, 'rate')];
  return node('60 % of section 1256 contracts', value, UNIT, 'product', parts, { rule: section1256Rule });
}

/** Income less deduction, before it is cut off at zero. */
export function incomeLessDeductionTrace(input: YearInput, lines: UsLines): Trace {
  return node('Income less deduction', lines.taxableIncomeSigned, UNIT, 'difference', [
    incomeTrace(input, lines),
    deductionTrace(input, lines),
  ]);
}

export function deductionTrace(input: YearInput, { deduction, deductions }: UsLines): Trace {
  const { own, additional, senior } = deductions;
  const label = input.deduction === 'standard' ? 'Standard deduction' : 'Deduction';
  if (isZero(additional) && isZero(senior)) return given(label, deduction);
  return node('Deductions', deduction, UNIT, 'sum', [
    given(label, own),
    leaf('For age and blindness', additional, UNIT, { rule: deductionRule }),
    leaf('Senior deduction', senior, UNIT, { rule: seniorDeductionRule }),
  ]);
}

export function taxableIncomeTrace(input: YearInput, lines: UsLines): Trace {
  const less = incomeLessDeductionTrace(input, lines);
  return node('Taxable income', lines.taxableIncome, UNIT, 'largest', [less, given('Zero', zeroMoney)]);
}

/** The excess of net long-term gain over net short-term loss. */
export function netCapitalGainTrace(input: YearInput, lines: UsLines): Trace {
  const { netLongTerm, total, netCapitalGain } = lines.gains;
  const overLoss = node(
    'Net long-term gain less net short-term loss',
    smaller(netLongTerm, total),
    UNIT,
    'smallest',
    [
      netLongTermTrace(input, lines),
      node('Net gain or loss of the year', total, UNIT, 'sum', [
        given('Net short-term gain or loss', lines.netShortTerm),
        given('Net long-term gain or loss', netLongTerm),
      ]),
    ],
  );
  const parts = [overLoss, given('Zero', zeroMoney)];
  return node('Net capital gain', netCapitalGain, UNIT, 'largest', parts, { rule: nettingRule });
}

/** What the 0/15/20 rates apply to: net capital gain and qualified dividends, within taxable income. */
export function preferentialTrace(input: YearInput, lines: UsLines): Trace {
  const gain = netCapitalGainTrace(input, lines);
  const wanted = node(
    'Net capital gain and qualified dividends',
    add(lines.gains.netCapitalGain, input.qualifiedDividends),
    UNIT,
    'sum',
    [gain, dividends(input)],
  );
  const limit = given('Taxable income', lines.taxableIncome);
  return node('Income at the rates for gains', lines.preferentialIncome, UNIT, 'smallest', [wanted, limit]);
}
