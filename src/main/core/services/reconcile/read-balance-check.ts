/** What is computed against what files state, and against zero, place by place. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { checkBalances } from '../../../engine/events/check-balances.ts';
import type { CheckedBalance } from '../../../engine/events/check-balances.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

type Balance = CallAnswer<'holdings.balanceCheck'>['balances'][number];

export const readBalanceCheckHandlers: HandlersOf<'holdings.balanceCheck'> = {
  'holdings.balanceCheck': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const balances = checkedOf(derived.value.events).map((one) => balanceText(one, derived.value));
    return ok({
      asOf: dateText(derived.value.asOf),
      holds: balances.every(({ differs, belowZero }) => differs === null && belowZero === null),
      balances: balances.toSorted(
        (a, b) => a.accountName.localeCompare(b.accountName, 'en') || a.asset.localeCompare(b.asset, 'en'),
      ),
    });
  },
};

const checkedOf = keptFor(checkBalances);

function balanceText(found: CheckedBalance, derived: Derived): Balance {
  const { account, asset, computed, compared, stated, differs } = found;
  const below = found.belowZero;
  const belowZero = below === null ? null : { ...placeOf(below.event), balance: toText(below.balance) };
  const isOutside = isPaidFromOutside(found, derived);
  return {
    account,
    accountName: derived.accountName(account),
    asset,
    computed: toText(computed),
    stated:
      stated === null
        ? null
        : {
            ...placeOf(stated.event),
            balance: toText(stated.stated),
            computed: toText(stated.computed),
          },
    compared,
    differs:
      differs === null
        ? null
        : {
            ...placeOf(differs.event),
            stated: toText(differs.stated),
            computed: toText(differs.computed),
            difference: toText(subtract(differs.stated, differs.computed)),
          },
    belowZero: isOutside ? null : belowZero,
    paidFromOutside: isOutside ? belowZero : null,
  };
}

/** Exchanges sell for money that comes straight from a bank or a card, and do not write that it came. */
function isPaidFromOutside({ account, asset }: CheckedBalance, { facts }: Derived): boolean {
  const kind = assetClass(asset, facts.currency);
  return facts.accounts.get(account)?.kind === 'exchange' && (kind === 'currency' || kind === 'fiat');
}

function placeOf({ id, time, source }: LedgerEvent): {
  readonly event: string;
  readonly time: string;
  readonly file: string;
  readonly line: number;
} {
  return { event: id, time: toIso(time), file: source.file, line: source.line };
}
