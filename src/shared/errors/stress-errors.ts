/** Stress tests and price grids. */
export const stressErrors = {
  'stress/no-such-scenario': {
    message: 'There is no scenario "{name}". Nothing was computed or changed.',
    fix: 'Choose one of the list; "hedgerow stress --list" shows names and ids.',
  },
  'stress/name-taken': {
    message: 'A scenario of Hedgerow is called "{name}" already. Nothing was saved.',
    fix: 'Give yours another name.',
  },
  'stress/names-nothing': {
    message: 'The scenario "{scenario}" names {what}, which you do not have: that part of it does nothing.',
    fix: 'Write venues and positions as the stress test lists them, or leave them out.',
  },
  'stress/no-price': {
    message: 'There is no price of {coin} up to the day asked about, so nothing can be told over its price.',
    fix: 'Type a price of {coin} or import a price file.',
  },
  'stress/no-such-position': {
    message: 'There is no open or planned position "{leg}" in {coin}. Nothing was computed.',
    fix: 'Leave it out to see all, or take an id that the answer lists.',
  },
  'stress/bad-range': {
    message:
      'From {from} to {to} in steps of {step} is no price range that can be drawn. Nothing was computed.',
    fix: 'Begin above -1 (a price of nothing) and at most at 0, end at 0 or above and at most at 100, with at most 400 steps.',
  },
} as const;
