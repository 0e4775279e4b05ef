import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Electron adds where the packaged app keeps what is not code. */
interface Packaged {
  readonly resourcesPath?: string;
}

/**
 * The folder of resources that ship with the app: beside the code's own folder, however deep it lies in it (`src/…`
 * under test, `out/main` when built, inside the archive when packaged). undefined where the installation lost it.
 */
export function resourcesFolder(from: string = import.meta.dirname): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'sample'))) return join(folder, 'resources');
    if (folder === dirname(folder)) break;
  }
  const { resourcesPath } = process as Packaged;
  const packaged = resourcesPath === undefined ? undefined : join(resourcesPath, 'resources');
  return packaged !== undefined && existsSync(join(packaged, 'sample')) ? packaged : undefined;
}
