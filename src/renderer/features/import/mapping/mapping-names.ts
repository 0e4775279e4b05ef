/** Names of mappings and accounts, and what the core would refuse or replace because of them: said beside the field. */
import type { Profile, ProfileProblem } from './mapping-draft.ts';

/** A mapping that is saved already. */
export type Kept = Pick<Profile, 'name' | 'header'>;

/** The name, or with a number behind it where files with other columns are known by it. */
export function freeName(profile: Profile, kept: readonly Kept[]): string {
  const { name } = profile;
  const names = [name, ...kept.map((_, at) => `${name} ${at + 2}`)];
  return names.find((one) => !isOthers({ ...profile, name: one }, kept)) ?? `${name} ${kept.length + 2}`;
}

/** Saving would put it in the place of a mapping of other files, which would then be known no more. */
function isOthers({ name, header }: Profile, kept: readonly Kept[]): boolean {
  const same = kept.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  return same !== undefined && same.header.toSorted().join('\n') !== header.toSorted().join('\n');
}

/** What the core would refuse before it looks at a mapping, or do without a word. */
export function unfilled(profile: Profile, kept: readonly Kept[]): readonly ProfileProblem[] {
  const { name, account, contract } = profile;
  return [
    ...(name.trim() === '' ? [lacking('name', 'The mapping has no name.', 'Type one.')] : []),
    ...(isOthers(profile, kept)
      ? [
          lacking(
            'name',
            'You have a mapping of that name, for files with other columns.',
            'Type another name.',
          ),
        ]
      : []),
    ...(account.name.trim() === '' ? [lacking('account', 'The account has no name.', 'Type one.')] : []),
    ...(contract !== null && !/^[a-z0-9-]{1,40}$/u.test(contract.venue)
      ? [lacking('contract', 'The exchange of the contracts has no short name.', 'Type one, such as weex.')]
      : []),
  ];
}

function lacking(field: string, message: string, fix: string): ProfileProblem {
  return { code: 'mapping/unfilled', message, fix, field };
}
