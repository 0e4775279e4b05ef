import type { AssetId } from '../../../shared/domain/asset.ts';
import { failure } from '../../../shared/errors/failure.ts';
import type { EventDraft, Sink } from '../importer.ts';
import type { TickerBook } from './ticker-book.ts';

/**
 * A sink that keeps back rows with a ticker that stands for several coins, until the user has named it: a wrong guess
 * would put gains into the wrong coin. Errors, one a row: `import/ticker-in-doubt`.
 */
export function withoutRowsInDoubt(sink: Sink, tickers: TickerBook, file: string): Sink {
  return {
    event: (key, draft) => {
      if (!keptBack(draft, sink, tickers, file)) sink.event(key, draft);
    },
    price: (mark, line, raw, quote) => sink.price(mark, line, raw, quote),
    observation: (observation, line, raw) => sink.observation(observation, line, raw),
    account: (account, isGuess) => sink.account(account, isGuess),
    ignored: (rule, line, raw) => sink.ignored(rule, line, raw),
    problem: (problem) => sink.problem(problem),
  };
}

function keptBack(
  { legs, time, line, raw }: EventDraft,
  sink: Sink,
  tickers: TickerBook,
  file: string,
): boolean {
  for (const { asset } of legs) {
    const doubt = tickers.doubtAbout(asset, time);
    if (doubt === null) continue;
    const couldBe = doubt.couldBe.map((one) => `${one.words} (${one.asset})`).join(' or ');
    const values = { ticker: asset, exchange: tickers.exchange, couldBe, first: firstOf(doubt.couldBe) };
    const where = { file, row: line };
    const cause = `import/ticker-in-doubt ${asset}`;
    sink.problem({
      severity: 'error',
      failure: failure('import/ticker-in-doubt', values, where),
      cause,
      line,
      raw,
    });
    return true;
  }
  return false;
}

function firstOf(couldBe: readonly { readonly asset: AssetId }[]): string {
  return couldBe[0]?.asset ?? '';
}
