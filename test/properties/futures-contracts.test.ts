/** What holds of corrections to the catalogue: what is shown of a field can be typed again and means the same. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractCatalogue } from '../../resources/contracts/catalogue.ts';
import { fieldText } from '../../src/main/engine/futures/contract-fields/contract-field-words.ts';
import { parseField } from '../../src/main/engine/futures/contract-fields/parse-contract-field.ts';
import { correctedTerms } from '../../src/main/engine/futures/corrected-terms.ts';
import { EVIDENT_FIELDS } from '../../src/shared/domain/contract-terms.ts';
import type { ContractTerms, EvidentField } from '../../src/shared/domain/contract-terms.ts';
import { instantFromIso } from '../../src/shared/time/instant.ts';
import { utc } from '../../src/shared/time/time-zone.ts';

const setAt = instantFromIso('2026-11-22T00:00:00Z');

function corrected(terms: ContractTerms, field: EvidentField, value: string): ContractTerms {
  return correctedTerms(terms, [{ contract: terms.id, field, value, source: 'mine', setAt }], utc);
}

/** The value without what a correction says of its own source. */
function bare(terms: ContractTerms, field: EvidentField): unknown {
  return field === 'section1256' ? { ...terms.section1256, reason: '' } : terms[field];
}

describe('every field of the catalogue', () => {
  test.each(EVIDENT_FIELDS)('%s reads back as what it is', (field) => {
    for (const terms of contractCatalogue) {
      const text = fieldText(terms, field);
      const parsed = parseField(terms, field, text ?? 'unknown');
      if (text === null) continue;
      expect([terms.id, parsed.ok ? 'ok' : parsed.failure]).toEqual([terms.id, 'ok']);
      if (!parsed.ok) continue;
      const again = corrected(terms, field, parsed.value);
      expect([terms.id, bare(again, field)]).toEqual([terms.id, bare(terms, field)]);
      expect(fieldText(again, field)).toBe(text);
    }
  });
});

const number = fc.integer({ min: 1, max: 10_000_000 }).map((units) => String(units / 1000));
const share = fc.integer({ min: 1, max: 480 }).map((units) => String(units / 100));
const TYPED: Readonly<Partial<Record<EvidentField, fc.Arbitrary<string>>>> = {
  quantityStep: number,
  minQuantity: number,
  maxQuantity: number,
  minNotional: number,
  priceTick: number,
  feePerContract: number,
  takerFee: fc.oneof(
    share.map((part) => `${part} %`),
    share.map((part) => `${part} bp`),
  ),
  makerFee: fc.oneof(
    share.map((part) => `-${part} %`),
    share.map((part) => `${part}%`),
  ),
  fundingIntervalHours: fc.oneof(
    fc.integer({ min: 1, max: 24 }).map((hours) => `${hours} h`),
    fc.integer({ min: 1, max: 24 }).map((hours) => `${hours * 60} minutes`),
  ),
  maxLeverage: fc.integer({ min: 1, max: 1000 }).map((times) => `${times}x`),
  margin: fc
    .tuple(share, share)
    .map(([a, b]) => (Number(a) > Number(b) ? [a, b] : [b, a]))
    .map(([initial, maintenance]) => `initial ${initial}%, maintenance ${maintenance}%`),
  section1256: fc.constantFrom('yes', 'no', 'yes disputed', 'No, disputed'),
  resets: fc.constantFrom('never', 'daily', 'every day', 'settlement'),
  settlement: fc.constantFrom('cash', 'physical', 'in kind'),
};

describe('what is typed', () => {
  test.each(Object.entries(TYPED))(
    '%s: its canonical text, and what is shown of it, mean the same',
    (name, typed) => {
      const field = EVIDENT_FIELDS.find((one) => one === name);
      if (field === undefined) throw new Error(name);
      fc.assert(
        fc.property(fc.constantFrom(...contractCatalogue), typed, (terms, text) => {
          const first = parseField(terms, field, text);
          if (field === 'fundingIntervalHours' && terms.kind === 'dated') return;
          expect(first.ok ? 'ok' : first.failure).toBe('ok');
          if (!first.ok) return;
          const once = corrected(terms, field, first.value);
          const shown = fieldText(once, field);
          const second = parseField(once, field, shown ?? 'unknown');
          expect(second.ok ? second.value : second.failure).toBe(first.value);
          expect(once.evidence.filter(({ fields }) => fields.includes(field))).toHaveLength(1);
        }),
      );
    },
  );
});
