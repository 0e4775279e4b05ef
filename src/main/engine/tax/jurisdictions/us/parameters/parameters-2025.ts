import { money, rate } from '../../../../../../shared/num/parse.ts';
import { brackets } from './year-parameters.ts';
import type { LawSource, YearParameters } from './year-parameters.ts';

const revenueProcedure: LawSource = {
  title: 'IRS Rev. Proc. 2024-40',
  url: 'https://www.irs.gov/pub/irs-drop/rp-24-40.pdf',
};
/** Replaces the 15,000 / 30,000 / 22,500 that the revenue procedure had printed before. */
const publicLaw: LawSource = {
  title: 'Pub. L. 119-21 (2025-07-04), section 70102',
  url: 'https://www.congress.gov/bill/119th-congress/house-bill/1',
};

/** Amounts for tax year 2025. Thresholds are taxable income. */
export const parameters2025: YearParameters = {
  year: 2025,
  ordinaryBrackets: {
    source: { ...revenueProcedure, page: 5 },
    single: brackets('11925', '48475', '103350', '197300', '250525', '626350'),
    marriedJoint: brackets('23850', '96950', '206700', '394600', '501050', '751600'),
    marriedSeparate: brackets('11925', '48475', '103350', '197300', '250525', '375800'),
    headOfHousehold: brackets('17000', '64850', '103350', '197300', '250500', '626350'),
  },
  capitalGain: {
    source: { ...revenueProcedure, page: 7 },
    single: { zeroRateUpTo: money('48350'), fifteenRateUpTo: money('533400') },
    marriedJoint: { zeroRateUpTo: money('96700'), fifteenRateUpTo: money('600050') },
    marriedSeparate: { zeroRateUpTo: money('48350'), fifteenRateUpTo: money('300000') },
    headOfHousehold: { zeroRateUpTo: money('64750'), fifteenRateUpTo: money('566700') },
  },
  standardDeduction: {
    source: publicLaw,
    single: money('15750'),
    marriedJoint: money('31500'),
    marriedSeparate: money('15750'),
    headOfHousehold: money('23625'),
  },
  additionalDeduction: {
    source: { ...revenueProcedure, page: 12 },
    single: money('2000'),
    marriedJoint: money('1600'),
    marriedSeparate: money('1600'),
    headOfHousehold: money('2000'),
  },
  minimumTaxExemption: {
    source: { ...revenueProcedure, page: 10 },
    single: { exemption: money('88100'), phaseOutFrom: money('626350'), phaseOutRate: rate('0.25') },
    marriedJoint: { exemption: money('137000'), phaseOutFrom: money('1252700'), phaseOutRate: rate('0.25') },
    marriedSeparate: { exemption: money('68500'), phaseOutFrom: money('626350'), phaseOutRate: rate('0.25') },
    headOfHousehold: { exemption: money('88100'), phaseOutFrom: money('626350'), phaseOutRate: rate('0.25') },
  },
};
