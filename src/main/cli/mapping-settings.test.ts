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

  it('take columns as the file writes them, and say what their words usually mean', () => {
    const column = { name: 'what', title: 'What (kind)', samples: [], roles: [], why: '' };
    const words = [
      { word: 'Kauf', count: 2, usual: { means: 'trade' as const, side: 'buy' as const }, final: null },
      { word: 'Zorb', count: 1, usual: null, final: null },
    ];
    const changed = withSettings(profile, 'type=What (kind)', [{ ...column, words }]);
    expect(changed).toMatchObject({
      ok: true,
      value: {
        columns: { type: 'what' },
        meanings: [{ word: 'Kauf', means: 'trade', side: 'buy' }],
        otherwise: null,
      },
    });
  });

  it('say of a word one thing, and refuse values that are none', () => {
    expect(set('final=Done,Filled; not-final=filled')).toMatchObject({
      finalStatus: ['Done'],
      notFinalStatus: ['filled'],
    });
    for (const wrong of ['decimal=semicolon', 'dates=tuesday', 'fees=some', 'nonsense'])
      expect(withSettings(profile, wrong)).toMatchObject({ ok: false });
  });

  it('give way to a column of that name', () => {
    expect(set('profit=Net').columns.profit).toBe('net');
  });
});
