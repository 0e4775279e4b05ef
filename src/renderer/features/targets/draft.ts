/** The targets form: what is typed → a policy, exactly, with what is wrong said beside each field. Pure. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { clampToZero, isNegative, isPositive, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import { ratio } from '../../../shared/num/products.ts';
import { roundTo } from '../../../shared/num/rounding.ts';
import { oneRate, zeroMoney, zeroRate, type Money } from '../../../shared/num/types.ts';
import { percentEntry, readEntry } from '../../ui/decimal-entry.ts';

export type Policy = CallInput<'targets.savePolicy'>;
type Holding = CallAnswer<'holdings.read'>['holdings'][number];

export interface DraftRow {
  /** Tells rows apart while their names are being typed. */
  readonly id: string;
  readonly asset: string;
  /** Percent, as typed. */
  readonly weight: string;
}

export interface Draft {
  readonly rows: readonly DraftRow[];
  /** Points, as typed; empty for none. */
  readonly absoluteBand: string;
  /** Percent of the target, as typed; empty for none. */
  readonly relativeBand: string;
}

export interface CheckedDraft {
  /** null while something is missing or wrong. */
  readonly policy: Policy | null;
  /** By row id. */
  readonly assetErrors: Readonly<Record<string, string>>;
  readonly weightErrors: Readonly<Record<string, string>>;
  readonly absoluteError: string | null;
  readonly relativeError: string | null;
  /** The weights that can be read, added up. */
  readonly total: string;
  /** "5% left to give", "3% too much"; null where they add up to all. */
  readonly totalError: string | null;
}

export function draftOf({ targets, absoluteBand, relativeBand }: Policy): Draft {
  return {
    rows: targets.map(({ asset, weight }) => ({ id: asset, asset, weight: percentEntry(weight) })),
    absoluteBand: absoluteBand === null ? '' : percentEntry(absoluteBand),
    relativeBand: relativeBand === null ? '' : percentEntry(relativeBand),
  };
}

/** Where somebody without targets begins: the coins they hold, in whole per cent, and a usual band. */
export function firstDraft(holdings: readonly Holding[]): Draft {
  const coins = holdings.filter(({ assetClass }) => assetClass === 'coin');
  const values = coins.map(({ effectiveValue }) => clampToZero(money(effectiveValue ?? '0')));
  const all = sum(values, zeroMoney);
  const shares = coins.flatMap(({ asset }, index) => {
    const share = isPositive(all)
      ? roundTo(ratio<Money>(values[index] ?? zeroMoney, all, 'half-even'), 2, 'half-even')
      : zeroRate;
    return isPositive(share) ? [{ asset, share }] : [];
  });
  const [first, ...others] = shares;
  if (first === undefined) {
    // Held, but without prices: the names are known, the shares are not.
    const rows = coins.map(({ asset }) => ({ id: asset, asset, weight: '' }));
    return { rows: rows.length > 0 ? rows : [newRow([])], absoluteBand: '5', relativeBand: '' };
  }
  const rest = subtract(
    oneRate,
    sum(
      others.map(({ share }) => share),
      zeroRate,
    ),
  );
  return {
    rows: [{ ...first, share: rest }, ...others].map(({ asset, share }) => ({
      id: asset,
      asset,
      weight: percentEntry(toText(share)),
    })),
    absoluteBand: '5',
    relativeBand: '',
  };
}

export function newRow(rows: readonly DraftRow[]): DraftRow {
  const taken = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (taken.has(`row ${number}`)) number++;
  return { id: `row ${number}`, asset: '', weight: '' };
}

/** `saved`: the policy whose other rules stay as they are; the form has fields for shares and bands of all alone. */
export function checkDraft({ rows, absoluteBand, relativeBand }: Draft, saved?: Policy | null): CheckedDraft {
  const assetErrors: Record<string, string> = {};
  const weightErrors: Record<string, string> = {};
  const targets: Policy['targets'] = [];
  const seen = new Set<string>();
  for (const { id, asset, weight } of rows) {
    const name = asset.trim().toUpperCase();
    if (name === '') assetErrors[id] = 'Which asset?';
    else if (seen.has(name)) assetErrors[id] = `${name} is here twice`;
    seen.add(name);
    const entry = readEntry(weight, { percent: true });
    if (entry.ok) targets.push({ asset: name, weight: entry.value });
    else weightErrors[id] = entry.error ?? 'How much?';
  }
  const absolute = readBand(absoluteBand);
  const relative = readBand(relativeBand);
  const total = sum(
    targets.map(({ weight }) => rate(weight)),
    zeroRate,
  );
  const totalError = totalWords(toText(subtract(oneRate, total)));
  const wrong =
    Object.keys(assetErrors).length > 0 ||
    Object.keys(weightErrors).length > 0 ||
    absolute.error !== null ||
    relative.error !== null ||
    totalError !== null;
  return {
    policy: wrong
      ? null
      : { ...rulesOf(saved, targets), targets, absoluteBand: absolute.value, relativeBand: relative.value },
    assetErrors,
    weightErrors,
    absoluteError: absolute.error,
    relativeError: relative.error,
    total: toText(total),
    totalError,
  };
}

/** Everything else that the saved policy says; bands of assets that have no target any more go with them. */
function rulesOf(saved: Policy | null | undefined, targets: Policy['targets']): Partial<Policy> {
  if (saved === null || saved === undefined) return {};
  const { targets: _, absoluteBand: _absolute, relativeBand: _relative, ownBands, ...rules } = saved;
  const names = new Set(targets.map(({ asset }) => asset));
  return {
    ...rules,
    ...(ownBands === undefined ? {} : { ownBands: ownBands.filter(({ of }) => names.has(of)) }),
  };
}

/** Groups have no fields in the short form: such a policy is changed where all of it stands. */
export function isShortForm(policy: Policy | null): boolean {
  return policy === null || policy.groups === undefined || policy.groups.length === 0;
}

function readBand(typed: string): { readonly value: string | null; readonly error: string | null } {
  const entry = readEntry(typed, { percent: true });
  if (!entry.ok) return { value: null, error: entry.error };
  return isNegative(subtract(oneRate, rate(entry.value)))
    ? { value: null, error: 'At most 100%' }
    : { value: entry.value, error: null };
}

function totalWords(left: string): string | null {
  if (left === '0') return null;
  return left.startsWith('-')
    ? `${percentEntry(left.slice(1))}% too much`
    : `${percentEntry(left)}% left to give`;
}

/** Does the form say the same as the saved policy? "50.0" is "50". */
export function meansPolicy({ policy }: CheckedDraft, saved: Policy): boolean {
  return JSON.stringify(policy) === JSON.stringify(checkDraft(draftOf(saved), saved).policy);
}

/** Gives what is left to the last row, or takes from it what is too much; the draft itself where that is not possible. */
export function fillTheRest(draft: Draft): Draft {
  const last = draft.rows.at(-1);
  if (last === undefined) return draft;
  const { total } = checkDraft({ ...draft, rows: draft.rows.slice(0, -1) });
  const rest = roundTo(subtract(oneRate, rate(total)), 8, 'half-even');
  if (isNegative(rest)) return draft;
  return { ...draft, rows: [...draft.rows.slice(0, -1), { ...last, weight: percentEntry(toText(rest)) }] };
}
