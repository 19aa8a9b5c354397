import { existsSync } from 'node:fs';
import type { Diagnostic, ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { InstallationError } from '../../process/install-once.js';
import { parseRuntime } from '../function/runtimes.js';
import type { ImageMachine } from './installed-packages.js';
import {
  foundNodePackage,
  imageShelf,
  installedNodePackages,
  layerShelf,
  type NodeAsker,
  type NodeShelf,
  namesOn,
} from './node-packages.js';
import { askableNames, type ImagePackages, type PackageQuestion, type PackageSource } from './package-questions.js';
import type { PublishedLayer } from './powertools.js';
import { installedPythonPackages } from './python-packages.js';
import { installedGem } from './ruby-packages.js';

/** For which function packages are provided, and how. */
export interface SourceRequest {
  readonly runtime: string;
  /** The folder of the function's project. Absolute. */
  readonly sourceRoot: string;
  readonly choice: Exclude<ImagePackages, 'none'>;
  /** Its layers that are published as packages. */
  readonly layers: readonly PublishedLayer[];
  /** The interpreter that is started first. */
  readonly interpreter: { readonly command: string; readonly args: readonly string[] };
  /** The environment of the step or the shell: where the caches and the package managers are. */
  readonly environment: Readonly<Record<string, string>>;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}

/** Provides a function with the packages of its image that it asks for. Whatever fails is reported, once. */
export function packageSource(request: SourceRequest): PackageSource {
  const { runtime, sourceRoot, choice, interpreter, report, layers } = request;
  const { language, version } = parseRuntime(runtime) ?? {};
  const machine: ImageMachine = { ...request, exists: existsSync };
  const asker = { runtime, version: version ?? '', sourceRoot, interpreter, layers };
  const shelves = language === 'nodejs' ? [imageShelf(asker), ...layers.map(layerShelf)] : [];
  const forNode = shelves.map((shelf) => ({ shelf, provide: nodeSource(asker, shelf, choice, machine) }));
  const provide: PackageSource['provide'] = async (question) => {
    const [wanted = ''] = question.names;
    if (language === 'nodejs') return forNode.find(({ shelf }) => shelf.has(wanted))?.provide(question);
    if (choice === 'found') return undefined;
    return language === 'ruby'
      ? installedGem(question, asker, machine)
      : installedPythonPackages(question, asker, machine);
  };
  const failed = new Set<string>();
  return {
    names: askableNames(runtime, layers),
    provide: async (question) => {
      const [wanted = ''] = question.names;
      if (failed.has(wanted)) return undefined;
      try {
        return await provide(question);
      } catch (error) {
        if (!(error instanceof InstallationError)) throw error;
        failed.add(wanted);
        if (wanted.startsWith('@aws-sdk/') && notInRegistry.test(error.message)) {
          report(leftTheSdk(wanted, runtime));
          return undefined;
        }
        report({
          severity: 'warning',
          code: 'image-package-missing',
          message: `${wanted}, which Lambda's image of ${runtime} or a layer has and this machine has not, could not be installed: ${error.message}.`,
        });
        return undefined;
      }
    },
  };
}

/** How npm says that a registry has no such package or version. */
const notInRegistry = /\b404\b|not found|No matching version/i;

/** Remembers what was asked for, so that what one process loads comes from as few installations as possible. */
function nodeSource(
  asker: NodeAsker,
  shelf: NodeShelf,
  choice: SourceRequest['choice'],
  machine: ImageMachine,
): PackageSource['provide'] {
  let installed: readonly string[] = [];
  const found = new Set<string>();
  return async (question: PackageQuestion) => {
    const names = namesOn(shelf, question);
    const [wanted] = question.names;
    if (wanted === undefined || !names.includes(wanted)) return undefined;
    if (!found.has(wanted)) {
      found.add(wanted);
      const folder = foundNodePackage(wanted, asker);
      if (folder !== undefined) return folder;
    }
    if (choice === 'found') return undefined;
    if (wanted.startsWith('@smithy/')) warnOfNested(wanted, asker.runtime, machine.report);
    const all = [...new Set([...installed, ...names])].sort();
    try {
      const folder = await installedNodePackages(all, shelf, machine);
      installed = all;
      return folder;
    } catch (error) {
      if (all.length === 1 || !(error instanceof InstallationError && notInRegistry.test(error.message))) throw error;
      return installedNodePackages([wanted], shelf, machine);
    }
  };
}

/** A package that the registry has in no version of the time of the image's SDK. */
function leftTheSdk(name: string, runtime: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'image-package-absent',
    message: `${name} has no version that belongs to the AWS SDK in Lambda's image of ${runtime}: it is most likely not there, and this fails in Lambda too.`,
    hint: `Pack it with the function (\`npm install ${name}\`), or use what the SDK has in its place.`,
  };
}

function warnOfNested(name: string, runtime: string, report: ReportDiagnostic): void {
  report({
    severity: 'warning',
    code: 'image-package-nested',
    message: `${name} is in Lambda's image of ${runtime} for the SDK's own use: only newer images let a function have it.`,
    hint: 'Pack it with the function, to be sure of it.',
  });
}
