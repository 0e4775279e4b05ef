import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { MappingRole } from '../../../../shared/domain/mapping-profile.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { eachRow } from '../../../importers/csv/each-row.ts';
import { profileProblems, type ProfileProblem } from '../../../importers/mapping/profile-problems.ts';
import { presets } from '../../../importers/mapping/suggest/presets.ts';
import {
  suggestMapping,
  type Suggestion,
  type Words,
} from '../../../importers/mapping/suggest/suggest-mapping.ts';
import { isFinalWord, meaningOfWord } from '../../../importers/mapping/suggest/word-meanings.ts';
import { sampleTable, type TableSample } from '../../../importers/mapping/suggest/table-sample.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import type { UploadedFile } from '../../uploads.ts';
import { Pacer } from '../imports/pacer.ts';
import { isWorkbook, isZip } from '../imports/unpack-zip.ts';
import { ownImportersIn, profilesIn } from './kept-profiles.ts';
import { similarProfile } from './similar-profile.ts';
import { startProfile } from './start-profile.ts';

type Answer = CallAnswer<'mapping.suggest'>;

const sliceBytes = 128 * 1024;
const samplesShown = 5;
/** A column with more different cells holds no words. */
const wordsAtMost = 200;

/**
 * Errors: `import/upload-unknown`, `import/workbook`, `mapping/archive`, `mapping/no-such-preset`, `mapping/no-table`,
 * `ledger/locked`, those of reading a head.
 */
export const suggestMappingOf: Handler<'mapping.suggest'> = async (
  { upload: id, preset, delimiter },
  context,
) => {
  if (preset !== undefined && !presets.some((one) => one.id === preset)) {
    const known = presets.map((one) => one.id).join(', ');
    return fail('mapping/no-such-preset', { preset, known }, { field: 'preset' });
  }
  const upload = context.session.uploads.whole(id);
  if (!upload.ok) return upload;
  const { file, bytes } = upload.value;
  // Files of an archive are uploads of their own once it was looked at; the archive itself has no columns.
  if (isWorkbook(bytes)) return fail('import/workbook', { file }, { file });
  if (isZip(bytes)) return fail('mapping/archive', { file }, { file });
  const sample = sampleTable(file, bytes, delimiter);
  if (!sample.ok) return sample;
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const words = await wordsOf(sample.value, upload.value, context);
  const suggestion = suggestMapping(
    sample.value,
    preset,
    (column) => words.get(column) ?? new Map<string, number>(),
  );
  const kept = profilesIn(facts.value.settings);
  const own = ownImportersIn(facts.value.settings);
  const known = own.find((importer) => importer.detect(sample.value.guess.head) !== null);
  const similar = known === undefined ? similarProfile(suggestion.profile, kept) : null;
  // Whoever chooses a preset wants its words, and no other mapping's.
  const profile = startProfile(
    suggestion.profile,
    preset === undefined ? kept : [],
    known?.name ?? null,
    similar,
  );
  return ok({
    file: sample.value.file,
    columns: columnsOf(sample.value, suggestion, words),
    delimiter: sample.value.guess.delimiter,
    words: (['type', 'side', 'status'] as const).flatMap((role) => wordsShown(role, suggestion, words)),
    profile,
    problems: profileProblems(profile).map((problem) => shownProblem(problem)),
    presets: presets.map(({ id: presetId, name, words: about }) => ({ id: presetId, name, words: about })),
    known: known?.name ?? null,
    imports: known === undefined ? [] : await importsOf(known.id, context),
    similar,
  });
};

async function importsOf(format: string, { session }: CallContext): Promise<Answer['imports']> {
  const batches = (await session.ledger?.read.batches()) ?? [];
  return batches.filter((batch) => batch.format === format).map(({ id, file }) => ({ batch: id, file }));
}

export function shownProblem({
  failure,
  field,
}: ProfileProblem): CallAnswer<'mapping.preview'>['problems'][number] {
  const { code, message, fix } = failure;
  // Options of `import` answer nothing here: the wizard has fields and settings of its own.
  return { code, message, fix: fix.replaceAll(/ \((?:in the terminal: )?--[^()]*\)/gu, ''), field };
}

/** Of every column with few different cells, over the whole file. */
async function wordsOf(
  { encoding, guess, headerIndex, columns }: TableSample,
  { bytes, file }: UploadedFile,
  context: CallContext,
): Promise<ReadonlyMap<string, Words>> {
  const header = guess.head.rows[headerIndex]?.line ?? 0;
  const found = columns.map(() => new Map<string, number>());
  const take = (cells: readonly string[], line: number): void => {
    if (line <= header) return;
    for (const [at, words] of found.entries()) {
      const word = (cells[at] ?? '').trim();
      if (words.size <= wordsAtMost) words.set(word, (words.get(word) ?? 0) + 1);
    }
  };
  const { delimiter, newline } = guess;
  const pacer = new Pacer(context.signal);
  let at = 0;
  for (const _ of eachRow({ bytes, encoding, delimiter, newline }, take, sliceBytes)) {
    context.progress(`Reading ${file}`, Math.min((at += sliceBytes), bytes.length), bytes.length);
    await pacer.pause();
  }
  const named = columns.map(({ name }, place) => [name, found[place] ?? new Map<string, number>()] as const);
  return new Map(named.filter(([, words]) => words.size <= wordsAtMost));
}

function columnsOf(
  { columns }: TableSample,
  { roles }: Suggestion,
  words: ReadonlyMap<string, Words>,
): CallAnswer<'mapping.suggest'>['columns'] {
  const isFutures = roles.has('contract');
  return columns.map(({ name, title, cells }) => {
    const taken = [...roles].filter(([, { column }]) => column.name === name);
    return {
      name,
      title,
      samples: [...new Set(cells)].slice(0, samplesShown),
      roles: taken.map(([role]) => role),
      why: taken.map(([, { why }]) => why).join('; '),
      words: withMeanings(words.get(name), isFutures),
    };
  });
}

function withMeanings(
  words: Words | undefined,
  isFutures: boolean,
): CallAnswer<'mapping.suggest'>['columns'][number]['words'] {
  if (words === undefined) return null;
  return [...words].map(([word, count]) => ({
    word,
    count,
    usual: meaningOfWord(word, isFutures),
    final: isFinalWord(word),
  }));
}

function wordsShown(
  role: MappingRole,
  { roles }: Suggestion,
  words: ReadonlyMap<string, Words>,
): CallAnswer<'mapping.suggest'>['words'] {
  const column = roles.get(role)?.column.name;
  if (column === undefined) return [];
  return [...(words.get(column) ?? [])].map(([word, count]) => ({ role, word, count }));
}
