/** The published amounts, typed a second time from the revenue procedures' tables: nothing of the product in them. */
export interface PlainParameters {
  readonly edges: readonly string[];
  readonly zeroTo: string;
  readonly fifteenTo: string;
  readonly standard: string;
  /** For each person of 65 or older, and each blind one. */
  readonly additional: string;
}

export type Status = 'single' | 'marriedJoint' | 'marriedSeparate' | 'headOfHousehold';

/** By tax year and filing status. Edges: where each bracket ends. */
export const plainParameters: Readonly<Record<number, Readonly<Record<Status, PlainParameters>>>> = {
  2023: {
    single: {
      edges: ['11000', '44725', '95375', '182100', '231250', '578125'],
      zeroTo: '44625',
      fifteenTo: '492300',
      standard: '13850',
      additional: '1850',
    },
    marriedJoint: {
      edges: ['22000', '89450', '190750', '364200', '462500', '693750'],
      zeroTo: '89250',
      fifteenTo: '553850',
      standard: '27700',
      additional: '1500',
    },
    marriedSeparate: {
      edges: ['11000', '44725', '95375', '182100', '231250', '346875'],
      zeroTo: '44625',
      fifteenTo: '276900',
      standard: '13850',
      additional: '1500',
    },
    headOfHousehold: {
      edges: ['15700', '59850', '95350', '182100', '231250', '578100'],
      zeroTo: '59750',
      fifteenTo: '523050',
      standard: '20800',
      additional: '1850',
    },
  },
  2024: {
    single: {
      edges: ['11600', '47150', '100525', '191950', '243725', '609350'],
      zeroTo: '47025',
      fifteenTo: '518900',
      standard: '14600',
      additional: '1950',
    },
    marriedJoint: {
      edges: ['23200', '94300', '201050', '383900', '487450', '731200'],
      zeroTo: '94050',
      fifteenTo: '583750',
      standard: '29200',
      additional: '1550',
    },
    marriedSeparate: {
      edges: ['11600', '47150', '100525', '191950', '243725', '365600'],
      zeroTo: '47025',
      fifteenTo: '291850',
      standard: '14600',
      additional: '1550',
    },
    headOfHousehold: {
      edges: ['16550', '63100', '100500', '191950', '243700', '609350'],
      zeroTo: '63000',
      fifteenTo: '551350',
      standard: '21900',
      additional: '1950',
    },
  },
  2025: {
    single: {
      edges: ['11925', '48475', '103350', '197300', '250525', '626350'],
      zeroTo: '48350',
      fifteenTo: '533400',
      standard: '15750',
      additional: '2000',
    },
    marriedJoint: {
      edges: ['23850', '96950', '206700', '394600', '501050', '751600'],
      zeroTo: '96700',
      fifteenTo: '600050',
      standard: '31500',
      additional: '1600',
    },
    marriedSeparate: {
      edges: ['11925', '48475', '103350', '197300', '250525', '375800'],
      zeroTo: '48350',
      fifteenTo: '300000',
      standard: '15750',
      additional: '1600',
    },
    headOfHousehold: {
      edges: ['17000', '64850', '103350', '197300', '250500', '626350'],
      zeroTo: '64750',
      fifteenTo: '566700',
      standard: '23625',
      additional: '2000',
    },
  },
  2026: {
    single: {
      edges: ['12400', '50400', '105700', '201775', '256225', '640600'],
      zeroTo: '49450',
      fifteenTo: '545500',
      standard: '16100',
      additional: '2050',
    },
    marriedJoint: {
      edges: ['24800', '100800', '211400', '403550', '512450', '768700'],
      zeroTo: '98900',
      fifteenTo: '613700',
      standard: '32200',
      additional: '1650',
    },
    marriedSeparate: {
      edges: ['12400', '50400', '105700', '201775', '256225', '384350'],
      zeroTo: '49450',
      fifteenTo: '306850',
      standard: '16100',
      additional: '1650',
    },
    headOfHousehold: {
      edges: ['17700', '67450', '105700', '201750', '256200', '640600'],
      zeroTo: '66200',
      fifteenTo: '579600',
      standard: '24150',
      additional: '2050',
    },
  },
};
