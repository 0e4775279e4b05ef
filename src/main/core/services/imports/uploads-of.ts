import { failure, ok, type Failure, type Result } from '../../../../shared/errors/failure.ts';
import type { UploadedFile, UploadStore } from '../../uploads.ts';
import type { FileChoice } from './open-upload.ts';
import { isWorkbook, isZip, unpackZip, zipCaps } from './unpack-zip.ts';

export interface ChosenUpload {
  readonly upload: UploadedFile;
  readonly choice: FileChoice;
  /** Why it is not even a table. */
  readonly refusal?: Failure;
}

/**
 * The files that a request names, each once; those of an archive in its place, under uploads of their own.
 * Errors: `import/upload-unknown`. What is no table has its refusal: `import/workbook`, and those of `unpackZip`.
 */
export async function uploadsOf(
  files: readonly ({ readonly upload: string } & FileChoice)[],
  store: UploadStore,
): Promise<Result<readonly ChosenUpload[]>> {
  const chosen = new Map<string, ChosenUpload>();
  for (const { upload: id, ...choice } of files) {
    const upload = store.whole(id);
    if (!upload.ok) return upload;
    for (const one of await filesIn(upload.value, store)) chosen.set(one.upload.id, { ...one, choice });
  }
  return ok([...chosen.values()]);
}

async function filesIn(
  upload: UploadedFile,
  store: UploadStore,
): Promise<readonly Omit<ChosenUpload, 'choice'>[]> {
  const { id, file, bytes } = upload;
  if (upload.refusal !== undefined) return [chosenPart(upload)];
  if (isWorkbook(bytes)) return [{ upload, refusal: failure('import/workbook', { file }, { file }) }];
  if (!isZip(bytes)) return [{ upload }];
  const known = store.partsOf(id);
  if (known.length > 0) return known.map(chosenPart);
  // Small archives may be large inside: they share the room with all that waits.
  const unpacked = await unpackZip(file, bytes, { ...zipCaps, bytes: Math.min(zipCaps.bytes, store.room) });
  if (!unpacked.ok) return [{ upload, refusal: unpacked.failure }];
  const parts = unpacked.value.map((part, at) => ({ id: `${id}/${at + 1}`, ...part }));
  store.addParts(id, parts);
  return parts.map(chosenPart);
}

function chosenPart(part: UploadedFile): Omit<ChosenUpload, 'choice'> {
  return { upload: part, ...(part.refusal !== undefined && { refusal: part.refusal }) };
}
