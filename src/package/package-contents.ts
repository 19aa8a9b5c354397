import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { InstalledPackages } from '../lambda/function/packaging.js';
import { listPackage, type PackagedFile } from './list-package.js';

/** What a deploy would upload for a function. */
export type PackageContents =
  | {
      readonly kind: 'files';
      readonly files: readonly PackagedFile[];
      readonly root: string;
      /** What a tool installs beside them. */
      readonly installs?: InstalledPackages;
      /** Why it may be other files: the end of a sentence. */
      readonly unsure?: string;
    }
  /** An archive that is built already. Absolute. */
  | { readonly kind: 'archive'; readonly file: string }
  /** A tool makes a bundle of the code, which is not made here. */
  | { readonly kind: 'bundle'; readonly bundler: string }
  /** Code that the configuration itself holds, or an image. */
  | { readonly kind: 'no-package' };

/** What a deploy would put into a function's package. */
export async function packageContents(fn: LambdaFunction): Promise<PackageContents> {
  const { code } = fn;
  if (code.kind === 'zip') return { kind: 'archive', file: code.file };
  if (code.kind === 'inline') return { kind: 'no-package' };
  const rules = await fn.packaging?.();
  if (rules === undefined) return { kind: 'no-package' };
  if (rules.bundler !== undefined) return { kind: 'bundle', bundler: rules.bundler };
  const { root, installs, unsure } = rules;
  return {
    kind: 'files',
    files: await listPackage(rules),
    root,
    ...(installs === undefined ? {} : { installs }),
    ...(unsure === undefined ? {} : { unsure }),
  };
}
