/** Choices that come too late or fit nothing, and hedges that are not identified in time. */
export const electionErrors = {
  'elections/too-late': {
    message:
      '"{title}" had to be chosen by {deadline}: {why} Today is {today}, so the choice would be void. Nothing was stored.',
    fix: 'If your own records show that you made it in time, say so ("kept elsewhere", --kept-elsewhere). Otherwise leave it, and ask your adviser.',
  },
  'elections/no-1256-loss': {
    message:
      'In {year} section 1256 contracts brought no loss by this ledger, so there is nothing to carry back. Nothing was stored.',
    fix: 'Years with such a loss: {known}.',
  },
  'elections/impossible-date': {
    message: '"{value}" is no date on which "{title}" could begin. Nothing was stored.',
    fix: 'Type a day as 2027-01-01 (not before 2025, the year of the first of these bills), or "off".',
  },

  // Hedges as straddles
  'hedge/regime-of-classes': {
    message:
      'A mixed straddle account is chosen for a whole class of positions, before the year begins, not for one hedge: {leg} was not marked. It would also tax your coins at each day’s price, so Hedgerow only warns of it. Nothing was recorded.',
    fix: 'Use none, identified, section-1256d or straddle-by-straddle for one hedge.',
  },
  'hedge/regime-does-not-fit': {
    message:
      '{leg} cannot be "{regime}": that is for a straddle in which some positions are section 1256 contracts and some are not, and {contract} is no section 1256 contract. Nothing was recorded.',
    fix: 'Use none or identified; or correct the contract’s status first, if it is wrong (contracts set {contract} section1256=…).',
  },
  'hedge/regime-not-written': {
    message:
      'You chose "{regime}" for new hedges, and {leg} cannot be that: it is for section 1256 contracts, and {contract} is none. The hedge is under the plain straddle rules.',
    fix: 'Nothing needs to be done; or identify it as an identified straddle before the day ends.',
  },
  'hedge/straddle-without-lots': {
    message: '{leg} hedges no lots, so there is no straddle to mark. Nothing was recorded.',
    fix: 'Link the fills of a short to the leg first, and import the purchases that it hedges.',
  },
  'hedge/straddle-other-asset': {
    message:
      '{leg} hedges lots of {asset} with a contract on {underlying}, and you chose that hedges with another coin are never a straddle. So there is none to mark. Nothing was recorded.',
    fix: 'Choose otherwise first (elections set cross-asset-straddle if-correlated, or always), if your adviser agrees.',
  },
  'hedge/lots-of-other-asset': {
    message:
      '{leg} hedges lots of {asset} with a contract on {underlying}. Whether two different coins are a straddle depends on how closely their prices move together; no rule presumes it.',
    fix: 'Look at "Hedging one coin with futures of another" among your tax choices.',
  },
  'hedge/straddle-late': {
    message:
      '{leg} began on {date}, and today is {today}. A straddle has to be marked in your records before the day ends on which it is acquired (26 U.S.C. 1092(a)(2)(B), 1256(d)(2); Reg. 1.1092(b)-3T(d)); marked now it would not count. Nothing was recorded.',
    fix: 'If your own records of that day already show it, say so ("kept elsewhere", --kept-elsewhere) and keep them. Otherwise the plain straddle rules hold for it.',
  },
  'hedge/straddle-late-part': {
    message:
      'What was filled on {date} was marked as "{regime}" on {today}. That is after the end of its day, so for those fills it does not count by itself (26 U.S.C. 1092(a)(2)(B); Reg. 1.1092(b)-3T(d)): they stay under the plain straddle rules.',
    fix: 'Mark hedges on the day they begin. For these, keep what you wrote down that day and say so with --kept-elsewhere.',
  },
  'hedge/straddle-kept-elsewhere': {
    message:
      'What was filled on {date} was marked as "{regime}" on {today}, because your own records are said to show it from the day itself. Figures count it; whether it counts is for those records to prove (Reg. 1.1092(b)-3T(d)).',
    fix: 'Keep the dated records of that day where an adviser or the tax office can see them.',
  },
  'hedge/day-ending': {
    message: '{words}',
    fix: '{command}. After midnight it can no longer be done in time.',
  },
} as const;
