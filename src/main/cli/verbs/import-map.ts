import { readFile } from 'node:fs/promises';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { profileOfText } from '../../../shared/contract/mapping-profile.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { type Profile, settingsHelp, withSettings } from '../mapping-settings.ts';
import { mappingText } from '../mapping-text.ts';
import { upload } from '../upload.ts';
import { textOption, wrongUsage, type Verb, type VerbContext } from '../verb.ts';

export const importMap: Verb = {
  summary: 'says how a file that no format fits is read; saved, the mapping is a format like any other',
  usage: 'FILE [--preset ID] [--delimiter NAME] [--profile FILE.json] [--set "ROLE=COLUMN; …"] [--save NAME]',
  example: 'import map unknown.csv --set "time=Date; word:Zorb=income/staking" --save Zorb',
  options: {
    preset: {
      type: 'string',
      help: 'weex, bingx-standard-futures or coinbase-derivatives: words to look for',
    },
    delimiter: {
      type: 'string',
      help: 'comma, semicolon, tab or bar: what parts the cells, where the guess is wrong',
    },
    profile: { type: 'string', help: 'a mapping as `formats export` prints it, in place of a suggestion' },
    set: { type: 'string', help: settingsHelp },
    save: { type: 'string', help: 'keep the mapping under this name: the file is known by it from then on' },
  },
  run: async (context) => {
    const [path, ...others] = context.positionals;
    if (path === undefined || others.length > 0) return wrongUsage('FILE', 'say one file');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const id = await upload(calls.value, path);
    if (!id.ok) return id;
    const preset = textOption(context, 'preset');
    const delimiter = delimiterOf(textOption(context, 'delimiter'));
    if (delimiter === null) return wrongUsage('--delimiter', 'say comma, semicolon, tab or bar');
    const suggested = await calls.value.call('mapping.suggest', {
      upload: id.value,
      ...(preset !== undefined && { preset }),
      ...(delimiter !== undefined && { delimiter }),
    });
    if (!suggested.ok) return suggested;
    const profile = await chosenProfile(context, suggested.value);
    if (!profile.ok) return profile;
    const preview = await calls.value.call('mapping.preview', { upload: id.value, profile: profile.value });
    if (!preview.ok) return preview;
    const name = textOption(context, 'save');
    const saved =
      name === undefined ? null : await calls.value.call('mapping.save', { profile: profile.value });
    if (saved !== null && !saved.ok) return saved;
    const next =
      saved === null
        ? 'Nothing was stored. Change it with --set, keep it with --save NAME.'
        : `Saved as "${profile.value.name}". Now: hedgerow import ${path}`;
    const document = { suggestion: suggested.value, profile: profile.value, preview: preview.value };
    return ok({
      document,
      text: () =>
        `${mappingText(suggested.value, profile.value as typeof suggested.value.profile, preview.value)}\n\n${next}`,
    });
  },
};

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/** null where it is none of them. */
function delimiterOf(
  text: string | undefined,
): (typeof delimiters)[keyof typeof delimiters] | undefined | null {
  if (text === undefined) return undefined;
  const found = Object.entries(delimiters).find(([name, sign]) => name === text || sign === text);
  return found === undefined ? null : found[1];
}

/** The suggestion or a file's mapping, with what is said on the command line. */
async function chosenProfile(
  context: VerbContext,
  { profile: suggested, columns }: CallAnswer<'mapping.suggest'>,
): Promise<Result<Profile>> {
  const file = textOption(context, 'profile');
  const given = file === undefined ? ok(suggested) : await profileOf(file);
  if (!given.ok) return given;
  const set = withSettings(given.value, textOption(context, 'set') ?? '', columns);
  if (!set.ok) return set;
  const name = textOption(context, 'save');
  return ok(name === undefined ? set.value : { ...set.value, name });
}

/** Errors: those of `profileOfText`. */
async function profileOf(file: string): Promise<Result<Profile>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? wrongUsage('--profile', `the file ${file} cannot be read`) : profileOfText(text);
}
