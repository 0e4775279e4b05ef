/** The sample investor: invented exports and market data that ship with the app, with a profile and a policy. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { contract } from '../../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { type LocalDate, localDate } from '../../../../shared/time/local-date.ts';
import { endOfDay, timeZone } from '../../../../shared/time/time-zone.ts';
import type { CallContext } from '../../call-context.ts';
import type { UploadedFile } from '../../uploads.ts';
import { profileHandlers } from '../profile/profile.ts';
import { savePolicy } from '../targets/save-policy.ts';
import { type ImportedFiles, importFiles } from './import-files.ts';
import { type OpenedUpload, openUpload } from './open-upload.ts';
import { resourcesFolder } from './resources-folder.ts';

/** What "today" is in a ledger of the sample: the files end on it. */
export const sampleAsOf: LocalDate = localDate('2026-11-20');

/** Its last moment where the investor lives: the day's klines are over then, whatever zone the ledger has as yet. */
const endOfSampleDay = endOfDay(sampleAsOf, timeZone('America/New_York'));
const settingsFiles: ReadonlySet<string> = new Set(['profile.json', 'policy.json']);

/**
 * Imports the sample's files into the session's open ledger and stores its profile and policy.
 * Errors: `import/no-sample`, `ledger/locked`, and the ledger's.
 */
export async function importSampleInto(context: CallContext): Promise<Result<ImportedFiles>> {
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const resources = resourcesFolder();
  if (resources === undefined) return fail('import/no-sample', {});
  const folder = join(resources, 'sample');
  const paths = [...(await exportsIn(folder)), ...(await exportsIn(join(folder, 'market')))];
  const opened: OpenedUpload[] = [];
  for (const path of paths) {
    const file = basename(path);
    const upload: UploadedFile = { id: `sample-${file}`, file, bytes: await readFile(path) };
    const one = openUpload(upload, {});
    if (!one.ok) return one;
    opened.push(one.value);
  }
  const stored = await importFiles(opened, ledger, false, { ...context, now: endOfSampleDay });
  if (!stored.ok) return stored;
  const settings = await saveSettings(folder, context);
  return settings.ok ? ok({ ...stored.value, ledgerHash: ledger.hash() }) : settings;
}

/** Paths of a folder's files that importers read; the profile and the policy are settings. */
async function exportsIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).toSorted();
  return names
    .filter((name) => /\.(?:csv|json)$/u.test(name) && !settingsFiles.has(name))
    .map((name) => join(folder, name));
}

async function saveSettings(folder: string, context: CallContext): Promise<Result<void>> {
  const names = await readdir(folder);
  if (names.includes('profile.json')) {
    const request = contract['plan.saveProfile'].input.parse(await readJson(join(folder, 'profile.json')));
    const saved = await profileHandlers['plan.saveProfile'](request, context);
    if (!saved.ok) return saved;
  }
  if (names.includes('policy.json')) {
    const request = contract['targets.savePolicy'].input.parse(await readJson(join(folder, 'policy.json')));
    const saved = await savePolicy(request, context);
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
