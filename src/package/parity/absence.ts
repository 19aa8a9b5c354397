import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { PackagePattern } from '../../lambda/function/packaging.js';

/** Why a deploy would not hold a file that was loaded. */
export type Absence =
  /** Only development needs its package. `through` is the package that a manifest names, if it is another one. */
  | { readonly kind: 'development'; readonly manifest: string; readonly through?: string }
  | { readonly kind: 'excluded'; readonly pattern: PackagePattern }
  /** It is beside the folder that is packed. */
  | { readonly kind: 'outside' }
  /** A pattern names it above that folder: it is packed into it, as this path, and not found where it was loaded from. */
  | { readonly kind: 'moved'; readonly packedAs: string }
  /** It is installed on the machine, and nothing says that a deploy packs it. */
  | {
      readonly kind: 'not-required';
      readonly manifest: string | undefined;
      /** The setting that leaves it out of what is installed. */
      readonly leftOutBy?: string;
      /** The name under which it is installed, if that is another one. */
      readonly distribution?: string;
    };

/** Something that was loaded and that a deploy would not hold: a package, or files of the project. */
export interface AbsentPart {
  /** The package's name, or the path of a file. */
  readonly name: string;
  readonly isPackage: boolean;
  /** Where it is: the package's folder, or the file. Absolute. */
  readonly place: string;
  /** How many files of it were loaded. */
  readonly files: number;
  readonly absence: Absence;
  /** Where the project's code loads it. */
  readonly importedAt?: SourceLocation;
}
