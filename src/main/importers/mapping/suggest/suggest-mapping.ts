/** A first mapping of a file that no importer knows, from its header's words and its cells: for the user to check. */
import type {
  MappingAsset,
  MappingProfile,
  MappingRole,
  Meaning,
  WordMeaning,
} from '../../../../shared/domain/mapping-profile.ts';
import { NUMBER_ROLES } from '../../../../shared/domain/mapping-profile.ts';
import type { DecimalMark } from '../../importer.ts';
import { DecimalMarkVote } from '../../csv/decimal-mark.ts';
import { separatorOf } from './cell-kinds.ts';
import { signOf, unitOf } from './column-patterns.ts';
import { findRoles, type FoundRoles } from './column-roles.ts';
import { feeInsideShown, feeInTotalShown } from './fee-inside-shown.ts';
import { type Preset, presets } from './presets.ts';
import { profitShown } from './profit-shown.ts';
import { suggestContract } from './suggest-futures.ts';
import type { TableSample } from './table-sample.ts';
import { isBuyWord, isFinalWord, isSellWord, meaningOfWord } from './word-meanings.ts';

/** Words of a column with how often each stands there. */
export type Words = ReadonlyMap<string, number>;

export interface Suggestion {
  readonly profile: MappingProfile;
  readonly roles: FoundRoles;
}

/** In: `presetId`, what the user says that it is; `wordsOf`, all words of a column in the whole file. */
export function suggestMapping(
  sample: TableSample,
  presetId: string | undefined,
  wordsOf: (column: string) => Words,
): Suggestion {
  const preset = presets.find(({ id }) => id === presetId) ?? presetOfName(sample.file);
  const roles = withTrades(findRoles(sample.columns, preset));
  const columnOf = (role: MappingRole): string | undefined => roles.get(role)?.column.name;
  const words = (role: MappingRole): readonly string[] => {
    const column = columnOf(role);
    return column === undefined ? [] : [...wordsOf(column).keys()].filter((word) => word !== '');
  };
  const isFutures = roles.has('contract');
  const pair = { prefix: prefixOf(preset, roles), separator: pairSeparator(preset, roles) };
  const decimalMark = shownMark(roles);
  const mark = decimalMark ?? sample.guess.decimalMark;
  const profile: MappingProfile = {
    hedgerowMapping: 1,
    name: preset?.name ?? nameOf(sample.file),
    header: sample.columns.map(({ name }) => name),
    account: accountOf(sample.file, preset, isFutures),
    ...(decimalMark !== null && { decimalMark }),
    columns: Object.fromEntries([...roles].map(([role, { column }]) => [role, column.name])),
    assets: { ...presetAssets(preset, roles), ...assetsOf(roles) },
    pair,
    meanings: [...words('type').flatMap((word) => meaningOf(word, preset, isFutures)), ...unnamed(roles)],
    otherwise: roles.has('type') ? null : plainMeaning(roles, sample),
    sides: {
      buy: words('side').filter((word) => isBuyWord(word)),
      sell: words('side').filter((word) => isSellWord(word)),
    },
    finalStatus: words('status').filter((word) => isFinalWord(word) === true),
    notFinalStatus: words('status').filter((word) => isFinalWord(word) === false),
    fees: {
      sign: feeSign(roles),
      inside:
        feeInsideShown(sample, roles, mark) ??
        feeInTotalShown(sample, roles, mark) ??
        (isFutures ? null : false),
    },
    ...profitShown(sample, roles, mark),
    contract: isFutures ? suggestContract(roles, pair, preset, nameOf(sample.file)) : null,
  };
  return { profile, roles };
}

/** Rows that say buy or sell, and nothing else of what they are, are trades: their amount is how many. */
function withTrades(roles: FoundRoles): FoundRoles {
  const amount = roles.get('amount');
  if (amount === undefined || !roles.has('side') || roles.has('type') || roles.has('quantity')) return roles;
  const hasMarket = roles.has('pair') || roles.has('contract') || roles.has('base');
  return new Map(
    [...roles].map(([role, found]) => {
      if (role === 'amount') return ['quantity', found] as const;
      return [role === 'asset' && !hasMarket ? 'base' : role, found] as const;
    }),
  );
}

function presetAssets(preset: Preset | null, roles: FoundRoles): MappingProfile['assets'] {
  const named = Object.entries(preset?.assets ?? {}) as [MappingAsset, string][];
  return Object.fromEntries(named.filter(([coin]) => !roles.has(coin)));
}

const unitRoles: readonly (readonly [amount: MappingRole, coin: MappingAsset])[] = [
  ['amount', 'asset'],
  ['quantity', 'base'],
  ['total', 'quote'],
  ['price', 'quote'],
  ['received', 'received-asset'],
  ['sent', 'sent-asset'],
  ['fee', 'fee-asset'],
  ['profit', 'profit-asset'],
];

