import { bands } from './clauses/bands.ts';
import { calendar } from './clauses/calendar.ts';
import { hold } from './clauses/hold.ts';
import { back, cost, once } from './clauses/limits.ts';
import { others } from './clauses/others.ts';

const CLUES = [
  [/\b(?:else|rest|other)/iu, others],
  [/\b(?:cost|fee|tax|expens|cheap|moved)/iu, cost],
  [/\b(?:at most|once|often)/iu, once],
  [/\b(?:edge|half|back|return)/iu, back],
  [/\b(?:first|day|week|month|quarter|year|date)/iu, calendar],
  [/\b(?:point|off|from|away|drift|band|target|more|less|than|rebalance|when)/iu, bands],
] as const;

/** A sentence of the kind that words which were not understood seem to be. */
export function exampleFor(words: string): string {
  return (CLUES.find(([clue]) => clue.test(words))?.[1] ?? hold).example;
}
