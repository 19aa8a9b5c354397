import type { Unavailable, WindowsMachine } from './machine.js';
import { getNode, nodesForWindows } from './programs.js';
import { thisMachine } from './this-machine.js';
import { openWine } from './wine.js';

/** The machines to try the command on, each with another Node.js. */
export async function findMachines(): Promise<readonly WindowsMachine[] | Unavailable> {
  if (process.platform === 'win32') return [thisMachine()];
  const nodes = nodesForWindows();
  if (nodes.length === 0) return { unavailable: `There is no Node.js for Windows. Get it with:\n  ${getNode}` };
  return openWine(nodes);
}
