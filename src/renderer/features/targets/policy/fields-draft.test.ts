import { describe, expect, test } from 'vitest';
import {
  checkFields,
  emptyFields,
  fieldsOf,
  newLine,
  type FieldsDraft,
  type Policy,
} from './fields-draft.ts';

const policy: Policy = {
  targets: [
    { asset: 'BTC', weight: '0.5' },
    { asset: 'CASH', weight: '0.1' },
  ],
  groups: [
    {
      name: 'Small',
      weight: '0.4',
      members: [
        { asset: 'SOL', share: '0.6' },
        { asset: 'ADA', share: '0.4' },
      ],
    },
  ],
  absoluteBand: '0.05',
  relativeBand: '0.25',
  ownBands: [
    { of: 'BTC', absolute: '0.03', relative: null },
    { of: 'Small', absolute: null, relative: null },
    { of: 'SOL', absolute: '0.1', relative: null },
  ],
  others: 'zero',
  calendar: 'quarter',
  atMostOncePer: 'month',
  returnTo: 'band-edge',
  costLimits: { shareOfMoved: '0.005', cost: null, tax: '2000' },
};

describe('the policy as fields', () => {
  test('there and back is the same policy', () => {
    expect(checkFields(fieldsOf(policy))).toEqual({ policy, errors: {} });
  });

  test('shares are shown in per cent, bands with their line', () => {
    const [btc, , small] = fieldsOf(policy).lines;
    expect(btc).toMatchObject({ name: 'BTC', weight: '50', band: 'own', absolute: '3' });
    expect(small).toMatchObject({ kind: 'group', band: 'none', members: [{ share: '60' }, { share: '40' }] });
  });

  test('names of assets are written large, those of groups as they are', () => {
    const draft: FieldsDraft = {
      ...emptyFields,
      lines: [{ ...newLine([], 'asset'), name: ' btc ', weight: '100', band: 'own', absolute: '2' }],
    };
    expect(checkFields(draft).policy).toMatchObject({
      targets: [{ asset: 'BTC', weight: '1' }],
      ownBands: [{ of: 'BTC', absolute: '0.02', relative: null }],
    });
  });

  test('all that cannot be read is said at once, each at its field', () => {
    const group = { ...newLine([], 'group'), members: [] };
    const draft: FieldsDraft = {
      ...emptyFields,
      lines: [{ ...newLine([], 'asset'), band: 'own' }, group],
      absoluteBand: 'x',
      limits: { shareOfMoved: '', cost: '-1', tax: '' },
    };
    expect(checkFields(draft)).toEqual({
      policy: null,
      errors: {
        'new asset 0 name': 'Which asset?',
        'new asset 0 weight': 'How much?',
        'new asset 0 absolute': 'How many points?',
        'new group 0 name': 'Name the group',
        'new group 0 weight': 'How much?',
        'new group 0 members': 'Add an asset',
        absoluteBand: 'This is not a number',
        'limits cost': 'This cannot be negative',
      },
    });
  });
});
