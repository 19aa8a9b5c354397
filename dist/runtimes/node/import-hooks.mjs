// The same as import-paths.cjs, for a Node whose hooks run in a thread of their own: up to 22.14.
import { get } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isAskable, namedIn, packageName, questionUrl, withinImage } from './package-names.cjs';

let folders = [];
let right;

export function initialize(data) {
  folders = data.folders;
  right = data.right;
}

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const named = right === undefined ? undefined : withinImage(specifier, right);
    if (named !== undefined) return resolve(named, context, next);
    if (!/^[@\w]/.test(specifier) || /^[\w-]+:/.test(specifier)) throw error;
    const from = (folder) => next(specifier, { ...context, parentURL: pathToFileURL(join(folder, '_')).href });
    for (const folder of folders.filter((each) => basename(each) === 'node_modules')) {
      const found = await from(dirname(folder)).catch(ignoreMissing);
      if (found !== undefined) return found;
    }
    const importer = context.parentURL;
    const found = (await askFor(specifier, importer, from)) ?? (await askFor(specifier, importer, from));
    if (found === undefined) throw error;
    return found;
  }
}

function ignoreMissing(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
}

/** What the other side says has the package, if it may be asked for it. */
async function askFor(specifier, importer, from) {
  const name = packageName(specifier);
  if (right === undefined || !isAskable(name, right)) return undefined;
  const names = [
    ...new Set([name, ...namedIn(importer?.startsWith('file:') ? fileURLToPath(importer) : undefined, right)]),
  ];
  const folder = await ask(questionUrl(names, right));
  return folder === '' ? undefined : from(folder).catch(ignoreMissing);
}

function ask(url) {
  return new Promise((done) => {
    get(url, { headers: { 'Invoke-Local-Secret': right.secret }, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => done(response.statusCode === 200 ? text : ''));
    }).on('error', () => done(''));
  });
}
