/**
 * How many guesses a passphrase would take, and how long that is, in words. No rules about digits or symbols: only what
 * a guesser would have to try counts. An estimate from below: words count as words, years as years, runs as runs.
 */
export interface PassphraseStrength {
  /** Decimal logarithm of the guesses. */
  readonly guesses: number;
  readonly level: 'empty' | 'weak' | 'fair' | 'strong';
  /** A whole sentence. */
  readonly words: string;
}

/** A thousand computers, three guesses a second each: what the ledger's slow key makes of a large attack. */
const guessesPerSecond = Math.log10(3000);

const commonWords: ReadonlySet<string> = new Set([
  'password',
  'passwort',
  'passphrase',
  'letmein',
  'welcome',
  'admin',
  'login',
  'hello',
  'iloveyou',
  'monkey',
  'dragon',
  'master',
  'qwerty',
  'qwertz',
  'azerty',
  'asdf',
  'abc',
  'secret',
  'bitcoin',
  'crypto',
  'ethereum',
  'satoshi',
  'moon',
  'hedgerow',
  'ledger',
  'wallet',
  'money',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'shadow',
  'superman',
]);

interface Kind {
  readonly pattern: RegExp;
  guesses(text: string): number;
}

/** Tried in this order at each place of the text. */
const kinds: readonly Kind[] = [
  { pattern: /^(.)\1{2,}/u, guesses: (text) => 1 + Math.log10(text.length) },
  { pattern: /^(?:19|20)\d\d(?!\d)/u, guesses: () => 2 },
  { pattern: /^\d+/u, guesses: (text) => (isRun(text) ? 1.3 : text.length) },
  { pattern: /^\p{L}+/u, guesses: lettersGuesses },
  { pattern: /^\s+/u, guesses: () => 0 },
  { pattern: /^[^\p{L}\d\s]+/u, guesses: (text) => new Set(text).size * 1.3 },
];

export function passphraseStrength(passphrase: string): PassphraseStrength {
  const guesses = guessesOf(passphrase);
  if (passphrase === '') return { guesses, level: 'empty', words: 'Type it to see how long it would hold.' };
  const seconds = guesses - guessesPerSecond;
  return { guesses, level: levelOf(seconds), words: wordsFor(seconds) };
}

function guessesOf(passphrase: string): number {
  let rest = passphrase;
  let guesses = 0;
  let parts = 0;
  while (rest !== '') {
    const [kind, text] = firstKind(rest);
    guesses += kind.guesses(text);
    rest = rest.slice(text.length);
    parts++;
  }
  // The guesser must also find out how the parts are put together.
  return guesses + (parts > 1 ? Math.log10(parts) : 0);
}

function firstKind(text: string): readonly [Kind, string] {
  for (const kind of kinds) {
    const found = kind.pattern.exec(text)?.[0];
    if (found !== undefined) return [kind, found];
  }
  return [{ pattern: /./u, guesses: () => 1.5 }, text.slice(0, 1)];
}

function lettersGuesses(text: string): number {
  const lower = text.toLowerCase();
  const capitals = text === lower ? 0 : /^.\p{Ll}*$/u.test(text) ? 0.3 : 1;
  if (commonWords.has(lower)) return 1.5 + capitals;
  if (lower.length <= 2 || isRun(lower)) return lower.length * 0.8;
  // A word of a language costs about as much as a place in a dictionary; a run-together phrase costs one word in six letters.
  if (looksLikeWords(lower)) return 3.7 * Math.max(1, lower.length / 8) + capitals;
  return lower.length * Math.log10(26) + capitals;
}

function looksLikeWords(text: string): boolean {
  const vowels = text.match(/[aeiouyäöüáéíóú]/gu)?.length ?? 0;
  const share = vowels / text.length;
  return share >= 0.2 && share <= 0.67 && !/[^aeiouyäöüáéíóú]{5,}/u.test(text);
}

/** Steps of one up or down the alphabet or the digits: "abcd", "4321". */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return text.length > 2 && steps.every((step) => Math.abs(step) === 1 && step === steps[0]);
}

function levelOf(seconds: number): PassphraseStrength['level'] {
  if (seconds < Math.log10(30 * 86_400)) return 'weak';
  return seconds < Math.log10(100 * 365 * 86_400) ? 'fair' : 'strong';
}

const spans: readonly (readonly [logSeconds: number, words: string])[] = [
  [0, 'less than a second'],
  [Math.log10(60), 'seconds'],
  [Math.log10(3600), 'minutes'],
  [Math.log10(86_400), 'hours'],
  [Math.log10(30 * 86_400), 'days'],
  [Math.log10(365 * 86_400), 'months'],
  [Math.log10(100 * 365 * 86_400), 'years'],
  [Math.log10(10_000 * 365 * 86_400), 'centuries'],
];

function wordsFor(seconds: number): string {
  const span = spans.find(([limit]) => seconds < limit)?.[1];
  return span === undefined
    ? 'Out of reach: nobody has the computers to guess it.'
    : `A thousand computers would guess it in ${span}.`;
}
