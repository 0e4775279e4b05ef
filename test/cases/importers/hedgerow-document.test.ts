/** docs/formats/hedgerow-csv.md promises a row of every kind: its examples are read, and say what the page says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../../../src/shared/domain/event.ts';
import { columnTitles } from '../../../src/main/importers/hedgerow-columns.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/formats/hedgerow-csv.md'), 'utf8');
const examples = [...page.matchAll(/```csv\n(.*?)```/gsu)].map((match) => match[1] ?? '');
const read = examples.map((text) => readText(text));

describe('docs/formats/hedgerow-csv.md', () => {
  it.each(examples.map((text, at) => ({ at, text })))('example $at is read whole', ({ at, text }) => {
    expect(read[at]).toMatchObject({ message: '', format: 'hedgerow-csv', problemLines: [] });
    expect((read[at]?.events.length ?? 0) + (read[at]?.prices.length ?? 0)).toBe(
      text.trim().split('\n').length - 1,
    );
  });

  it('has a row of every kind', () => {
    const kinds = new Set(read.flatMap(({ drafts }) => drafts.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual([...EVENT_KINDS].toSorted());
    expect(read.flatMap(({ prices }) => prices)).toHaveLength(3);
  });

  it('names every column', () => {
    for (const title of columnTitles) expect(page).toContain(`\`${title}\``);
  });

  it('says which events a correction replaces', () => {
    const corrections = read.flatMap(({ drafts }) => drafts.filter(({ replaces }) => replaces !== undefined));
    expect(corrections.map(({ kind, replaces }) => [kind, replaces?.length])).toEqual([
      ['transfer', 2],
      ['gift-received', 1],
    ]);
  });

  it('says what its rows become', () => {
    const events = read.flatMap((one) => one.events);
    expect(events).toContain(
      '3 2025-04-02T09:00:00Z transfer: +1 ETH in ledger-nano, -1 ETH in kraken, -0.001 ETH fee in kraken',
    );
    expect(events).toContain(
      '2 2025-05-01T12:00:00Z deposit: +0.5 BTC in ledger-nano, cost 2050 from 2017-08-20T00:00:00Z',
    );
    expect(events).toContain(
      '6 2026-02-11T03:12:44Z liquidation: -3.2 USDT insurance, -0.46 USDT fee, -140 USDT profit, sell 10 binance-um:SOLUSDT at 92.1',
    );
    expect(events).toContain('3 2026-02-01T08:00:00Z funding: -0.42 USDT funding, on binance-um:BTCUSDT');
  });
});
