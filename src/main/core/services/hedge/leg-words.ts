import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { currentPart } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';

/** "12 contracts", "0.06 BTC", "15,000 USD". */
export function orderWords(
  amount: Quantity,
  spec: Pick<ContractSpec, 'quantityUnit' | 'underlying' | 'quote'>,
): string {
  const { quantityUnit, underlying, quote } = spec;
  const unit = { contracts: 'contracts', base: underlying, quote }[quantityUnit];
  const text = quantityText(amount, unit);
  return text === '1 contracts' ? '1 contract' : text;
}

/** What became of a leg, in one sentence. */
export function stateWords(life: LegLife, { facts }: Derived): string {
  const { leg, terms, state, position } = life;
  const planned = terms === undefined ? '' : orderWords(leg.quantity, terms);
  const day = (at: Instant): string => dateText(localDateOf(at, facts.timeZone));
  const [first] = position.contracts;
  const now = currentPart(life);
  if (first === undefined) return `Planned: ${planned}; no fill is linked yet.`;
  const opened = `Opened on ${day(first.opened)}`;
  if (now === null) {
    const last = position.contracts.at(-1) ?? first;
    return `${opened} and closed on ${day(last.closed ?? last.opened)}.`;
  }
  const open = orderWords(now.part.quantity.amount, now.part.spec);
  if (state === 'rolled') {
    const rolls = position.contracts.length - 1;
    return `${opened}, rolled ${rolls === 1 ? 'once' : `${rolls} times`}, now ${open} of ${now.part.spec.symbol}.`;
  }
  if (state === 'adjusted') return `${opened} and adjusted since: ${open} are open, of ${planned} planned.`;
  return `${opened} with ${open}, of ${planned} planned.`;
}
