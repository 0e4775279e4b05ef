/** What the core made → what is saved: a file as it is, several as one archive. Pure. */
import type { MadeFile } from './view-model.ts';
import { zipOf } from './zip.ts';

export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** In: at least one file. `fallback` names an archive whose files share no folder: "form-8949-2025". */
export function fileToSave(files: readonly MadeFile[], fallback: string): SavedFile | null {
  const [first] = files;
  if (first === undefined) return null;
  if (files.length === 1) {
    return { name: baseName(first.name), mediaType: first.mediaType, bytes: bytesOf(first) };
  }
  return {
    name: `${commonFolder(files.map(({ name }) => name)) ?? fallback}.zip`,
    mediaType: 'application/zip',
    bytes: zipOf(files.map((file) => ({ name: file.name, bytes: bytesOf(file) }))),
  };
}

function bytesOf({ encoding, content }: MadeFile): Uint8Array<ArrayBuffer> {
  if (encoding === 'text') return new TextEncoder().encode(content);
  const binary = atob(content);
  return Uint8Array.from(binary, (letter) => letter.codePointAt(0) ?? 0);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that all lie in; null where they do not. */
function commonFolder(names: readonly string[]): string | null {
  const folders = new Set(names.map((name) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : '')));
  const [only = ''] = folders;
  return folders.size === 1 && only !== '' ? only : null;
}
