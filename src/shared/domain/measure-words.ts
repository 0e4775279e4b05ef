import type { Measure } from './observation.ts';

const words: Readonly<Record<Measure, string>> = {
  close: 'Closing price',
  volume: 'Volume in coins',
  'volume-money': 'Volume in money',
  'funding-rate': 'Funding rate',
  premium: 'Premium over the index',
  'open-interest': 'Open interest in coins',
  'open-interest-money': 'Open interest in money',
  'account-ratio': 'Long over short accounts',
  'top-account-ratio': 'Long over short accounts of large traders',
  'top-position-ratio': 'Long over short positions of large traders',
  'taker-ratio': 'Bought over sold by takers',
  depth: 'Depth',
  spread: 'Spread',
  'fear-greed': 'Fear and greed',
  'market-cap': 'Market value of all coins',
  'realised-cap': 'Realised value of all coins',
};

/** A measure's name for people: "Funding rate". */
export function measureWords(measure: Measure): string {
  return words[measure];
}

/** What its values are. */
export type MeasureUnit = 'fraction' | 'coins' | 'money' | 'ratio' | 'index';

const units: Readonly<Record<Measure, MeasureUnit>> = {
  close: 'money',
  volume: 'coins',
  'volume-money': 'money',
  'funding-rate': 'fraction',
  premium: 'fraction',
  'open-interest': 'coins',
  'open-interest-money': 'money',
  'account-ratio': 'ratio',
  'top-account-ratio': 'ratio',
  'top-position-ratio': 'ratio',
  'taker-ratio': 'ratio',
  depth: 'coins',
  spread: 'fraction',
  'fear-greed': 'index',
  'market-cap': 'money',
  'realised-cap': 'money',
};

export function measureUnit(measure: Measure): MeasureUnit {
  return units[measure];
}
