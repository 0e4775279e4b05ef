import { expect, it } from 'vitest';
import { TICKERS_KEY, namedTickersIn } from './services/tickers/ticker-names.ts';
import { TRANSFERS_KEY, transferDecisionsIn } from './services/transfers/kept-decisions.ts';
import { MAPPINGS_KEY, profilesIn } from './services/mapping/kept-profiles.ts';

const kept = [
  [MAPPINGS_KEY, profilesIn],
  [TICKERS_KEY, namedTickersIn],
  [TRANSFERS_KEY, transferDecisionsIn],
] as const;

it.each(kept)('%s that cannot be understood is said, and never taken for none', (key, read) => {
  expect(read(new Map())).toEqual([]);
  for (const broken of ['[{"of":"another version"}]', '[{'])
    expect(() => read(new Map([[key, broken]]))).toThrow(`"${key}" is not understood`);
});
