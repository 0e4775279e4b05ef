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
import { unsaid } from './unsaid.ts';

export interface ProfileProblem {
  readonly failure: Failure;
  /** A role, a word, or a name of the profile. */
  readonly field: string;
}

/** Out: none where the profile can read a file with its header. */
export function profileProblems(profile: MappingProfile): readonly ProfileProblem[] {
  return [...missingColumns(profile), ...unknownColumns(profile), ...wordsTwice(profile), ...unsaid(profile)];
}

/** What rows can be that the profile can come across, and how to speak of them. */
interface Rows {
  readonly meaning: Meaning;
  readonly rows: string;
  /** Rows whose word nobody listed: saying what they are can be the way out. */
  readonly isOther: boolean;
}

/** What no word means is a change of balance. */
function kindsOf({ meanings, otherwise, columns }: MappingProfile): readonly Rows[] {
  const words = ({ means }: Meaning): string => `"${mappingMeansWords[means]}"`;
  const others: Meaning = otherwise ?? { means: 'balance-change' };
  const isOther = columns.type !== undefined;
  return [
    ...meanings.map((meaning) => ({
      meaning,
      rows: `rows of the kind ${words(meaning)}`,
      isOther: false,
    })),
    {
      meaning: others,
      rows: isOther
        ? `rows with any other word (they are taken as ${words(others)})`
        : `rows of the kind ${words(others)}`,
      isOther,
    },
  ];
}

function missingColumns(profile: MappingProfile): readonly ProfileProblem[] {
  const found = new Map<string, ProfileProblem>();
  const need = (role: MappingRole, rows: string, or = ''): void => {
    if (found.has(role)) return;
    const what = lower(mappingRoleWords[role]);
    found.set(role, { failure: failure('mapping/no-column', { what, rows, or }), field: role });
  };
  if (profile.columns.time === undefined) need('time', 'rows');
  for (const kind of kindsOf(profile)) needsOf(profile, kind, need);
  return [...found.values()];
}

type Need = (role: MappingRole, rows: string, or?: string) => void;

const futuresMeans: ReadonlySet<MappingMeans> = new Set(['futures-fill', 'closed-position']);

function needsOf(profile: MappingProfile, kind: Rows, need: Need): void {
  const { means } = kind.meaning;
  if (means === 'ignore') return;
  if (means === 'trade' || means === 'trade-or-move') needsOfTrade(profile, kind, need);
  else if (futuresMeans.has(means)) needsOfFutures(profile, kind, need);
  else needsOfMove(profile, means, kind.rows, need);
}

/** Where a row of the kind does not say by itself whether it is a buy or a sell. */
function needSide(profile: MappingProfile, { meaning, rows, isOther }: Rows, need: Need): void {
  const { side, type } = profile.columns;
  if (meaning.side !== undefined || side !== undefined || type === undefined) return;
  const or = isOther
    ? ', or say what rows with any other word are, such as "Something else: only the balance changes"'
    : ', or say of each word whether it is a buy or a sell';
  need('side', rows, or);
}

function needsOfTrade(profile: MappingProfile, kind: Rows, need: Need): void {
  const { rows } = kind;
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
  needSide(profile, kind, need);
}

function needsOfFutures(profile: MappingProfile, kind: Rows, need: Need): void {
  const { rows } = kind;
  const { columns } = profile;
  if (columns.contract === undefined) need('contract', rows);
  if (kind.meaning.means === 'closed-position') {
    if (columns.profit === undefined) need('profit', rows);
    return;
  }
  if (columns.quantity === undefined) need('quantity', rows);
  if (columns.price === undefined) need('price', rows);
  needSide(profile, kind, need);
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
  if (means === 'balance-change' && has('profit')) return;
  // Deposits beside trades: what is deposited stands where trades say how many.
  const amounts = ['amount', 'received', 'sent', 'quantity', own] as const;
  if (!amounts.some(has)) need(own ?? 'amount', rows);
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

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
