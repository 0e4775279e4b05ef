/** Forms of small ledgers line by line, as their instructions have them, in test/cases/reports/*.json. */
import { expect, test } from 'vitest';
import { openTaxLedger, rowsOf } from '../../integration/tax/tax-ledger.fixture.ts';
import type { CallInput } from '../../../src/shared/contract/contract.ts';
import golden from './loss-year-2026.json' with { type: 'json' };

interface Section {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

test('a loss year of coins and section 1256 contracts', async () => {
  const { year, asOf, columns, rows, expected } = golden;
  const ledger = await openTaxLedger();
  await ledger.bring(asOf, columns, ...rows);
  for (const [kind, sections] of Object.entries(expected)) {
    const asked = { kind: kind as CallInput<'reports.preview'>['kind'], year };
    const paper = await ledger.ask('reports.preview', asked, asOf);
    for (const [id, section] of Object.entries(sections as Readonly<Record<string, Section>>)) {
      const printed = rowsOf(paper, id, ...section.columns);
      // Lines that the case leaves out are those that the form has nothing for.
      const told = new Set(section.rows.map(([first]) => first));
      const compared = printed.filter(([first]) => told.has(first ?? null));
      expect({ kind, id, rows: compared }).toEqual({ kind, id, rows: section.rows });
    }
  }
  await ledger.end();
});
