import { join } from 'node:path';
import { codeRoot } from '../../lambda/function/code-root.js';
import { findRubies } from '../../lambda/interpreter/ruby.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches } from './launch-input.js';
import { layerHandlerVariable } from './layer-handler.js';

/** The Rubies that can run a function's handler. */
export const rubyLaunches: FindLaunches = (input, { version }) => {
  const { function: fn, request, runtimes, environment, gateway } = input;
  const given = givenInterpreter(request);
  const search = { version, sourceRoot: codeRoot(fn), environment: request.hostEnvironment };
  const candidates = given === undefined ? findRubies(search) : [given];
  return candidates.map(({ command }) => ({
    command,
    args: [join(runtimes, 'ruby', 'bootstrap.rb')],
    sendsToken: true,
    environment: {
      ...layerHandlerVariable(input),
      ...localeFor(environment),
      ...(gateway === undefined ? {} : { INVOKE_LOCAL_AWS_GATEWAY: `${new URL(gateway.url).host} ${gateway.token}` }),
    },
  }));
};

/**
 * Ruby takes its default encoding from the locale, which is UTF-8 in Lambda. Few machines have the locale in Lambda's
 * `LANG`, but every Linux has this one. The bootstrap removes both variables again.
 */
function localeFor({ LANG = '', LC_ALL, LC_CTYPE }: Readonly<Record<string, string>>): Record<string, string> {
  const unset = (value: string | undefined): boolean => value === undefined || value === '';
  if (process.platform !== 'linux' || !/utf-?8$/i.test(LANG) || !unset(LC_ALL) || !unset(LC_CTYPE)) return {};
  return { LC_ALL: 'C.UTF-8', INVOKE_LOCAL_LOCALE: '1' };
}
