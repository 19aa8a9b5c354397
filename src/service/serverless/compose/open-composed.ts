import { resolve } from 'node:path';

import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import type { Service, ServiceOptions } from '../../service.js';
import { type Composition, openComposition } from './composition.js';
import { unknownService } from './dependencies.js';
import { compositionIn, isComposition } from './find-composition.js';

/** How many functions an error names. */
const maxNamed = 60;

/**
 * Opens a service of the composition in the working directory: the one that is named, or that the function names as
 * `service/function`. Its functions are loaded by both names.
 * @returns `undefined` where there is no composition.
 * @throws UserError where no service is named, or one that is not there.
 */
export async function openComposedService(options: ServiceOptions): Promise<Service | undefined> {
  const file = compositionFile(options);
  if (file === undefined) return undefined;
  const composition = await openComposition(file, options);
  try {
    const name = options.service ?? prefixOf(options.function);
    if (name === undefined) throw await unnamed(options.function, composition);
    if (!composition.services.has(name)) {
      throw unknownService(name, [...composition.services.keys()], 'The request', { file });
    }
    const service = await composition.open(name, options.report);
    composition.settle();
    const prefix = `${name}/`;
    return {
      ...service,
      load: (key, overridden) => service.load(key.startsWith(prefix) ? key.slice(prefix.length) : key, overridden),
      [Symbol.asyncDispose]: () => composition[Symbol.asyncDispose](),
    };
  } catch (error) {
    await composition[Symbol.asyncDispose]();
    throw error;
  }
}

function compositionFile({ workingDirectory, config }: ServiceOptions): string | undefined {
  if (config === undefined || config === '') return compositionIn(workingDirectory);
  return isComposition(config) ? resolve(workingDirectory, config) : undefined;
}

function prefixOf(functionName: string | undefined): string | undefined {
  const slash = functionName?.indexOf('/') ?? -1;
  return slash === -1 ? undefined : functionName?.slice(0, slash);
}

/** The error for a request that does not say of which service it is, with all that there is. */
async function unnamed(functionName: string | undefined, composition: Composition): Promise<UserError> {
  const lists = await Promise.all(
    [...composition.services.keys()].map(async (service) => {
      try {
        const opened = await composition.open(service, () => {});
        return { service, keys: await opened.names() };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { service, keys: undefined };
      }
    }),
  );
  const known = lists.flatMap(({ service, keys = [] }) => keys.map((key) => `${service}/${key}`));
  const broken = lists.filter(({ keys }) => keys === undefined).map(({ service }) => service);
  const meant = known.filter((name) => functionName !== undefined && name.endsWith(`/${functionName}`));
  const listed = known.slice(0, maxNamed).join(', ');
  const more = known.length > maxNamed ? ` and ${known.length - maxNamed} more` : '';
  return new UserError({
    code: 'composition-service-missing',
    message:
      functionName === undefined
        ? `No function was named, and ${displayPath(composition.file)} has several services.`
        : `The function ${functionName} is named without its service, of those in ${displayPath(composition.file)}.`,
    hint: [
      ...(meant.length === 0 ? [] : [`Did you mean ${meant.join(' or ')}?`]),
      ...(known.length === 0 ? [] : [`Name one as SERVICE/FUNCTION: ${listed}${more}.`]),
      ...(broken.length === 0 ? [] : [`The functions of ${broken.join(', ')} are not known here.`]),
    ].join(' '),
    location: { file: composition.file },
  });
}
