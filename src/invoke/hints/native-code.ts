import { displayPath } from '../../diagnostics/display-path.js';
import { elfMachine, hostArchitecture } from '../../lambda/executable/elf-machine.js';
import { firstBytes } from '../../lambda/executable/first-bytes.js';
import type { FindHint, Hint } from './failed-invocation.js';

const nativeFile = /((?:[A-Za-z]:)?[/\\][^\n:'"]+\.(?:node|so)(?:\.\d+)*)/;

/** Native code of a package that can't be loaded: built for another machine, another system, or another Node.js. */
export const nativeCodeHint: FindHint = ({ function: fn, errorMessage }) => {
  const file = nativeFile.exec(errorMessage)?.[1];
  if (file === undefined) return undefined;
  const hint = (message: string, advice: string): Hint => ({ code: 'native-module', message, hint: advice });
  if (/NODE_MODULE_VERSION \d+/.test(errorMessage)) {
    return hint(
      `${displayPath(file)} was built for another version of Node.js than the one that ran.`,
      `Run \`npm rebuild\` with the Node.js that ${fn.runtime} has.`,
    );
  }
  const header = firstBytes(file, 20);
  if (header === undefined) return undefined;
  const machine = elfMachine(header);
  const host = hostArchitecture();
  if (process.platform === 'linux' && machine === undefined) {
    return hint(
      `${displayPath(file)} is native code for another system than Linux.`,
      'Install the packages anew on this machine, rather than to copy node_modules.',
    );
  }
  if (machine === undefined || machine === host) return undefined;
  return machine === fn.architecture
    ? hint(
        `${displayPath(file)} is native code for ${machine}, which the function is deployed on, and this machine is ${host}.`,
        `Run it on a machine of that architecture${machine === 'arm64' ? ' (such as `runs-on: ubuntu-24.04-arm`)' : ''}, or install the packages for this one before this step.`,
      )
    : hint(
        `${displayPath(file)} is native code for ${machine}, and this machine is ${host}.`,
        `Install the packages anew on this machine. The function's architecture is ${fn.architecture}.`,
      );
};
