import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { glossaryEntries } from './glossary.ts';

/** The entries as `docs/glossary.md` writes them, in the order of their words. */
function asMarkdown(): string {
  return glossaryEntries()
    .toSorted((a, b) => a.word.localeCompare(b.word, 'en'))
    .map(({ word, meaning, example }) => `* **${word}**: ${meaning} *Example:* ${example}`)
    .join('\n');
}

test('docs/glossary.md says the same as the app', () => {
  const page = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8');
  const lines = page.split('\n').filter((line) => line.startsWith('* **'));
  expect(lines.join('\n')).toBe(asMarkdown());
});

test.each(glossaryEntries())('$word is one sentence and an example', ({ meaning, example }) => {
  expect(meaning).toMatch(/^(?:[^.]|\.\d)+\.$/u);
  expect(example).toMatch(/\.$/u);
});
