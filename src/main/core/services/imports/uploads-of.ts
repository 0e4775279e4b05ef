import { ok, type Result } from '../../../../shared/errors/failure.ts';
import type { UploadedFile, UploadStore } from '../../uploads.ts';
import type { FileChoice } from './open-upload.ts';

export interface ChosenUpload {
  readonly upload: UploadedFile;
  readonly choice: FileChoice;
}

/** The files that a request names, each once. Errors: `import/upload-unknown`. */
export function uploadsOf(
  files: readonly ({ readonly upload: string } & FileChoice)[],
  store: UploadStore,
): Result<readonly ChosenUpload[]> {
  const chosen = new Map<string, ChosenUpload>();
  for (const { upload: id, ...choice } of files) {
    const upload = store.whole(id);
    if (!upload.ok) return upload;
    chosen.set(id, { upload: upload.value, choice });
  }
  return ok([...chosen.values()]);
}
