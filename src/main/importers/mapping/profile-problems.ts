/** What a mapping lacks and what in it contradicts: all at once, so that it is put right in one go. */
import type {
  MappingMeans,
  MappingProfile,
  MappingRole,
  Meaning,
} from '../../../shared/domain/mapping-profile.ts';
import { mappingMeansWords, mappingRoleWords } from '../../../shared/domain/mapping-profile.ts';
import { failure, type Failure } from '../../../shared/errors/failure.ts';
import { isHalf } from './mapped-half.ts';
import { parseTimeZone } from '../../../shared/time/time-zone.ts';

export interface ProfileProblem {
  readonly failure: Failure;
  /** A role, a word, or a name of the profile. */
  readonly field: string;
}

/** Out: none where the profile can read a file with its header. */
export function profileProblems(profile: MappingProfile): readonly ProfileProblem[] {
  return [
    ...missingColumns(profile),
    ...unknownColumns(profile),
    ...wordsTwice(profile),
    ...statesUnsaid(profile),
  ];
}

/** The kinds of rows that the profile can come across; what no word means is a change of balance. */
function meaningsOf({ meanings, otherwise }: MappingProfile): readonly Meaning[] {
  return [...meanings, otherwise ?? { means: 'balance-change' }];
}

function missingColumns(profile: MappingProfile): readonly ProfileProblem[] {
  const found = new Map<string, ProfileProblem>();
  const need = (role: MappingRole, rows: string, or = ''): void => {
    if (found.has(role)) return;
    const what = lower(mappingRoleWords[role]);
    found.set(role, { failure: failure('mapping/no-column', { what, rows, or }), field: role });
  };
  if (profile.columns.time === undefined) need('time', 'rows');
  for (const meaning of meaningsOf(profile)) needsOf(profile, meaning, need);
  return [...found.values()];
}

type Need = (role: MappingRole, rows: string, or?: string) => void;

const futuresMeans: ReadonlySet<MappingMeans> = new Set(['futures-fill', 'closed-position']);

function needsOf(profile: MappingProfile, meaning: Meaning, need: Need): void {
  const { means } = meaning;
  if (means === 'ignore') return;
  const rows = `rows of the kind "${mappingMeansWords[means]}"`;
  if (means === 'trade' || means === 'trade-or-move') needsOfTrade(profile, meaning, rows, need);
  else if (futuresMeans.has(means)) needsOfFutures(profile, meaning, rows, need);
  else needsOfMove(profile, means, rows, need);
}

function needsOfTrade(profile: MappingProfile, { side }: Meaning, rows: string, need: Need): void {
  const { columns, assets } = profile;
  if (isHalf(profile)) return;
  if (columns.received !== undefined || columns.sent !== undefined) {
    if (columns.received === undefined) need('received', rows);
    if (columns.sent === undefined) need('sent', rows);
    return;
  }
  if (columns.quantity === undefined)
    need('quantity', rows, ', or which columns have what came in and what went out');
  if (columns.price === undefined && columns.total === undefined)
    need('price', rows, ', or which has the total');
  if (columns.pair === undefined) {
    if (columns.base === undefined && assets.base === undefined) need('pair', rows, ', or name the coin');
    else if (columns.quote === undefined && assets.quote === undefined)
      need('quote', rows, ', or name what it is paid with');
  }
  if (side === undefined && columns.side === undefined && columns.type !== undefined) {
    need('side', rows, ', or say of each word whether it is a buy or a sell');
  }
}

function needsOfFutures(
  { columns }: MappingProfile,
  { means, side }: Meaning,
  rows: string,
  need: Need,
): void {
  if (columns.contract === undefined) need('contract', rows);
  if (means === 'closed-position') {
    if (columns.profit === undefined) need('profit', rows);
    return;
  }
  if (columns.quantity === undefined) need('quantity', rows);
  if (columns.price === undefined) need('price', rows);
  if (side === undefined && columns.side === undefined && columns.type !== undefined) {
    need('side', rows, ', or say of each word whether it is a buy or a sell');
  }
}

const ownAmount: Readonly<Partial<Record<MappingMeans, MappingRole>>> = {
  fee: 'fee',
  'futures-fee': 'fee',
  funding: 'funding',
  'realised-profit': 'profit',
  settlement: 'profit',
  liquidation: 'profit',
};

function needsOfMove({ columns }: MappingProfile, means: MappingMeans, rows: string, need: Need): void {
  const own = ownAmount[means];
  const has = (role: MappingRole | undefined): boolean => role !== undefined && columns[role] !== undefined;
  // A profile of trades alone meets other rows only where a word is new: they are told row by row.
  if (means === 'balance-change' && (has('quantity') || has('profit'))) return;
  if (!has('amount') && !has('received') && !has('sent') && !has(own)) need(own ?? 'amount', rows);
}

function unknownColumns({ columns, header }: MappingProfile): readonly ProfileProblem[] {
  return (Object.keys(columns) as MappingRole[]).flatMap((role) => {
    const column = columns[role];
    if (column === undefined || header.includes(column)) return [];
    const what = lower(mappingRoleWords[role]);
    const values = { column, what, columns: header.join(', ') };
    return [{ failure: failure('mapping/column-not-in-file', values), field: role }];
  });
}

function wordsTwice({ meanings, sides }: MappingProfile): readonly ProfileProblem[] {
  const twice = (words: readonly string[]): readonly string[] => {
    const small = words.map((word) => word.trim().toLowerCase());
    return [...new Set(small.filter((word, at) => small.indexOf(word) !== at))];
  };
  const words = [...twice(meanings.map(({ word }) => word)), ...twice([...sides.buy, ...sides.sell])];
  return words.map((word) => ({ failure: failure('mapping/word-twice', { word }), field: word }));
}

function statesUnsaid(profile: MappingProfile): readonly ProfileProblem[] {
  const { columns, finalStatus, timeZone, contract } = profile;
  const found: ProfileProblem[] = [];
  const all = meaningsOf(profile);
  for (const meaning of all) {
    if (meaning.means !== 'ignore' || meaning.rule !== undefined) continue;
    const word = 'word' in meaning ? String(meaning.word) : '';
    const rows = word === '' ? 'Other rows' : `Rows with the word "${word}"`;
    found.push({ failure: failure('mapping/no-rule', { rows }), field: word === '' ? 'otherwise' : word });
  }
  if (columns.status !== undefined && finalStatus.length === 0) {
    found.push({ failure: failure('mapping/no-final-status', { column: columns.status }), field: 'status' });
  }
  if (timeZone !== undefined && parseTimeZone(timeZone) === undefined) {
    found.push({ failure: failure('import/unknown-time-zone', { zone: timeZone }), field: 'timeZone' });
  }
  if (
    contract === null &&
    (columns.contract !== undefined || all.some(({ means }) => futuresMeans.has(means)))
  ) {
    found.push({ failure: failure('mapping/no-venue', {}), field: 'contract' });
  }
  return found;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
