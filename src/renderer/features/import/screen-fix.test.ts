import { expect, it } from 'vitest';
import { importErrors } from '../../../shared/errors/import-errors.ts';
import { fixOnScreen } from './screen-fix.ts';

it.each([
  'date-order-unknown',
  'date-order-mixed',
  'market-unknown',
  'market-unclear',
  'unknown-format',
  'unknown-type',
] as const)('names no command of the terminal for %s, which the core still knows', (name) => {
  const { fix } = importErrors[`import/${name}`];
  const shown = fixOnScreen({ code: `import/${name}`, fix });
  expect(shown).not.toBe(fix);
  expect(shown).not.toMatch(/--|hedgerow /u);
});

it('leaves every other remedy as it is', () => {
  expect(fixOnScreen({ code: 'import/empty-file', fix: 'Download it again.' })).toBe('Download it again.');
});
