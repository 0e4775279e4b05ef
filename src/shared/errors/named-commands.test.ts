/** Warnings name the command that was made for them. Source: review of issue 7 (7a, 14; code, 18). */
import { expect, it } from 'vitest';
import { importErrors } from './import-errors.ts';
import { lotErrors } from './lot-errors.ts';

it.each([
  [importErrors['import/unknown-type'].fix, 'imports review EVENT --as'],
  [importErrors['import/unclear-type'].fix, 'imports review EVENT --as'],
  [lotErrors['lots/unknown-origin'].fix, 'transfers cost'],
  [lotErrors['lots/left-without-arrival'].fix, 'transfers same'],
])('%s', (fix, command) => {
  expect(fix).toContain(`hedgerow ${command}`);
});
