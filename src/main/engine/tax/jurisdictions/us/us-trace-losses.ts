import type { Rule, Trace } from '../../../../../shared/domain/trace.ts';
import { add, clampToZero, isZero, negate, smaller, subtract } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import { leaf, node } from '../../../explain/trace-nodes.ts';
import type { YearInput } from '../../assessment.ts';
import { capitalLossLimit } from './parameters/statutory-amounts.ts';
import { lossAllowedRule } from './rules/loss-allowed.ts';
import {
  incomeLessDeductionTrace,
  netGainTrace,
  netLongTermTrace,
  netShortTermTrace,
} from './us-trace-income.ts';
import type { UsLines } from './us-lines.ts';

const UNIT = 'USD';
const zero = leaf('Zero', zeroMoney, UNIT);

const carryoverRule: Rule = {
  id: 'us/loss-carryover',
  law: '26 U.S.C. 1212(b); Schedule D instructions, Capital Loss Carryover Worksheet, lines 1-13',
  url: 'https://www.law.cornell.edu/uscode/text/26/1212',
};

/** The net loss that may be set against other income this year. */
export function lossAllowedTrace(input: YearInput, lines: UsLines): Trace {
  const limit = leaf('The yearly limit on losses', capitalLossLimit[input.filingStatus], UNIT);
  const loss = lossOf('Net loss of the year', lines.gains.total, netGainTrace(input, lines));
  return node('Loss set against other income', lines.lossAllowed, UNIT, 'smallest', [loss, limit], {
    rule: lossAllowedRule,
  });
}

/** The loss of one character that goes into the next year: what the year's other gains and its allowance leave of it. */
export function carryoverTrace(character: 'short' | 'long') {
  return (input: YearInput, lines: UsLines): Trace => {
    const isShort = character === 'short';
    const short = { value: lines.netShortTerm, trace: netShortTermTrace(input, lines) };
    const long = { value: lines.netLongTerm, trace: netLongTermTrace(input, lines) };
    const [own, other] = isShort ? [short, long] : [long, short];
    const loss = lossOf(`Net ${character}-term loss`, own.value, own.trace);
    const gain = gainOf(`Net gain of the other term`, other.value, other.trace);
    const used = isShort ? usedTrace(input, lines) : usedBeyondShort(input, lines);
    const left = subtract(
      subtract(clampToZero(negate(own.value)), clampToZero(other.value)),
      isShort ? usedOf(lines) : usedBeyondShortOf(lines),
    );
    const rest = node('Loss less what used it up', left, UNIT, 'difference', [loss, gain, used]);
    const value = isShort ? lines.carryforward.shortTerm : lines.carryforward.longTerm;
    const label = `${isShort ? 'Short' : 'Long'}-term loss carried on`;
    return node(label, value, UNIT, 'largest', [rest, zero], { rule: carryoverRule });
  };
}

/** Worksheet line 4: what the allowance really used up; a negative taxable income shrinks it. */
function usedTrace(input: YearInput, lines: UsLines): Trace {
  const allowed = lossAllowedTrace(input, lines);
  const both = node(
    'Taxable income and the loss allowed',
    add(adjustedIncome(lines), lines.lossAllowed),
    UNIT,
    'sum',
    [
      incomeLessDeductionTrace(input, lines),
      ...(isZero(lines.deductions.senior)
        ? []
        : [leaf('Senior deduction, added back', lines.deductions.senior, UNIT, { rule: carryoverRule })]),
      leaf('Loss allowed', lines.lossAllowed, UNIT),
    ],
  );
  const atLeastZero = node('The same, if above zero', line3(lines), UNIT, 'largest', [both, zero]);
  return node('What the allowance used up', usedOf(lines), UNIT, 'smallest', [allowed, atLeastZero]);
}

/** Worksheet line 11: the short-term loss is used up first. */
function usedBeyondShort(input: YearInput, lines: UsLines): Trace {
  const short = lossOf('Net short-term loss', lines.netShortTerm, netShortTermTrace(input, lines));
  const beyond = node(
    'The allowance less the short-term loss',
    subtract(usedOf(lines), clampToZero(negate(lines.netShortTerm))),
    UNIT,
    'difference',
    [usedTrace(input, lines), short],
  );
  const label = 'What the allowance used of it, the short-term loss first';
  return node(label, usedBeyondShortOf(lines), UNIT, 'largest', [beyond, zero]);
}

/** Worksheet line 1. */
function adjustedIncome({ taxableIncomeSigned, deductions }: UsLines): Money {
  return add(taxableIncomeSigned, deductions.senior);
}

function line3(lines: UsLines): Money {
  return clampToZero(add(adjustedIncome(lines), lines.lossAllowed));
}

function usedOf(lines: UsLines): Money {
  return smaller(lines.lossAllowed, line3(lines));
}

function usedBeyondShortOf(lines: UsLines): Money {
  return clampToZero(subtract(usedOf(lines), clampToZero(negate(lines.netShortTerm))));
}

/** A negative net as a positive loss; zero where it is a gain. */
function lossOf(label: string, net: Money, trace: Trace): Trace {
  const turned = node(`${label}, as a positive amount`, negate(net), UNIT, 'difference', [zero, trace]);
  return node(label, clampToZero(negate(net)), UNIT, 'largest', [turned, zero]);
}

function gainOf(label: string, net: Money, trace: Trace): Trace {
  return node(label, clampToZero(net), UNIT, 'largest', [trace, zero]);
}
