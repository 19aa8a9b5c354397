import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import { isGemOfImage } from '../../lambda/image/ruby-image.js';
import { codeFolder } from './code-folder.js';
import type { FailedInvocation, FindHint, Hint } from './failed-invocation.js';
import { fileLike } from './near-file.js';

const missingFile = /^cannot load such file -- (\S+)/;

/** Ruby can't require a file: the handler's, a gem's, or that of a gem in Lambda's image. */
export const rubyGemHint: FindHint = async (failure) => {
  const wanted = missingFile.exec(failure.errorMessage)?.[1];
  if (wanted === undefined || !/^(?:Init|Function)<LoadError>$/.test(failure.errorType)) return undefined;
  if (wanted === failure.function.handler.split('.')[0]) return handlerMissing(failure, wanted);
  return wanted.startsWith('/') ? undefined : gemMissing(failure, wanted);
};

async function handlerMissing({ function: fn, taskRoot }: FailedInvocation, file: string): Promise<Hint> {
  const segments = file.split('/');
  const name = segments.pop() ?? '';
  const folder = join(taskRoot, ...segments);
  const near = existsSync(folder) ? fileLike(folder, `${name}.rb`) : undefined;
  const location = await fn.origin('handler');
  return {
    code: 'handler-file',
    message: `The handler ${fn.handler} of ${fn.key} names a file ${file}.rb, which is not in ${codeFolder(fn, taskRoot)}.`,
    hint:
      near === undefined
        ? 'A handler is the path of its file from there without the extension, a dot, and the name of a method, such as src/hello.handler.'
        : `There is ${displayPath(near)}: did you mean that?`,
    ...(location === undefined ? {} : { location }),
  };
}

function gemMissing({ function: fn, launch }: FailedInvocation, file: string): Hint {
  const gem = isGemOfImage(file) ? file : (file.split('/')[0] ?? file);
  const gemfile = join(codeRoot(fn), 'Gemfile');
  const declared =
    existsSync(gemfile) &&
    new RegExp(`^\\s*gem\\s*\\(?\\s*['"]${escaped(gem)}['"]`, 'm').test(readFileSync(gemfile, 'utf8'));
  if (declared) {
    return {
      code: 'module-missing',
      message: `The gem ${gem} is in ${displayPath(gemfile)}, and installed neither in vendor/bundle nor among the gems of ${launch.command}.`,
      hint: 'Run `bundle config set --local path vendor/bundle && bundle install` before this step, or set "bundler-cache: true" at ruby/setup-ruby.',
    };
  }
  if (isGemOfImage(gem) && fn.hasForeignImage !== true) {
    return {
      code: 'module-of-image',
      message: `The gem ${gem} is part of Lambda's image of Ruby, but this machine does not have it.`,
      hint: `Run \`gem install ${gem}\` before this step.`,
    };
  }
  return {
    code: 'module-missing',
    message: `Nothing to require as ${file} is in the task root, its vendor/bundle, a layer or the gems of ${launch.command}. This fails in Lambda too, unless it is packed or in a layer.`,
    hint: `If it is a gem of that name, add it: \`bundle add ${gem}\`.`,
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
