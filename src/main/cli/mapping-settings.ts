/** What `import map --set` may change of a suggested mapping: "time=Date; word:Zorb=income/staking; fees=negative-is-cost". */
import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts';
import { withRole, withSide, withState } from '../../shared/domain/mapping-draft.ts';
import { MAPPING_ASSETS, MAPPING_MEANS, MAPPING_ROLES } from '../../shared/domain/mapping-profile.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { wrongUsage } from './verb.ts';

export type Profile = CallInput<'mapping.save'>['profile'];
type Means = Profile['meanings'][number];

type Columns = CallAnswer<'mapping.suggest'>['columns'];

/**
 * In: `columns`, of the file. Errors: `call/invalid-input`, naming the setting. Whether what is said makes sense together
 * is for the core to say.
 */
export function withSettings(profile: Profile, text: string, columns: Columns = []): Result<Profile> {
  let changed = profile;
  for (const setting of text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const at = setting.lastIndexOf('=');
    const key = setting.slice(0, Math.max(at, 0)).trim();
    const value = setting.slice(at + 1).trim();
    const next = at < 1 ? null : withSetting(changed, key, value, columns);
    if (next === null)
      return wrongUsage('--set', `"${setting}" is not understood; expected one of: ${settingNames}`);
    changed = next;
  }
  return ok(changed);
}

const settingNames =
  'ROLE=COLUMN (nothing behind = for no column), word:WORD=MEANS[/buy|sell|long|short|staking|not-final …], other=MEANS, coin:fee-asset=USDT, zone=Europe/Berlin, dates=day-first, decimal=comma, account=NAME/futures/VENUE, contract=weex/linear or /inverse, final=Filled,Done, not-final=Reversed, buy=…, sell=…, prefix=…, separator=…, fees=negative-is-cost, fee=inside or fee=outside, funding=positive-is-paid or positive-is-received, profit=gross, profit=net or profit=net-of-fees';

export const settingsHelp = `changes, parted by semicolons: ${settingNames}. Roles: ${MAPPING_ROLES.join(', ')}. Meanings: ${MAPPING_MEANS.join(', ')}`;

function withSetting(profile: Profile, key: string, value: string, columns: Columns): Profile | null {
  const role = MAPPING_ROLES.find((one) => one === key);
  if (role !== undefined && !isSetting(profile, key, value)) return withColumn(profile, role, value, columns);
  if (key.startsWith('word:')) return withWord(profile, key.slice('word:'.length), value);
  const asset = MAPPING_ASSETS.find((one) => key === `coin:${one}`);
  if (asset !== undefined) return { ...profile, assets: { ...profile.assets, [asset]: value } };
  const allowed = settingValues[key];
  if (allowed !== undefined && !allowed.includes(value)) return null;
  return plainSettings[key]?.(profile, value) ?? null;
}

const settingValues: Readonly<Record<string, readonly string[]>> = {
  dates: ['year-first', 'day-first', 'month-first'],
  decimal: ['comma', 'point'],
  fees: ['negative-is-cost', 'positive-is-cost'],
  funding: ['positive-is-paid', 'positive-is-received'],
  profit: ['gross', 'net', 'net-of-fees'],
};

/** Some settings are called as a role is: "contract=weex/linear", "profit=net". A column of that name wins. */
const settingsOfRoles: Readonly<Record<string, RegExp>> = {
  contract: /^[a-z0-9-]+\/(?:linear|inverse|quanto)$/u,
  fee: /^(?:inside|outside)$/u,
  funding: /^positive-is-(?:paid|received)$/u,
  profit: /^(?:gross|net|net-of-fees)$/u,
};

function isSetting({ header }: Profile, key: string, value: string): boolean {
  return (settingsOfRoles[key]?.test(value) ?? false) && !header.includes(value.toLowerCase());
}

type Role = (typeof MAPPING_ROLES)[number];

/** Columns are called as the file writes them, or in small letters as a profile does. What follows is filled in. */
function withColumn(profile: Profile, role: Role, text: string, columns: Columns): Profile {
  const { [role]: _, ...others } = profile.columns;
  if (text === '') return { ...profile, columns: others };
  const name = text.toLowerCase();
  const column = columns.find((one) => one.name === name || one.title.toLowerCase() === name);
  return withRole(profile, column ?? { name, words: null }, role);
}

function withWord(profile: Profile, word: string, value: string): Profile {
  const others = profile.meanings.filter((one) => one.word.toLowerCase() !== word.toLowerCase());
  return { ...profile, meanings: [...others, { word, ...meaningOf(value) }] };
}

const sides = new Set(['buy', 'sell']);
const positionSides = new Set(['long', 'short']);

/** "futures-fill/buy/long" and "income/staking" and "ignore/not-final"; the core checks the words. */
function meaningOf(text: string): Omit<Means, 'word'> {
  const [means = '', ...details] = text.split('/').map((part) => part.trim());
  const side = details.find((detail) => sides.has(detail));
  const positionSide = details.find((detail) => positionSides.has(detail));
  const rest = details.find((detail) => !sides.has(detail) && !positionSides.has(detail));
  return {
    means,
    ...(side !== undefined && { side }),
    ...(positionSide !== undefined && { positionSide }),
    ...(rest !== undefined && (means === 'ignore' ? { rule: rest } : { reason: rest })),
  } as Omit<Means, 'word'>;
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Values are checked by the contract, so that they are passed on as they stand. */
const plainSettings: Readonly<Record<string, (profile: Profile, value: string) => Profile>> = {
  other: (profile, value) => ({ ...profile, otherwise: value === '' ? null : meaningOf(value) }),
  zone: (profile, timeZone) => ({ ...profile, timeZone }),
  dates: (profile, value) => ({ ...profile, dateOrder: value as Profile['dateOrder'] }),
  decimal: (profile, value) => ({ ...profile, decimalMark: value === 'comma' ? ',' : '.' }),
  name: (profile, name) => ({ ...profile, name }),
  account: (profile, value) => {
    const [name = '', kind = profile.account.kind, venue = name] = value
      .split('/')
      .map((part) => part.trim());
    return { ...profile, account: { name, kind: kind as Profile['account']['kind'], venue } };
  },
  contract: (profile, value) => {
    const [venue = '', payoff = null] = value.split('/').map((part) => part.trim());
    const contract = { venue, payoff } as NonNullable<Profile['contract']>;
    return { ...profile, contract: venue === '' ? null : contract };
  },
  // What a word was said to be before, it is no more.
  final: (profile, value) =>
    list(value).reduce((changed, word) => withState(changed, word, true), { ...profile, finalStatus: [] }),
  'not-final': (profile, value) =>
    list(value).reduce((changed, word) => withState(changed, word, false), {
      ...profile,
      notFinalStatus: [],
    }),
  buy: (profile, value) => list(value).reduce((changed, word) => withSide(changed, word, 'buy'), profile),
  sell: (profile, value) => list(value).reduce((changed, word) => withSide(changed, word, 'sell'), profile),
  prefix: (profile, prefix) => ({ ...profile, pair: { ...profile.pair, prefix } }),
  separator: (profile, separator) => ({ ...profile, pair: { ...profile.pair, separator } }),
  fees: (profile, value) => ({
    ...profile,
    fees: { ...profile.fees, sign: value as Profile['fees']['sign'] },
  }),
  fee: (profile, value) => ({ ...profile, fees: { ...profile.fees, inside: value === 'inside' } }),
  funding: (profile, value) => ({ ...profile, funding: value as Profile['funding'] }),
  profit: (profile, value) => ({ ...profile, profit: value as Profile['profit'] }),
};
