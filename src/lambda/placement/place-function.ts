import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ownTemporary } from '../../host/own-temporary.js';
import { isHere, type LambdaFunction, type LambdaLayer } from '../function/lambda-function.js';

/** Where a function's files are on this machine. */
export interface PlacedFunction extends AsyncDisposable {
  /** The folder of the code, which takes the place of `/var/task`. Absolute. */
  readonly taskRoot: string;
  /** The folder of the merged layers, which takes the place of `/opt`. Absolute; `undefined` if the function has none. */
  readonly layerRoot?: string;
  /**
   * The temporary folder of this placement, to which more can be added and which is removed at disposal. `undefined` if none
   * was needed.
   */
  readonly temporary?: string;
  /** The folders as the handler sees them, where it is contained; by default they are the same. */
  readonly seen?: SeenFolders;
}

/** The folders of a function in its room. */
export interface SeenFolders {
  /** Its `LAMBDA_TASK_ROOT`: `/var/task`, or where that is only a link, the code's own place. */
  readonly taskRoot: string;
  readonly taskAs: 'folder' | 'link';
}

/**
 * Puts the function's files where its runtime looks for them, with those of the layers that are here. Code in a folder stays where it is. Code to which files are
 * added, code from an archive, and layers go to a temporary folder, which is removed at disposal.
 * @throws UserError where an archive can't be unpacked, or a layer not be copied
 * @throws the signal's reason where that ends it
 */
export async function placeFunction(fn: LambdaFunction, signal: AbortSignal): Promise<PlacedFunction> {
  const { code, addedFiles = [] } = fn;
  const layers = fn.layers.filter(isHere);
  if (code.kind === 'folder' && layers.length === 0 && addedFiles.length === 0) {
    return { taskRoot: code.folder, [Symbol.asyncDispose]: async () => {} };
  }
  const folder = mkdtempSync(join(ownTemporary(), `invoke-local-function-${process.pid}-`));
  const remove = async (): Promise<void> => {
    const { rm } = await import('node:fs/promises');
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const taskRoot = await placeCode(fn, join(folder, 'task'), signal);
    const layerRoot =
      layers.length === 0 ? undefined : await placeLayers(layers, fn.origin, join(folder, 'opt'), signal);
    const opt = layerRoot === undefined ? {} : { layerRoot };
    return { taskRoot, ...opt, temporary: folder, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function placeCode(
  { code, addedFiles = [], origin }: LambdaFunction,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  if (code.kind !== 'zip') {
    if (code.kind === 'folder' && addedFiles.length === 0) return code.folder;
    const { composeFolder } = await import('./compose-folder.js');
    const source = code.kind === 'folder' ? { source: code.folder } : {};
    await composeFolder({ ...source, target: folder, files: addedFiles });
    return folder;
  }
  const { unpackZip } = await import('./unpack-zip.js');
  await unpackZip({ file: code.file, folder, role: 'artifact', origin: () => origin('artifact'), signal });
  return folder;
}

/** Lambda unpacks the layers in order into one folder: a later layer's file replaces an earlier one's of the same name. */
async function placeLayers(
  layers: readonly LambdaLayer[],
  origin: LambdaFunction['origin'],
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  mkdirSync(folder);
  const { mergeFolder } = await import('./merge-folder.js');
  for (const [index, layer] of layers.entries()) {
    const source = await layerFolder(layer, `${folder}-${index}`, () => origin('layers'), signal);
    await mergeFolder({ source, target: folder, signal, role: `layer ${layer.name}` });
  }
  return folder;
}

async function layerFolder(
  { name, code, addedFiles: files = [] }: LambdaLayer,
  folder: string,
  origin: () => ReturnType<LambdaFunction['origin']>,
  signal: AbortSignal,
): Promise<string> {
  if (code.kind !== 'zip') {
    if (code.kind === 'folder' && files.length === 0) return code.folder;
    const { composeFolder } = await import('./compose-folder.js');
    await composeFolder({ ...(code.kind === 'folder' ? { source: code.folder } : {}), target: folder, files });
    return folder;
  }
  const { unpackZip } = await import('./unpack-zip.js');
  await unpackZip({ file: code.file, folder, role: `artifact of the layer ${name}`, origin, signal });
  return folder;
}
