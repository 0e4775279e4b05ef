import { fail, ok } from '../../../../shared/errors/failure.ts';
import { type Instant, toIso } from '../../../../shared/time/instant.ts';
import type { Importer } from '../../../importers/importer.ts';
import { importers } from '../../../importers/registry.ts';
import { tickerAliases, tickersInDoubt } from '../../../importers/tickers/ticker-aliases.ts';
import type { HandlersOf } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { ownImportersIn } from '../mapping/kept-profiles.ts';
import { namedTickersIn, TICKERS_KEY, tickersDocument } from './ticker-names.ts';

/** Errors: `tickers.name`: `import/unknown-exchange`. */
export const tickerHandlers: HandlersOf<'tickers.read' | 'tickers.name'> = {
  'tickers.read': async (_, { session }) => {
    const facts = await factsOf(session);
    if (!facts.ok) return facts;
    return ok({
      named: [...namedTickersIn(facts.value.settings)],
      table: tickerAliases.map(({ exchange, ticker, asset, from, until, source }) => ({
        exchange,
        ticker,
        asset: asset as string,
        from: textOf(from),
        until: textOf(until),
        source,
      })),
      inDoubt: tickersInDoubt.map(({ ticker, couldBe, source }) => ({
        ticker,
        couldBe: couldBe.map(({ asset, words }) => ({ asset: asset as string, words })),
        source,
      })),
    });
  },
  'tickers.name': async ({ exchange: asked, ticker, asset }, { session, clock }) => {
    const facts = await factsOf(session);
    if (!facts.ok) return facts;
    const { ledger } = session;
    if (ledger === null) return fail('ledger/locked', {});
    const all = [...importers, ...ownImportersIn(facts.value.settings)];
    const exchange = exchangeOf(asked, all);
    if (exchange === undefined) {
      const known = [...new Set(all.map((one) => one.exchange))].join(', ');
      return fail('import/unknown-exchange', { exchange: asked, known }, { field: 'exchange' });
    }
    const others = namedTickersIn(facts.value.settings).filter(
      (one) => one.exchange !== exchange || one.ticker !== ticker,
    );
    const named = asset === null ? others : [...others, { exchange, ticker, asset }];
    const saved = await ledger.write.saveSetting(TICKERS_KEY, tickersDocument(named), clock);
    return saved.ok ? ok({}) : saved;
  },
};

/** As the importers write it, whatever case the user does. */
function exchangeOf(asked: string, all: readonly Importer[]): string | undefined {
  return all.find(({ exchange }) => exchange.toLowerCase() === asked.toLowerCase())?.exchange;
}

function textOf(time: Instant | null): string | null {
  return time === null ? null : toIso(time);
}
