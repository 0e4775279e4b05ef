import { expect, test } from 'vitest';
import { checkScenario, emptyScenario, emptyStep, type StepDraft } from './scenario-draft.ts';

function scenario(step: Partial<StepDraft>, name = 'Mine') {
  return { ...emptyScenario, name, steps: [{ ...emptyStep, ...step }] };
}

test('percentages become shares, empty fields nothing', () => {
  const { input, errors } = checkScenario(
    scenario({ hours: '12', allCoins: '-30', coins: { ETH: '-40', SOL: '' }, margin: '2', noAccess: true }),
  );
  expect(errors).toEqual({});
  expect(input).toEqual({
    name: 'Mine',
    steps: [{ hours: 12, coins: { '*': '-0.3', ETH: '-0.4' }, marginMultiplier: '2', noAccess: true }],
  });
});

test('futures that the exchange closes, funding, basis, stablecoins and haircuts', () => {
  const { input } = checkScenario(
    scenario({ stablecoins: '-5', basis: '5', funding: '0.3', haircut: '20', closed: 'shorts' }),
  );
  expect(input?.steps[0]).toEqual({
    stablecoins: { '*': '-0.05' },
    basis: '0.05',
    fundingPer8h: '0.003',
    haircut: '0.2',
    closed: 'shorts',
  });
});

test('a scenario in which nothing happens, or without a name, is not kept', () => {
  expect(checkScenario(scenario({})).input).toBeNull();
  expect(checkScenario(scenario({ hours: '5' })).input).toBeNull();
  expect(checkScenario(scenario({ allCoins: '-10' }, ' ')).input).toBeNull();
  expect(checkScenario(scenario({ allCoins: '-10' }, ' '), 'Tried').input?.name).toBe('Tried');
});

test.each([
  ['allCoins', '-100', 'At most a fall of 99.9%'],
  ['haircut', '100', 'Less than 100%'],
  ['margin', '0', 'This must be more than zero'],
  ['hours', 'x', 'This is not a number'],
] as const)('%s of %s is refused', (field, text, why) => {
  const { input, errors } = checkScenario(scenario({ [field]: text }));
  expect(input).toBeNull();
  expect(errors[`0 ${field}`]).toBe(why);
});
