import type { z } from 'zod';
import type { contractText } from '../../../../shared/contract/targets-calls.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { listedContracts } from '../../../engine/futures/contract-lookup.ts';
import { confidenceWords, sourcesOf } from '../../../engine/futures/evidence.ts';
import { leastInitialRate } from '../../../engine/futures/least-margin.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';

/** The contracts one can choose today: perpetuals, and of dated series the next two expiries. */
export const listContracts: Handler<'targets.contracts'> = async ({ underlying }, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const today = localDateOf(context.now, facts.value.timeZone);
  const listed = listedContracts(facts.value.catalogue, today).filter(
    (terms) => underlying === undefined || terms.underlying === underlying.toUpperCase(),
  );
  return ok({ contracts: listed.map(termsText) });
};

function termsText(terms: ContractTerms): z.output<typeof contractText> {
  return {
    id: terms.id,
    venue: terms.venue,
    symbol: terms.symbol,
    name: terms.name,
    underlying: terms.underlying,
    quote: terms.quote,
    settleAsset: terms.settleAsset,
    kind: terms.kind,
    payoff: terms.payoff,
    multiplier: toText(terms.multiplier),
    quantityUnit: terms.quantityUnit,
    quantityStep: toText(terms.quantityStep),
    minQuantity: textOrNull(terms.minQuantity),
    expiry: terms.expiry === null ? null : dateText(terms.expiry),
    expiryRule: terms.expiryRule,
    takerFee: textOrNull(terms.takerFee),
    initialMargin: textOrNull(leastInitialRate(terms, 'short')),
    section1256: terms.section1256.status,
    section1256Settled: terms.section1256.settled,
    section1256Reason: terms.section1256.reason,
    usPersons: terms.usPersons,
    asOf: dateText(terms.asOf),
    confidence: confidenceWords(terms),
    sources: sourcesOf(terms),
  };
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
