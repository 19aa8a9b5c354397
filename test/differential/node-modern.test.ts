import { describe } from '@jest/globals';

import { otherNode } from '../runtimes/node/session.js';
import { findNodeClient, modernLaunch } from './aws-clients.js';
import { defineSuite } from './define-suite.js';
import { nodeStarts } from './node-starts.js';
import { flagsOf, ownLaunch, sharedGroups, withFlags } from './node-suite.js';

const node = otherNode(24);
const client = node === undefined ? { unavailable: 'there is no Node.js 24' } : await findNodeClient('modern');
const flags = flagsOf('24', '24.0.0');

describe("Our Node.js bootstrap does from nodejs24.x on what AWS's client does", () => {
  const contest =
    typeof client === 'string' && node !== undefined
      ? { runtime: 'nodejs24.x', theirs: withFlags(modernLaunch(node, client), flags), ours: ownLaunch(node, flags) }
      : { unavailable: typeof client === 'string' ? 'there is no Node.js 24' : client.unavailable };
  defineSuite('nodejs from 24', contest, sharedGroups, nodeStarts);
});
