import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const tickersName: Verb = {
  summary: 'says what a ticker of an exchange stands for, for files read from now on',
  usage: 'EXCHANGE TICKER=ASSET | EXCHANGE TICKER=',
  example: 'tickers name Binance HOT=HOLO    # `HOT=` takes the name back',
  options: {},
  async run(context) {
    const [exchange = '', word = '', more] = context.positionals;
    const [, ticker, asset] = /^([^=]+)=([^=]*)$/u.exec(word) ?? [];
    if (exchange === '' || ticker === undefined || asset === undefined || more !== undefined)
      return wrongUsage('EXCHANGE TICKER=ASSET', 'expected both, such as Binance HOT=HOLO');
    return await reportOf(
      await context.openLedger(),
      'tickers.name',
      { exchange, ticker, asset: asset === '' ? null : asset },
      () =>
        asset === ''
          ? `${ticker.toUpperCase()} at ${exchange} has no name of yours any more.`
          : `${ticker.toUpperCase()} at ${exchange} stands for ${asset.toUpperCase()} in files read from now on.`,
    );
  },
};
