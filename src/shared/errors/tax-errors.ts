/** What stands in the way of a tax year, in words. */
export const taxErrors = {
  'tax/no-year-end-mark': {
    message:
      'There is no price of {contract} on {date}, the last business day of {year}. The open position was not marked then: its result counts in the year it is closed.',
    fix: 'Import or type the settlement price of {contract} on {date}.',
  },
  'tax/no-profile': {
    message: 'No tax profile is set. Gains are computed, but no tax.',
    fix: 'Enter filing status and income for at least one year.',
  },
  'tax/year-not-covered': {
    message:
      'There are no tax amounts for {year}: the first year built in is {first}. No tax was computed; gains, lots and disposals of {year} are shown all the same.',
    fix: 'Ask for {first} or a later year. What {year} passed on stands in your return: type its carried losses into the tax details.',
  },
} as const;
