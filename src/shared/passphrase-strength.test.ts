import { expect, test } from 'vitest';
import { passphraseStrength } from './passphrase-strength.ts';

test.each([
  ['', 'empty'],
  ['password', 'weak'],
  ['Password1', 'weak'],
  ['bitcoin2024!', 'weak'],
  ['12345678', 'weak'],
  ['aaaaaaaaaaaa', 'weak'],
  ['summer', 'weak'],
  ['garden kettle', 'weak'],
  ['garden kettle violin', 'fair'],
  ['garden kettle violin orbit plum', 'strong'],
  ['x7Qp!9vTzLm2#RkW', 'strong'],
])('%s is %s', (passphrase, level) => expect(passphraseStrength(passphrase).level).toBe(level));

test('says how long, in words', () => {
  expect(passphraseStrength('password').words).toBe(
    'A thousand computers would guess it in less than a second.',
  );
  expect(passphraseStrength('garden kettle violin orbit plum').words).toMatch(
    /^(?:Out of reach|.* in centuries)/u,
  );
});

test('more never makes it weaker', () => {
  let last = 0;
  for (const text of ['plum', 'plum orbit', 'plum orbit 47', 'plum orbit 47 violin']) {
    const { guesses } = passphraseStrength(text);
    expect(guesses).toBeGreaterThan(last);
    last = guesses;
  }
});