/** "Fee in EUR" names the coin of the fee, where no column does. */
function assetsOf(roles: FoundRoles): MappingProfile['assets'] {
  const isInMarket = roles.has('pair') || roles.has('contract');
  const named = unitRoles.flatMap(([amount, coin]) => {
    const { title = '', cells = [] } = roles.get(amount)?.column ?? {};
    const unit = unitOf(title) ?? signOf(cells);
    const isSaid = roles.has(coin) || (isInMarket && (coin === 'base' || coin === 'quote'));
    return unit === null || isSaid ? [] : [[coin, unit] as const];
  });
  return Object.fromEntries(named);
}

/** Written down where the numbers show it: a later file of them may show nothing. */
function shownMark(roles: FoundRoles): DecimalMark | null {
  const vote = new DecimalMarkVote();
  for (const role of NUMBER_ROLES) for (const cell of roles.get(role)?.column.cells ?? []) vote.add(cell);
  return vote.told;
}

function presetOfName(file: string): Preset | null {
  return presets.find(({ fileWord }) => fileWord.test(file)) ?? null;
}

function meaningOf(word: string, preset: Preset | null, isFutures: boolean): readonly WordMeaning[] {
  const said = preset?.meanings.find((one) => one.word === word.toLowerCase());
  if (said !== undefined) return [{ ...said, word }];
  const guessed = meaningOfWord(word, isFutures);
  return guessed === null ? [] : [{ word, ...guessed }];
}

/** Rows with an empty label say what they are by their amounts. */
function unnamed(roles: FoundRoles): readonly WordMeaning[] {
  const isTold = roles.has('type') && roles.has('received') && roles.has('sent');
  return isTold ? [{ word: '', means: 'trade-or-move' }] : [];
}

/** Of files without a type column. */
function plainMeaning(roles: FoundRoles, { columns }: TableSample): Meaning {
  const inMarket = roles.has('quantity') && roles.has('price');
  if (roles.has('contract')) {
    if (roles.has('opened') && roles.has('profit')) return { means: 'closed-position' };
    if (inMarket || (roles.has('side') && !roles.has('opened'))) return { means: 'futures-fill' };
    if (roles.has('profit')) return { means: 'realised-profit' };
    return { means: columns.some(({ title }) => /funding/iu.test(title)) ? 'funding' : 'balance-change' };
  }
  if (roles.has('received') && roles.has('sent')) return { means: 'trade-or-move' };
  return { means: inMarket || roles.has('side') ? 'trade' : 'move' };
}

const walletFile = /wallet|trezor|metamask|electrum/iu;

function accountOf(file: string, preset: Preset | null, isFutures: boolean): MappingProfile['account'] {
  if (preset !== null) return preset.account;
  const name = nameOf(file);
  if (!isFutures && walletFile.test(file)) return { name, kind: 'wallet', venue: null };
  return { name, kind: isFutures ? 'futures' : 'exchange', venue: name };
}

/** "My-Exchange_trades_2025.csv" → My Exchange. */
function nameOf(file: string): string {
  const stem = file.replace(/\.[^.]*$/u, '');
  const words = stem.split(/[^\p{L}]+/u).filter((word) => word !== '' && !fileWords.test(word));
  const name = words.slice(0, 3).join(' ');
  return name === '' ? 'Unknown exchange' : name.charAt(0).toUpperCase() + name.slice(1, 60);
}

const fileWords =
  /^(?:trades?|history|export|transactions?|report|csv|all|orders?|spot|ledger|statement|file|data|from|to|utc|part|of|deposits?|withdrawals?|closed|positions?|fills?|umsaetze|umsätze|kontoauszug|verlauf)$/iu;

function pairSeparator(preset: Preset | null, roles: FoundRoles): string {
  const column = roles.get('pair') ?? roles.get('contract');
  return separatorOf(column?.column.cells ?? []) ?? preset?.pair.separator ?? '';
}

function prefixOf(preset: Preset | null, roles: FoundRoles): string {
  const prefix = preset?.pair.prefix ?? '';
  const cells = (roles.get('contract') ?? roles.get('pair'))?.column.cells ?? [];
  return prefix !== '' && cells.some((cell) => cell.toLowerCase().startsWith(prefix)) ? prefix : '';
}

/** Files that write what was paid with a minus write nothing else. */
function feeSign(roles: FoundRoles): MappingProfile['fees']['sign'] {
  const cells = roles.get('fee')?.column.cells ?? [];
  const negative = cells.filter((cell) => /^[(-]/u.test(cell)).length;
  return negative > cells.length / 2 ? 'negative-is-cost' : 'positive-is-cost';
}
