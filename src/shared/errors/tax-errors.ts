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
  'tax/no-year-end-price': {
    message:
      'There is no price of {contract}, nor of its coin, on {date}, the last business day of {year}. What the open position had gained by then is not known: it holds back no loss of {year}.',
    fix: 'Import or type a price of {contract} on {date}.',
  },
  'tax/planned-more-than-held': {
    message:
      '{quantity} more of lot {lot} should be sold on {date} than is held then. The sale was taken as far as the lot goes; nothing is stored.',
    fix: 'Sell less of it, or name another lot. “lots” lists what is held.',
  },
  'tax/planned-not-open': {
    message: 'Position {position} is not open on {date}: closing or paying it then changed nothing.',
    fix: 'Look at the positions that are open, and at the dates of the steps before.',
  },
  'tax/planned-no-price': {
    message:
      'Nobody knows what {contract} or its settlement coin is worth, so nothing can be assumed for {date}: its result of that day is not in the figures.',
    fix: 'Import or type a price of the coin, or type one for this question.',
  },
  'tax/hedge-presumed': {
    message:
      'No record of the day says which {asset} these short positions hedge: {positions}. It is presumed that they hedge all that was held then, each lot in proportion (26 U.S.C. 1092(c)(3)).',
    fix: 'Link the fills to a hedge leg on the day they are made, so that the lots you choose are on record; or see what another choice about parts would change.',
  },
  'tax/hedge-identified-late': {
    message:
      'The lots that these short positions in {asset} hedge were put on record after the day they were opened: {positions}. The lots named are used all the same; nothing that has to be identified on the day itself holds for them.',
    fix: 'Link fills on the day they are made. If your own books named the lots that day, keep those books.',
  },
  'tax/hedged-lot-unknown': {
    message:
      'The record of {leg} names the lot {lot}, which is not in this ledger. That part of the hedge is presumed to be of what was held.',
    fix: 'Import the file that the lot came from again, or link the fills of {leg} anew.',
  },
  'tax/cross-hedge-assumed': {
    message:
      'Too few daily prices are known to say whether {futures} moves like {lots}. It is taken that it does, so that the hedge is a straddle.',
    fix: 'Import daily prices of both for a year, or choose for hedges of one coin with futures of another.',
  },
  'tax/what-if-no-such-step': {
    message: 'No saved plan has a step “{step}” ahead. Nothing was computed, and nothing is stored.',
    fix: 'The projection lists the steps ahead with their ids.',
  },
  'tax/what-if-past': {
    message:
      '{what} on {date} lies before today ({today}): a what-if changes what is ahead, not what happened. Nothing was computed, and nothing is stored.',
    fix: 'Choose {today} or a later day. What is missing in the past is imported or typed as a transaction.',
  },
  'tax/what-if-year': {
    message:
      'Income of {year} cannot be changed here: a what-if reaches from {first} to {last}. Nothing was computed, and nothing is stored.',
    fix: 'Choose a year of that span, or more years ahead. Earlier years stand in your tax details.',
  },
  'tax/what-if-no-such-lot': {
    message: 'No lot “{lot}” is held. Nothing was computed, and nothing is stored.',
    fix: 'The lots list (“lots --ids” in the terminal) names every lot that is held.',
  },
  'tax/what-if-not-held': {
    message:
      '{quantity} of {of} should be sold, and {held} is held. Nothing was computed, and nothing is stored.',
    fix: 'Sell less, or take another lot or coin.',
  },
  'tax/what-if-no-price': {
    message:
      'No price of {asset} is known, so a change of it says nothing. Nothing was computed, and nothing is stored.',
    fix: 'Give the price itself, or import or type a price of today first.',
  },
  'tax/what-if-no-such-election': {
    message: 'There is no election “{id}”. Nothing was computed, and nothing is stored.',
    fix: 'The page of tax choices (“elections” in the terminal) lists them with their ids.',
  },
  'tax/what-if-election-value': {
    message: 'The election “{id}” has no value “{value}”. Nothing was computed, and nothing is stored.',
    fix: 'Choose one of: {known}.',
  },
} as const;
