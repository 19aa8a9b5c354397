import { describe } from '@jest/globals';

import { classicLaunch, findNodeClient } from './aws-clients.js';
import { defineSuite } from './define-suite.js';
import { nodeStarts } from './node-starts.js';
import { callbackGroups, flagsOf, ownLaunch, sharedGroups, withFlags } from './node-suite.js';

const node = process.execPath;
const flags = flagsOf('22', process.versions.node);
const client = await findNodeClient('classic');

describe("Our Node.js bootstrap does up to nodejs22.x what AWS's client does", () => {
  const contest =
    typeof client === 'string'
      ? { runtime: 'nodejs22.x', theirs: withFlags(classicLaunch(node, client), flags), ours: ownLaunch(node, flags) }
      : client;
  defineSuite('nodejs up to 22', contest, [...sharedGroups, ...callbackGroups], nodeStarts);
});
