/** What `import map --set` may change of a suggested mapping: "time=Date; word:Zorb=income/staking; fees=negative-is-cost". */
import type { CallInput } from '../../shared/contract/contract.ts';
import { MAPPING_ASSETS, MAPPING_MEANS, MAPPING_ROLES } from '../../shared/domain/mapping-profile.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { wrongUsage } from './verb.ts';

export type Profile = CallInput<'mapping.save'>['profile'];
type Means = Profile['meanings'][number];

/** Errors: `call/invalid-input`, naming the setting. Whether values make sense is for the core to say. */
export function withSettings(profile: Profile, text: string): Result<Profile> {
  let changed = profile;
  for (const setting of text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const at = setting.lastIndexOf('=');
    const key = setting.slice(0, Math.max(at, 0)).trim();
    const value = setting.slice(at + 1).trim();
    const next = at < 1 ? null : withSetting(changed, key, value);
    if (next === null)
      return wrongUsage('--set', `"${setting}" is not understood; expected one of: ${settingNames}`);
    changed = next;
  }
  return ok(changed);
}

const settingNames =
  'ROLE=COLUMN (nothing behind = for no column), word:WORD=MEANS[/buy|sell|long|short|staking|not-final …], other=MEANS, coin:fee-asset=USDT, zone=Europe/Berlin, dates=day-first, decimal=comma, account=NAME/futures/VENUE, contract=weex/linear, final=Filled,Done, not-final=Reversed, buy=…, sell=…, prefix=…, separator=…, fees=negative-is-cost, fee=inside, funding=positive-is-paid, profit=net';

export const settingsHelp = `changes, parted by semicolons: ${settingNames}. Roles: ${MAPPING_ROLES.join(', ')}. Meanings: ${MAPPING_MEANS.join(', ')}`;

function withSetting(profile: Profile, key: string, value: string): Profile | null {
  const role = MAPPING_ROLES.find((one) => one === key);
  if (role !== undefined && !isSetting(profile, key, value)) return withColumn(profile, role, value);
  if (key.startsWith('word:')) return withWord(profile, key.slice('word:'.length), value);
  const asset = MAPPING_ASSETS.find((one) => key === `coin:${one}`);
  if (asset !== undefined) return { ...profile, assets: { ...profile.assets, [asset]: value } };
  return plainSettings[key]?.(profile, value) ?? null;
}

/** Some settings are called as a role is: "contract=weex/linear", "profit=net". A column of that name wins. */
const settingsOfRoles: Readonly<Record<string, RegExp>> = {
  contract: /^[a-z0-9-]+\/(?:linear|inverse|quanto)$/u,
  fee: /^inside$/u,
  funding: /^positive-is-(?:paid|received)$/u,
  profit: /^(?:gross|net)$/u,
};

function isSetting({ header }: Profile, key: string, value: string): boolean {
  return (settingsOfRoles[key]?.test(value) ?? false) && !header.includes(value.toLowerCase());
}

function withColumn(profile: Profile, role: (typeof MAPPING_ROLES)[number], column: string): Profile {
  const { [role]: _, ...others } = profile.columns;
  return { ...profile, columns: column === '' ? others : { ...others, [role]: column.toLowerCase() } };
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
    const [venue = '', payoff = 'linear'] = value.split('/').map((part) => part.trim());
    const contract = { venue, payoff } as NonNullable<Profile['contract']>;
    return { ...profile, contract: venue === '' ? null : contract };
  },
  final: (profile, value) => ({ ...profile, finalStatus: list(value) }),
  'not-final': (profile, value) => ({ ...profile, notFinalStatus: list(value) }),
  buy: (profile, value) => ({ ...profile, sides: { ...profile.sides, buy: list(value) } }),
  sell: (profile, value) => ({ ...profile, sides: { ...profile.sides, sell: list(value) } }),
  prefix: (profile, prefix) => ({ ...profile, pair: { ...profile.pair, prefix } }),
  separator: (profile, separator) => ({ ...profile, pair: { ...profile.pair, separator } }),
  fees: (profile, value) => ({
    ...profile,
    fees: { ...profile.fees, sign: value as Profile['fees']['sign'] },
  }),
  fee: (profile) => ({ ...profile, fees: { ...profile.fees, inside: true } }),
  funding: (profile, value) => ({ ...profile, funding: value as Profile['funding'] }),
  profit: (profile, value) => ({ ...profile, profit: value as Profile['profit'] }),
};
