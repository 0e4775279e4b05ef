import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';

const page = readFileSync(new URL('../../../docs/formats/allocation.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n([^]*?)```/gu)].map(([, json = '']) => json);

test('every example of the page is an allocation, one of each kind', () => {
  const kinds = examples.map((json) => contract['elections.allocate'].input.parse(JSON.parse(json)).way.kind);
  expect(kinds.toSorted()).toEqual(['global', 'specific-unit']);
});
