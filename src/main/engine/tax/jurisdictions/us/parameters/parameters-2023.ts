import { money, rate } from '../../../../../../shared/num/parse.ts';
import { brackets } from './year-parameters.ts';
import type { LawSource, YearParameters } from './year-parameters.ts';

const revenueProcedure: LawSource = {
  title: 'IRS Rev. Proc. 2022-38',
  url: 'https://www.irs.gov/pub/irs-drop/rp-22-38.pdf',
};

/** Amounts for tax year 2023. Thresholds are taxable income. */
export const parameters2023: YearParameters = {
  year: 2023,
  ordinaryBrackets: {
    source: { ...revenueProcedure, page: 6 },
    single: brackets('11000', '44725', '95375', '182100', '231250', '578125'),
    marriedJoint: brackets('22000', '89450', '190750', '364200', '462500', '693750'),
    marriedSeparate: brackets('11000', '44725', '95375', '182100', '231250', '346875'),
    headOfHousehold: brackets('15700', '59850', '95350', '182100', '231250', '578100'),
  },
  capitalGain: {
    source: { ...revenueProcedure, page: 8 },
    single: { zeroRateUpTo: money('44625'), fifteenRateUpTo: money('492300') },
    marriedJoint: { zeroRateUpTo: money('89250'), fifteenRateUpTo: money('553850') },
    marriedSeparate: { zeroRateUpTo: money('44625'), fifteenRateUpTo: money('276900') },
    headOfHousehold: { zeroRateUpTo: money('59750'), fifteenRateUpTo: money('523050') },
  },
  standardDeduction: {
    source: { ...revenueProcedure, page: 13 },
    single: money('13850'),
    marriedJoint: money('27700'),
    marriedSeparate: money('13850'),
    headOfHousehold: money('20800'),
  },
  additionalDeduction: {
    source: { ...revenueProcedure, page: 13 },
    single: money('1850'),
    marriedJoint: money('1500'),
    marriedSeparate: money('1500'),
    headOfHousehold: money('1850'),
  },
  minimumTaxExemption: {
    source: { ...revenueProcedure, page: 11 },
    single: { exemption: money('81300'), phaseOutFrom: money('578150'), phaseOutRate: rate('0.25') },
    marriedJoint: { exemption: money('126500'), phaseOutFrom: money('1156300'), phaseOutRate: rate('0.25') },
    marriedSeparate: { exemption: money('63250'), phaseOutFrom: money('578150'), phaseOutRate: rate('0.25') },
    headOfHousehold: { exemption: money('81300'), phaseOutFrom: money('578150'), phaseOutRate: rate('0.25') },
  },
};
