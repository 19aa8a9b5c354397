import { basename, dirname, extname, join } from 'node:path';
import { cassetteExtension } from '../../invoke/cassette-of.js';
import type { SuiteCase } from '../suite-case.js';

/**
 * Where the calls of a case are recorded unless it says another file: beside its file, under that name and its own; for a case
 * that is an event file beside that, under its name; for
 * one that was given inline in the service's folder. Absolute.
 */
export function cassetteOfCase({ name, event, origin: { file } }: SuiteCase, serviceFolder: string): string {
  if (file === undefined) return join(serviceFolder, `${plain(name)}${cassetteExtension}`);
  const base = basename(file, extname(file));
  const isOfEvent = event.kind === 'path' && event.path === file;
  return join(dirname(file), `${isOfEvent ? base : `${base}.${plain(name)}`}${cassetteExtension}`);
}

/** A name as part of a file's, on every system. */
function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^-|-$/g, '') || 'case';
}
