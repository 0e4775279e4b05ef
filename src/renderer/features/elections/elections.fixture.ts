import type { Effect, OptionEffect, Question, TaxElection } from './view-model.ts';

export function taxElection(change: Partial<TaxElection> = {}): TaxElection {
  return {
    id: 'funding',
    group: 'futures',
    kind: 'options',
    title: 'Funding',
    sentence: 'What funding is.',
    law: '26 U.S.C. 1001',
    deadline: 'No date.',
    options: [
      { value: 'a', words: 'Answer a' },
      { value: 'b', words: 'Answer b' },
    ],
    value: 'a',
    defaultValue: 'a',
    madeAt: null,
    year: null,
    late: null,
    ...change,
  };
}

export function question(change: Partial<Question> = {}): Question {
  const { group: _, year: __, ...rest } = taxElection();
  return { ...rest, ...change };
}

function optionEffect(change: Partial<OptionEffect> = {}): OptionEffect {
  return {
    value: 'b',
    words: 'Answer b',
    inForce: false,
    total: '1000',
    difference: '0',
    years: [],
    lossesAhead: '0',
    sentence: 'No difference for your ledger.',
    explain: null,
    ...change,
  };
}

export function effect(...options: readonly Partial<OptionEffect>[]): Effect {
  return {
    id: 'funding',
    title: 'Funding',
    year: null,
    options: [optionEffect({ value: 'a', inForce: true }), ...options.map(optionEffect)],
  };
}
