import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { sizeText, sizeUnit } from '../../../engine/futures/contract-fields/size-unit.ts';
import {
  multiplierCheck,
  valueAssets,
  type MultiplierCheck,
  type StatedPosition,
} from '../../../engine/futures/multiplier-check.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { contractNamed } from './contract-named.ts';

type Answer = CallAnswer<'contracts.selfCheck'>;

/** Does the size of a contract give what a statement says? Errors: `contracts/unknown`, `contracts/no-value-in`. */
export const selfCheck: Handler<'contracts.selfCheck'> = async (request, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { contract } = request;
  const named = contractNamed(contract, facts.value);
  if (!named.ok) return named;
  const terms = named.value;
  const known = valueAssets(terms);
  const asset = request.asset === undefined ? known[0] : assetId(request.asset);
  if (asset === undefined || !known.includes(asset))
    return fail(
      'contracts/no-value-in',
      { contract, asset: asset ?? '', known: known.join(', ') },
      { field: 'asset' },
    );
  const stated = {
    quantity: quantity(request.quantity),
    price: price(request.price),
    value: quantity(request.value),
    asset,
  };
  return ok(answerOf(terms, stated, multiplierCheck(terms, stated)));
};

function answerOf(terms: ContractTerms, stated: StatedPosition, check: MultiplierCheck): Answer {
  const { computed, ratio, verdict } = check;
  return {
    fits: verdict.kind === 'fits',
    computed: toText(computed),
    stated: toText(stated.value),
    asset: stated.asset,
    ratio: toText(ratio),
    verdict: verdict.kind,
    words: `${comparison(terms, stated, check)} ${explanation(terms, check)}`,
    suggestions: suggestionsOf(terms, check),
  };
}

function comparison(
  terms: ContractTerms,
  { quantity: amount, value, asset }: StatedPosition,
  { computed }: MultiplierCheck,
): string {
  const unit = UNITS[terms.quantityUnit](terms);
  return `${quantityText(amount, unit)} of ${terms.symbol}, each ${sizeText(terms)}, are worth ${quantityText(computed, asset)}; the exchange states ${quantityText(value, asset)}.`;
}

function explanation(terms: ContractTerms, { verdict, ratio }: MultiplierCheck): string {
  switch (verdict.kind) {
    case 'fits':
      return 'That fits: the size of the contract is right.';
    case 'unit':
      return `It would fit if the quantity counted ${UNITS[verdict.unit](terms)}: then either it was typed in ${UNITS[verdict.unit](terms)} and is ${quantityText(verdict.inBox, UNITS[terms.quantityUnit](terms))}, or the exchange’s quantity box counts ${UNITS[verdict.unit](terms)}, and the terms here are wrong.`;
    case 'factor':
      return `The stated value is about ${toText(verdict.factor)} times that: the contract is more likely ${quantityText(verdict.multiplier, sizeUnit(terms))}, or the price is quoted for several coins at once.`;
    case 'differs':
      return `The stated value is ${toText(ratio).slice(0, 8)} times that, which no usual slip explains: check quantity, price and that all three are of one line and one time.`;
  }
}

function suggestionsOf(terms: ContractTerms, { verdict }: MultiplierCheck): Answer['suggestions'] {
  if (verdict.kind === 'factor') {
    const value = toText(verdict.multiplier);
    return [
      { field: 'multiplier', value, words: `Set the size of a contract to ${value} ${sizeUnit(terms)}.` },
    ];
  }
  if (verdict.kind !== 'unit') return [];
  return [
    {
      field: 'quantityUnit',
      value: verdict.unit,
      words: `If the exchange’s box counts ${UNITS[verdict.unit](terms)}: set the unit of the quantity box to it.`,
    },
    { field: 'multiplier', value: '1', words: 'Then set the size of one unit to 1.' },
  ];
}

const UNITS = {
  contracts: () => 'contracts',
  base: ({ underlying }: ContractTerms) => underlying,
  quote: ({ quote }: ContractTerms) => quote,
} as const;
