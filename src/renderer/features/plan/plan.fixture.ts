import type { Plan, Step } from './view-model.ts';

export function step(id: string, date: string, doneAt: string | null = null): Step {
  return { id, date, text: `Step ${id}`, doneAt };
}

export function plan(id: string, fields: Partial<Plan> = {}): Plan {
  return {
    id,
    createdAt: '2026-11-01T00:00:00Z',
    exitDate: '2027-01-15',
    sentence: '',
    legs: [],
    steps: [],
    record: { sequence: 1, recordedAt: '2026-11-01T00:00:00Z', hash: 'h' },
    ...fields,
  };
}
