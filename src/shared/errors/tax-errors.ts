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
  'tax/waiting-loss-unlinked': {
    message:
      'The straddle loss of {year} on "{position}" in your tax details names no lot and no coin of this ledger. Nothing holds it back, so it counts at once.',
    fix: 'If it still waits, name the lots that it offsets in the tax details, or write their coin into its position: "short BTC future".',
  },
  'tax/profile-year-not-covered': {
    message:
      'Tax details of {year} cannot be used: the first year whose tax amounts are built in is {first}. Nothing was stored.',
    fix: 'Leave {year} out. What it passed on stands in your return: losses carried on go into "carryforward", section 1256 gains of earlier years into "history". Gains and lots of {year} are shown all the same.',
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
  'tax/hedge-presumed-oldest': {
    message:
      'No record of the day says which {asset} these short positions hedge: {positions}. Shared among all lots they would come to more than 60,000 shares, so it is presumed that each hedges the {asset} held longest that no other short hedges (26 U.S.C. 1092(c)(3); no rule says which).',
    fix: 'Look at "A hedge smaller than the holding" among the tax choices: it says what another reading would change. Link the fills of real hedges to a hedge leg on the day they are made.',
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
    fix: 'The lots list (in the terminal: hedgerow lots --ids) names every lot that is held.',
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
    fix: 'The page of tax choices (in the terminal: hedgerow elections) lists them with their ids.',
  },
  'tax/what-if-election-value': {
    message: 'The election “{id}” has no value “{value}”. Nothing was computed, and nothing is stored.',
    fix: 'Choose one of: {known}.',
  },
  'tax/straddle-identified-late': {
    message:
      'The identification of {position} as "{regime}" was not recorded on the day it was opened. It does not count: the hedge is computed without election.',
    fix: 'Record the choice before the end of the day on which the next hedge is opened.',
  },
  'tax/straddle-account': {
    message:
      'A mixed straddle account for {position} is not computed: it would mark the coins each day, {gain} of gain on the first. The hedge is computed without election.',
    fix: 'Choose another treatment, or have an adviser compute the account.',
  },
  'tax/straddle-larger': {
    message:
      '{position} is identified as "{regime}", but it is part of a larger straddle. The identification does not count: the hedge is computed without election.',
    fix: 'Identify everything the future offsets in the same way, on the day it is opened.',
  },
  'tax/straddle-part-not-modelled': {
    message:
      '{position} is identified straddle by straddle, and what happened needs Reg. 1.1092(b)-3T {paragraph}, which Hedgerow does not compute. The hedge is computed without election.',
    fix: 'Have an adviser compute this straddle; legs that close on the same day, or futures that close first, are computed.',
  },
  'tax/straddle-1256-off': {
    message:
      '{position} is treated as if it were not a section 1256 contract, because its straddle is identified so: no year-end mark and no 60/40 split. For an identified straddle of coins and a section 1256 contract that is an assumption: it is taken as elected together with section 1256(d).',
    fix: 'Nothing to do if that is what you recorded; the choice holds for later years too.',
  },
  'tax/constructive-sale': {
    message:
      'The short {position} of {date} counts as a sale of the {asset} that it covers (26 U.S.C. 1259), taken as substantially identical. Their gain counts in that year.',
    fix: 'It does not count as a sale where the short is closed by 30 January of the next year and the units stay unhedged for 60 days after that.',
  },
  'tax/constructive-sale-pending': {
    message:
      'The short {position} of {date} counts as a sale of the {asset} that it covers (26 U.S.C. 1259) unless it is closed by 30 January of the next year. Until then it is not counted.',
    fix: 'Close it by then and leave the units unhedged for 60 days, or expect their gain in that year.',
  },
  'tax/sold-and-bought-back': {
    message:
      '{asset} was sold at a loss on {date} and bought back at once. The wash-sale rule does not cover coins, but a loss without a real change of position may be refused (26 U.S.C. 7701(o)).',
    fix: 'Leave time between sale and purchase, or ask an adviser.',
  },
  'tax/conversion-transaction': {
    message:
      '{asset} bought on {date} and the short {position} of the same day and size may be a conversion transaction (26 U.S.C. 1258): part of the gain would be ordinary income. It is not computed.',
    fix: 'Ask an adviser whether most of the expected return was the passing of time.',
  },
  'tax/no-straddle-price': {
    message:
      'There is no price of {asset} on {date}. Gains on it that were not sold at the end of {year} are not known, so that they hold back no loss here.',
    fix: 'Import or type the price of {asset} on {date}.',
  },
  'tax/straddle-year-not-ended': {
    message:
      '{year} has not ended. Which hedging losses of it have to wait is shown as if {date} were its last day, at the prices of that day.',
    fix: 'Look again after the last business day of the year.',
  },
  'tax/coins-delivered': {
    message:
      'A position in {contract} ended by delivery on {date}. Its own result counts as your records state it. That coins were {what} by it is not computed: they count only if your records hold that trade as well.',
    fix: 'Add a row for the coins that were {what}, at their value of {date}; the result of the contract is then what it paid less that value (26 U.S.C. 1092(d)(8)).',
  },
  'tax/not-section-1256': {
    message:
      '{position} is not a section 1256 contract: it is not marked at the end of a year, its result is not split 60/40, and a gain of it that is not closed can hold back losses on what it hedges.',
    fix: 'Nothing to do. Set the contract’s status if it trades on a regulated American exchange.',
  },
} as const;
