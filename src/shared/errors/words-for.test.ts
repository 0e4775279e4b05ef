import { expect, it } from 'vitest';
import { engineErrors } from './engine-errors.ts';
import { importErrors } from './import-errors.ts';
import { wordsFor } from './words-for.ts';

it('leaves out what belongs to the other place, and nothing else', () => {
  const both =
    'Map it (on the screen: "Map this file") (in the terminal: hedgerow import map FILE). Or (later) not.';
  expect(wordsFor('screen', both)).toBe('Map it ("Map this file"). Or (later) not.');
  expect(wordsFor('terminal', both)).toBe('Map it (hedgerow import map FILE). Or (later) not.');
});

it.each(Object.entries({ ...importErrors, ...engineErrors }))(
  '%s names no command on the screen',
  (_, { fix }) => {
    expect(wordsFor('screen', fix)).not.toMatch(/--[a-z]|\bhedgerow [a-z]/u);
    expect(wordsFor('terminal', fix)).not.toMatch(/on the screen|in the terminal/u);
  },
);
