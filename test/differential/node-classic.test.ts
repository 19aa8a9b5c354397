import { describe } from '@jest/globals';

import { classicLaunch, findNode18, findNodeClient } from './aws-clients.js';
import { defineSuite } from './define-suite.js';
import { nodeStarts } from './node-starts.js';
import { callbackGroups, flagsOf, ownLaunch, sharedGroups, withFlags } from './node-suite.js';

const client = await findNodeClient('classic');
const node18 = await findNode18();
const groups = [...sharedGroups, ...callbackGroups];

/** AWS's client against ours, on one interpreter. */
function contestOn(node: string, declared: string, version: string) {
  if (typeof client !== 'string') return client;
  const flags = flagsOf(declared, version);
  return {
    runtime: `nodejs${declared}.x`,
    theirs: withFlags(classicLaunch(node, client), flags),
    ours: ownLaunch(node, flags),
  };
}

describe("Our Node.js bootstrap does up to nodejs22.x what AWS's client does", () => {
  defineSuite('nodejs up to 22', contestOn(process.execPath, '22', process.versions.node), groups, nodeStarts);
});

describe("Our Node.js bootstrap does on Node.js 18 what AWS's client does", () => {
  const contest = typeof node18 === 'string' ? contestOn(node18, '18', '18.20.8') : node18;
  defineSuite('nodejs up to 22', contest, groups, []);
});
