import type { CalcTaxYearOutput } from '../../../../shared/contract/calc-tax-year.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { YearInput } from '../../../engine/tax/assessment.ts';
import { carryoverWorksheet } from '../../../engine/tax/jurisdictions/us/forms/carryover-worksheet.ts';
import { form6781Part1 } from '../../../engine/tax/jurisdictions/us/forms/form-6781-part-1.ts';
import type { FormLine } from '../../../engine/tax/jurisdictions/us/forms/form-line.ts';
import { scheduleD } from '../../../engine/tax/jurisdictions/us/forms/schedule-d.ts';
import { parametersFor } from '../../../engine/tax/jurisdictions/us/parameters/parameters-for.ts';
import type { RateChange } from '../../../engine/tax/jurisdictions/us/rate-changes.ts';
import type { Section1256Carryback } from '../../../engine/tax/jurisdictions/us/rules/section-1256-carryback.ts';
import { usLines } from '../../../engine/tax/jurisdictions/us/us-lines.ts';

export function rateChangeText({
  kind,
  rate,
  room,
  nextRate,
  words,
}: RateChange): CalcTaxYearOutput['rateChanges'][number] {
  return {
    kind,
    rate: toText(rate),
    room: room === null ? null : toText(room),
    nextRate: nextRate === null ? null : toText(nextRate),
    words,
  };
}

/** The lines of an assessed year by the numbers of the forms. */
export function formsOf(input: YearInput): CalcTaxYearOutput['forms'] {
  const parameters = parametersFor(input.year, input.inflation);
  invariant(parameters.ok, 'forms are of an assessed year');
  return {
    form6781: form6781Part1(input).map(lineText),
    scheduleD: scheduleD(input).map(lineText),
    carryoverWorksheet: carryoverWorksheet(usLines(input, parameters.value)).map(lineText),
  };
}

function lineText({ line, label, amount }: FormLine): CalcTaxYearOutput['forms']['scheduleD'][number] {
  return { line, label, amount: amount === null ? null : toText(amount) };
}

export function carrybackText(carryback: Section1256Carryback): NonNullable<CalcTaxYearOutput['carryback']> {
  return {
    netLoss: toText(carryback.netLoss),
    wouldCarryOn: toText(carryback.wouldCarryOn),
    maximum: toText(carryback.maximum),
    uses: carryback.uses.map(({ year, room, used, shortTerm, longTerm }) => ({
      year,
      room: toText(room),
      used: toText(used),
      shortTerm: toText(shortTerm),
      longTerm: toText(longTerm),
    })),
    carriedBack: toText(carryback.carriedBack),
    left: toText(carryback.left),
  };
}
