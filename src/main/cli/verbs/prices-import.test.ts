import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Calls, VerbContext } from '../verb.ts';
import { pricesImport } from './prices-import.ts';

const path = join(mkdtempSync(join(tmpdir(), 'hedgerow-prices-')), 'prices.csv');
writeFileSync(path, 'Time,Asset,Price\n');

/** What the verb asks of the core, where the file brings rows of these kinds. */
async function askedFor(...kinds: readonly string[]): Promise<readonly string[]> {
  const asked: string[] = [];
  const files = [
    {
      upload: 'u',
      file: 'prices.csv',
      format: 'any',
      problems: [],
      byKind: kinds.map((kind) => ({ kind, count: 1 })),
    },
  ];
  const answers: Readonly<Record<string, unknown>> = {
    'imports.upload': { bytes: 1 },
    'imports.preview': { files, balances: [] },
    'imports.confirm': { files: [], batches: [], added: 1, already: 0, identicalKept: 0, skippedRows: 0 },
  };
  const calls = {
    call: async (name: string) => {
      asked.push(name);
      return { ok: true, value: answers[name] };
    },
  } as unknown as Calls;
  const context = {
    positionals: [path],
    options: { json: true },
    openLedger: async () => ({ ok: true, value: calls }),
    terminal: { say: () => undefined },
  } as unknown as VerbContext;
  const result = await pricesImport.run(context);
  return [...asked, result.ok ? 'done' : result.failure.code];
}

test.each([
  [['price'], 'done'],
  [['price', 'funding-rate'], 'done'],
  [['price', 'buy'], 'import/not-prices'],
])('prices import takes files of %s: %s', async (kinds, end) => {
  const asked = await askedFor(...kinds);
  expect(asked.at(-1)).toBe(end);
  expect(asked.includes('imports.confirm')).toBe(end === 'done');
});
