import { money, rate } from '../../../../../../shared/num/parse.ts';
import { brackets } from './year-parameters.ts';
import type { LawSource, YearParameters } from './year-parameters.ts';

const revenueProcedure: LawSource = {
  title: 'IRS Rev. Proc. 2025-32',
  url: 'https://www.irs.gov/pub/irs-drop/rp-25-32.pdf',
};

/** Amounts for tax year 2026. Thresholds are taxable income. */
export const parameters2026: YearParameters = {
  year: 2026,
  ordinaryBrackets: {
    source: { ...revenueProcedure, page: 10 },
    single: brackets('12400', '50400', '105700', '201775', '256225', '640600'),
    marriedJoint: brackets('24800', '100800', '211400', '403550', '512450', '768700'),
    marriedSeparate: brackets('12400', '50400', '105700', '201775', '256225', '384350'),
    headOfHousehold: brackets('17700', '67450', '105700', '201750', '256200', '640600'),
  },
  capitalGain: {
    source: { ...revenueProcedure, page: 12 },
    single: { zeroRateUpTo: money('49450'), fifteenRateUpTo: money('545500') },
    marriedJoint: { zeroRateUpTo: money('98900'), fifteenRateUpTo: money('613700') },
    marriedSeparate: { zeroRateUpTo: money('49450'), fifteenRateUpTo: money('306850') },
    headOfHousehold: { zeroRateUpTo: money('66200'), fifteenRateUpTo: money('579600') },
  },
  standardDeduction: {
    source: { ...revenueProcedure, page: 18 },
    single: money('16100'),
    marriedJoint: money('32200'),
    marriedSeparate: money('16100'),
    headOfHousehold: money('24150'),
  },
  additionalDeduction: {
    source: { ...revenueProcedure, page: 18 },
    single: money('2050'),
    marriedJoint: money('1650'),
    marriedSeparate: money('1650'),
    headOfHousehold: money('2050'),
  },
  minimumTaxExemption: {
    source: { ...revenueProcedure, page: 16 },
    single: { exemption: money('90100'), phaseOutFrom: money('500000'), phaseOutRate: rate('0.50') },
    marriedJoint: { exemption: money('140200'), phaseOutFrom: money('1000000'), phaseOutRate: rate('0.50') },
    marriedSeparate: { exemption: money('70100'), phaseOutFrom: money('500000'), phaseOutRate: rate('0.50') },
    headOfHousehold: { exemption: money('90100'), phaseOutFrom: money('500000'), phaseOutRate: rate('0.50') },
  },
};
