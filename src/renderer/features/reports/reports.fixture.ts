import type { Paper, Section } from './view-model.ts';

export function paper(change: Partial<Paper> = {}): Paper {
  return {
    kind: 'form-8949',
    title: 'Form 8949',
    purpose: 'Sales of the year, by box.',
    perYear: true,
    years: [2024, 2025],
    missing: [],
    ...change,
  };
}

export function section(change: Partial<Section> = {}): Section {
  return {
    id: 'box-i',
    title: 'Box I',
    notes: [],
    columns: [
      { id: 'a', title: '(a) Description', kind: 'text' },
      { id: 'd', title: '(d) Proceeds', kind: 'money' },
    ],
    total: 2,
    rows: [
      { cells: [{ value: '0.25 BTC' }, { value: '900.00' }] },
      { cells: [{ value: '0.1 BTC' }, { value: '10000.12', exact: '10000.1234' }] },
    ],
    totals: { cells: [{ value: null }, { value: '10900.12' }] },
    ...change,
  };
}
