/**
 * Files on their way in: pieces arrive as base64, so that no process ever needs a path from a screen.
 * Held in memory only; gone with the core process.
 *
 * Errors: `import/upload-unknown`, `import/upload-finished`, `import/upload-damaged`, `import/file-too-large`.
 */
import { fail, ok, type Failure, type Result } from '../../shared/errors/failure.ts';

const MIB = 1024 * 1024;
/** Caps of a hostile or mistaken file. */
const uploadCaps = { bytesPerFile: 512 * MIB, bytesInAll: 1024 * MIB } as const;

/** A file that has arrived whole. */
export interface UploadedFile {
  readonly id: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of a file of an archive: why it is no table. */
  readonly refusal?: Failure;
}

interface Arriving {
  readonly file: string;
  readonly pieces: Uint8Array[];
  size: number;
  whole: UploadedFile | null;
}

export class UploadStore {
  readonly #uploads = new Map<string, Arriving>();
  readonly #parts = new Map<string, UploadedFile>();
  readonly #partsOf = new Map<string, readonly UploadedFile[]>();
  readonly #caps: { readonly bytesPerFile: number; readonly bytesInAll: number };

  constructor(caps: { readonly bytesPerFile: number; readonly bytesInAll: number } = uploadCaps) {
    this.#caps = caps;
  }

  /** Adds a piece; with `last`, the file is whole. Out: bytes so far. A file that breaks a cap is dropped. */
  append(id: string, file: string, base64: string, last: boolean): Result<number> {
    const piece = decodeBase64(base64);
    if (piece === null) return fail('import/upload-damaged', { file }, { file });
    return this.appendBytes(id, file, piece, last);
  }

  /** As `append`, for callers in the same process that hold the bytes already. */
  appendBytes(id: string, file: string, piece: Uint8Array, last: boolean): Result<number> {
    const upload = this.#uploads.get(id) ?? { file, pieces: [], size: 0, whole: null };
    if (upload.whole !== null || upload.file !== file)
      return fail('import/upload-finished', { file }, { file });
    const size = upload.size + piece.length;
    if (size > this.#caps.bytesPerFile || this.#bytesHeld() + piece.length > this.#caps.bytesInAll) {
      this.#uploads.delete(id);
      return fail(
        'import/file-too-large',
        { file, limit: Math.floor(this.#caps.bytesPerFile / MIB) },
        { file },
      );
    }
    upload.pieces.push(piece);
    upload.size = size;
    if (last) finish(id, upload);
    this.#uploads.set(id, upload);
    return ok(size);
  }

  /** The file, once its last piece has come. */
  whole(id: string): Result<UploadedFile> {
    const whole = this.#uploads.get(id)?.whole ?? this.#parts.get(id);
    return whole == null ? fail('import/upload-unknown', { upload: id }) : ok(whole);
  }

  /** How many bytes more may wait to be imported. */
  get room(): number {
    return this.#caps.bytesInAll - this.#bytesHeld();
  }

  /** The files of an archive, as uploads of their own: gone with it. In: no more than there is room for. */
  addParts(archive: string, parts: readonly UploadedFile[]): void {
    for (const part of parts) this.#parts.set(part.id, part);
    this.#partsOf.set(archive, parts);
  }

  partsOf(archive: string): readonly UploadedFile[] {
    return this.#partsOf.get(archive) ?? [];
  }

  /** The last part that goes takes its archive along. */
  discard(id: string): void {
    this.#uploads.delete(id);
    for (const { id: part } of this.partsOf(id)) this.#parts.delete(part);
    this.#partsOf.delete(id);
    this.#parts.delete(id);
    for (const [archive, parts] of this.#partsOf)
      if (parts.every((part) => !this.#parts.has(part.id))) this.discard(archive);
  }

  #bytesHeld(): number {
    let bytes = 0;
    for (const upload of this.#uploads.values()) bytes += upload.size;
    for (const part of this.#parts.values()) bytes += part.bytes.length;
    return bytes;
  }
}

function finish(id: string, upload: Arriving): void {
  const [only] = upload.pieces;
  const bytes =
    upload.pieces.length === 1 && only !== undefined ? only : Buffer.concat(upload.pieces, upload.size);
  upload.whole = { id, file: upload.file, bytes };
  upload.pieces.length = 0;
}

/** null where the text is not whole base64: Node itself skips what it does not know. */
function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === (text.length / 4) * 3 - padding ? bytes : null;
}
