/** A ZIP of exports → its files, within limits: a small archive must not become a file that fills the memory. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { fail, failure, ok, type Failure, type Result } from '../../../../shared/errors/failure.ts';

const MIB = 1024 * 1024;

export const zipCaps = {
  entries: 100,
  /** Of all files together, unpacked. */
  bytes: 512 * MIB,
  /** How many times larger a file may be than it is packed: real exports reach ten, the most monotonous rows thirty. */
  ratio: 100,
  /** Below this size the ratio does not matter. */
  smallBytes: MIB,
} as const;

export interface UnpackedFile {
  /** "archive.zip/folder/part-00001.csv". */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Why it is no table: it was not unpacked, or is something else than its name says. */
  readonly refusal?: Failure;
}

export function isZip([a, b, c]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7);
}

/** A workbook of Excel, whatever its name says: a ZIP with a list of its contents, or the binary form before 2007. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return true;
  return (
    isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('[Content_Types].xml')
  );
}

/**
 * The tables inside; pictures, documents and what systems add are passed over. A workbook and an archive inside have their
 * refusal: `import/workbook`, `import/zip-nested`.
 * Errors: `import/zip-damaged`, `import/zip-encrypted`, `import/zip-too-large`, `import/zip-empty`.
 */
export async function unpackZip(
  file: string,
  bytes: Uint8Array,
  caps: { readonly [Name in keyof typeof zipCaps]: number } = zipCaps,
): Promise<Result<readonly UnpackedFile[]>> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    return await unpacked(file, zip, caps);
  } catch {
    // Whatever the library throws is about the archive: nothing else is done here.
    return fail('import/zip-damaged', { file }, { file });
  }
}

async function unpacked(
  file: string,
  zip: ZipFile,
  caps: { readonly [Name in keyof typeof zipCaps]: number },
): Promise<Result<readonly UnpackedFile[]>> {
  const found: UnpackedFile[] = [];
  const limits = { most: caps.entries, limit: Math.floor(caps.bytes / MIB) };
  const tooLarge = fail('import/zip-too-large', { file, ...limits }, { file });
  let size = 0;
  if (zip.entryCount > caps.entries) return tooLarge;
  for await (const entry of zip.eachEntry()) {
    const name = `${file}/${entry.fileName}`;
    const kind = kindOf(entry.fileName);
    if (kind === 'passed-over') continue;
    if (kind !== 'table') {
      found.push({ file: name, bytes: new Uint8Array(), refusal: refusalOf(kind, file, entry.fileName) });
      continue;
    }
    if (entry.isEncrypted()) return fail('import/zip-encrypted', { file }, { file });
    size += entry.uncompressedSize;
    if (size > caps.bytes || isBomb(entry, caps)) return tooLarge;
    const content = await contentOf(zip, entry);
    const inner = isWorkbook(content) ? 'workbook' : isZip(content) ? 'archive' : undefined;
    const refusal = inner && refusalOf(inner, file, entry.fileName);
    found.push({ file: name, bytes: content, ...(refusal !== undefined && { refusal }) });
  }
  return found.length === 0 ? fail('import/zip-empty', { file }, { file }) : ok(found);
}

/** The library holds each entry to the size that it states. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function isBomb(
  { uncompressedSize, compressedSize }: Entry,
  { ratio, smallBytes }: { readonly ratio: number; readonly smallBytes: number },
): boolean {
  return uncompressedSize > smallBytes && uncompressedSize > compressedSize * ratio;
}

type Kind = 'table' | 'workbook' | 'archive' | 'passed-over';

function kindOf(name: string): Kind {
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (last === '' || last.startsWith('.') || name.startsWith('__MACOSX/')) return 'passed-over';
  if (/\.(?:xlsx?|xlsm|xlsb|ods|numbers)$/iu.test(last)) return 'workbook';
  if (/\.(?:gz|tgz|bz2|xz|7z|rar|tar|zst)$/iu.test(last)) return 'archive';
  return /\.(?:csv|tsv|txt|json|zip)$/iu.test(last) || !last.includes('.') ? 'table' : 'passed-over';
}

function refusalOf(kind: Exclude<Kind, 'table' | 'passed-over'>, file: string, entry: string): Failure {
  const name = `${file}/${entry}`;
  return kind === 'workbook'
    ? failure('import/workbook', { file: name }, { file: name })
    : failure('import/zip-nested', { file, entry }, { file: name });
}
