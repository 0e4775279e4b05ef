import { describe, expect, it } from 'vitest';
import { givenOptions } from './given-options.ts';

const options = {
  from: { type: 'string', help: '' },
  step: { type: 'string', short: 's', help: '' },
  with: { type: 'string', multiple: true, help: '' },
  json: { type: 'boolean', help: '' },
} as const;
const given = (...args: string[]): unknown => {
  const found = givenOptions(args, options);
  return found.ok
    ? { ...found.value.values, words: found.value.positionals }
    : `${found.failure.where.field}: ${found.failure.message}`;
};

describe('givenOptions', () => {
  it.each([
    [['--from', '-0.5'], { from: '-0.5', words: [] }],
    [['--from=-0.5'], { from: '-0.5', words: [] }],
    [['-s', '-.5'], { step: '-.5', words: [] }],
    [['a', '--from', '-1', '--json', 'b'], { from: '-1', json: true, words: ['a', 'b'] }],
    [['--from', '-'], { from: '-', words: [] }],
    [['--from='], { from: '', words: [] }],
    [['--with', 'a', '--with=b'], { with: ['a', 'b'], words: [] }],
    [['--', '--from'], { words: ['--from'] }],
  ])('%j', (args, expected) => {
    expect(given(...args)).toEqual(expected);
  });

  it.each([
    [['--colour', 'red'], /^--colour: .*no such option/u],
    [['-x'], /^-x: .*no such option/u],
    [['--toString'], /^--toString: .*no such option/u],
    [['--from'], /^--from: .*value is missing/u],
    [['--from', '--json'], /^--from: .*written --from=--json/u],
    [['--from', '-x'], /^--from: .*written --from=-x/u],
    [['--json=yes'], /^--json: .*takes no value/u],
  ])('%j is refused in our own words', (args, expected) => {
    expect(given(...args)).toMatch(expected);
  });
});
