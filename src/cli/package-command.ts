import { displayPath } from '../diagnostics/display-path.js';
import { nameInPackage, type PackagedFile } from '../package/list-package.js';
import { type PackageContents, packageContents } from '../package/package-contents.js';
import { openAskedFunction, type TellingParts } from './asked-function.js';
import { exitCodes } from './exit-codes.js';
import { parseOptions } from './options.js';
import { packageRemarks, packageSizes } from './package-remarks.js';
import { writeAll } from './print.js';

const usage = `Usage: invoke-local package -f NAME --list

Prints the files that a deploy would put into the function's package, with their sizes in bytes, largest first.
Options that find the project are those of the invocation.
`;

/**
 * `invoke-local package`: prints what a deploy would put into a function's package.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where an option is wrong, or the function can't be loaded
 */
export async function printPackage(argv: readonly string[], parts: TellingParts): Promise<number> {
  const options = parseOptions(argv.filter((argument) => argument !== '--list'));
  if (options.switches.has('help')) {
    await writeAll(process.stdout, usage);
    return exitCodes.success;
  }
  await using asked = await openAskedFunction(options, parts);
  const { name, service, report } = asked;
  const fn = await service.load(name);
  const contents = await packageContents(fn);
  switch (contents.kind) {
    case 'archive':
      parts.stderr.line(`${fn.key} is deployed as the archive ${displayPath(contents.file)}.`);
      return exitCodes.success;
    case 'bundle':
      parts.stderr.line(
        `${fn.key} is deployed as the bundle that ${contents.bundler} makes of it, which is not made here.`,
      );
      return exitCodes.success;
    case 'no-package':
      parts.stderr.line(`${fn.key} has no package: its code is in the configuration, or in an image.`);
      return exitCodes.success;
    default:
      await writeAll(process.stdout, listing(contents.files));
      for (const line of besideFiles(contents)) parts.stderr.line(line);
      parts.stderr.line(await packageSizes({ function: fn, ...contents }));
      for (const remark of await packageRemarks({ function: fn, ...contents })) report(remark);
      return exitCodes.success;
  }
}

/** What of the package the list does not have, in sentences. */
function besideFiles({ installs, unsure }: Extract<PackageContents, { kind: 'files' }>): string[] {
  const lines: string[] = [];
  if (installs?.elsewhere !== undefined) lines.push(`Beside these files: nothing, since ${installs.elsewhere}.`);
  else if (installs?.manifest !== undefined) {
    const { names } = installs.leftOut ?? { names: [] };
    const without = names.length === 0 ? '' : `, without ${names.join(', ')}`;
    const { tool, manifest } = installs;
    lines.push(`Beside these files: what ${tool} installs from ${displayPath(manifest.file)}${without}.`);
  }
  if (unsure !== undefined) lines.push(`The list may be another one: ${unsure}.`);
  return lines;
}

function listing(files: readonly PackagedFile[]): string {
  const width = Math.max(0, ...files.map(({ bytes }) => String(bytes).length));
  return files
    .toSorted((one, other) => other.bytes - one.bytes || (one.path < other.path ? -1 : 1))
    .map(({ path, bytes }) => `${String(bytes).padStart(width)} ${nameInPackage(path)}\n`)
    .join('');
}
