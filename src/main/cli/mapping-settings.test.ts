/** What `--set` says of a mapping. Source: docs/howto/map-an-unknown-file.md and `import map --help`. */
import { describe, expect, it } from 'vitest';
import { type Profile, withSettings } from './mapping-settings.ts';

const profile: Profile = {
  hedgerowMapping: 1,
  name: 'Perpex',
  header: ['time', 'instrument', 'pnl', 'fees', 'net'],
  account: { name: 'Perpex', kind: 'futures', venue: 'Perpex' },
  columns: { time: 'time', contract: 'instrument' },
  assets: {},
  pair: { prefix: '', separator: '' },
  meanings: [],
  otherwise: null,
  sides: { buy: [], sell: [] },
  finalStatus: [],
  fees: { sign: 'positive-is-cost', inside: false },
  funding: 'positive-is-received',
  profit: 'gross',
  contract: null,
};

function set(text: string): Profile {
  const changed = withSettings(profile, text);
  if (!changed.ok) throw new Error(changed.failure.message);
  return changed.value;
}

describe('settings of a mapping', () => {
  it('are told from columns where they are called as a role is', () => {
    const changed = set('contract=weex/linear; fee=inside; funding=positive-is-paid');
    expect(changed).toEqual({
      ...profile,
      contract: { venue: 'weex', payoff: 'linear' },
      fees: { sign: 'positive-is-cost', inside: true },
      funding: 'positive-is-paid',
    });
    expect(set('fee=Fees; contract=Instrument').columns).toEqual({ ...profile.columns, fee: 'fees' });
  });

  it('give way to a column of that name', () => {
    expect(set('profit=Net').columns.profit).toBe('net');
  });
});
