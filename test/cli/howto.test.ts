/** Every command that docs/howto shows is run on the sample ledger, as it stands there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trivialKdfCost } from '../../src/main/ledger/keys/kdf-cost.ts';
import { openLedger } from '../../src/main/ledger/open/open-ledger.ts';
import { root } from '../built.ts';
import { documentOf, hedgerow, onSampleDay, temporaryFolder, WarmHedgerow, type Ran } from './hedgerow.ts';

const folder = temporaryFolder();
const howto = join(root, 'docs', 'howto');
const env = { HEDGEROW_DATA_FOLDER: folder, ...onSampleDay };
let warm: WarmHedgerow;
let ledger = '';
const run = (words: readonly string[], stdin = ''): Promise<Ran> =>
  warm.run([...words, '--ledger', ledger], stdin);

interface Command {
  readonly line: string;
  readonly stdin: string;
}

/** What stands for something of the reader's own. */
const meant: Readonly<Record<string, string>> = {
  LEG: 'plan-1-leg-1',
  PLAN: 'plan-1',
  DATE: '2026-12-20',
  ID: 'cme:MBT',
  CONTRACT: 'binance-um:BTCUSDT',
  'buy|sell': 'sell',
};
/**
 * Needs a file, a document, a fill or a position of the reader's own, or what was done already before these are run; or
 * writes a record after one that is a moment younger by the clock of these runs, which begins anew with each.
 */
const ofTheReader =
  /\.csv|book\.txt|FILE|FILL|POSITION|--save|calc stress|hedge adopt|hedge link LEG --all|elections (?:set|identify)|policy decide|formats (?:export|drop)|exit (?:save|sheet|identify|replan|drop|list PLAN)/u;

/** In blocks and in running text, once each; what follows "<<'JSON'" is typed in. */
function commandsOf(page: string): Command[] {
  const found = new Map<string, Command>();
  const text = readFileSync(join(howto, page), 'utf8');
  const shown =
    /^(?: {4})?hedgerow (?<block>.*?)(?: {2,}#.*)?(?: <<'JSON'\n(?<stdin>[\s\S]*?)\nJSON)?$|`hedgerow (?<inline>[^`]+)`/gmu;
  for (const { groups } of text.matchAll(shown)) {
    const line = (groups?.['block'] ?? groups?.['inline'] ?? '').replaceAll(/\s+/gu, ' ').trim();
    const filled = line.replaceAll(/[A-Z]{2,}(?![\w:+-])|buy\|sell/gu, (word) => meant[word] ?? word);
    if (!ofTheReader.test(line)) found.set(filled, { line: filled, stdin: groups?.['stdin'] ?? '' });
  }
  return [...found.values()];
}

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:"[^"]*"|[^\s"])+/gu)].map(([word]) => word.replaceAll('"', ''));

const pages = readdirSync(howto)
  .filter((page) => commandsOf(page).length > 0)
  .map((page) => ({ page, commands: commandsOf(page) }));

interface Demo {
  readonly sample: { readonly status: { readonly path: string }; readonly passphrase: string };
}

beforeAll(async () => {
  const demo = documentOf(await hedgerow(['demo', '--folder', folder, '--json'], { env })) as Demo;
  warm = new WarmHedgerow(env, demo.sample.passphrase);
  ledger = demo.sample.status.path;
  await openQuickly(ledger, demo.sample.passphrase);
  // The pages speak of a plan and of its legs.
  const adopted = await run(['hedge', 'adopt', '--exit', '2026-12-20']);
  if (adopted.code !== 0) throw new Error(adopted.stderr);
}, 60_000);

/** Every command opens the ledger anew: without the cost of a real passphrase. */
async function openQuickly(path: string, secret: string): Promise<void> {
  const opened = await openLedger({ path, passphrase: secret });
  if (!opened.ok) throw new Error(opened.failure.message);
  const change = { current: secret, next: secret, kdfCost: trivialKdfCost };
  const changed = await opened.value.ledger.changePassphrase(change);
  if (!changed.ok) throw new Error(changed.failure.message);
  await opened.value.ledger.close();
}

afterAll(() => warm.end());

it('finds them', () => {
  const lines = pages.flatMap(({ commands }) => commands.map(({ line }) => line));
  expect(lines).toEqual(expect.arrayContaining(['stress --grid BTC --from -0.5 --to 1', 'monitor']));
  expect(lines.length).toBeGreaterThan(25);
});

describe.each(pages)('$page', ({ commands }) => {
  it('shows commands that work', async () => {
    const failed: string[] = [];
    for (const { line, stdin } of commands) {
      const { code, stderr } = await run(wordsOf(line), stdin);
      if (code !== 0) failed.push(`hedgerow ${line}: ${code} ${stderr}`);
    }
    expect(failed).toEqual([]);
  }, 120_000);
});
