import { money, rate } from '../../../../../../shared/num/parse.ts';
import { brackets } from './year-parameters.ts';
import type { LawSource, YearParameters } from './year-parameters.ts';

const revenueProcedure: LawSource = {
  title: 'IRS Rev. Proc. 2023-34',
  url: 'https://www.irs.gov/pub/irs-drop/rp-23-34.pdf',
};

/** Amounts for tax year 2024. Thresholds are taxable income. */
export const parameters2024: YearParameters = {
  year: 2024,
  ordinaryBrackets: {
    source: { ...revenueProcedure, page: 5 },
    single: brackets('11600', '47150', '100525', '191950', '243725', '609350'),
    marriedJoint: brackets('23200', '94300', '201050', '383900', '487450', '731200'),
    marriedSeparate: brackets('11600', '47150', '100525', '191950', '243725', '365600'),
    headOfHousehold: brackets('16550', '63100', '100500', '191950', '243700', '609350'),
  },
  capitalGain: {
    source: { ...revenueProcedure, page: 8 },
    single: { zeroRateUpTo: money('47025'), fifteenRateUpTo: money('518900') },
    marriedJoint: { zeroRateUpTo: money('94050'), fifteenRateUpTo: money('583750') },
    marriedSeparate: { zeroRateUpTo: money('47025'), fifteenRateUpTo: money('291850') },
    headOfHousehold: { zeroRateUpTo: money('63000'), fifteenRateUpTo: money('551350') },
  },
  standardDeduction: {
    source: { ...revenueProcedure, page: 14 },
    single: money('14600'),
    marriedJoint: money('29200'),
    marriedSeparate: money('14600'),
    headOfHousehold: money('21900'),
  },
  additionalDeduction: {
    source: { ...revenueProcedure, page: 14 },
    single: money('1950'),
    marriedJoint: money('1550'),
    marriedSeparate: money('1550'),
    headOfHousehold: money('1950'),
  },
  minimumTaxExemption: {
    source: { ...revenueProcedure, page: 11 },
    single: { exemption: money('85700'), phaseOutFrom: money('609350'), phaseOutRate: rate('0.25') },
    marriedJoint: { exemption: money('133300'), phaseOutFrom: money('1218700'), phaseOutRate: rate('0.25') },
    marriedSeparate: { exemption: money('66650'), phaseOutFrom: money('609350'), phaseOutRate: rate('0.25') },
    headOfHousehold: { exemption: money('85700'), phaseOutFrom: money('609350'), phaseOutRate: rate('0.25') },
  },
};
