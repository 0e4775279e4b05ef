import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

export const hedgeMargin: Verb = {
  summary: 'says how a position is margined at the venue: no export tells it',
  usage: 'POSITION cross|isolated [--margin AMOUNT]',
  example: 'hedge margin position:binance-um:ETHUSDT@binance-futures isolated --margin 1200',
  options: {
    margin: { type: 'string', help: 'with isolated: what is set aside, in the asset it settles in' },
  },
  run: async (context) => {
    const [position, mode] = context.positionals;
    if (position === undefined)
      return wrongUsage('POSITION', 'say which position: `hedgerow monitor` names them');
    if (mode !== 'cross' && mode !== 'isolated')
      return wrongUsage('MODE', 'say cross or isolated, as the venue shows');
    const isolatedMargin = textOption(context, 'margin') ?? null;
    return await reportOf(
      await context.openLedger(),
      'hedge.setMargin',
      { position, mode, isolatedMargin },
      () => `The margin of ${position} is ${mode}.`,
    );
  },
};
