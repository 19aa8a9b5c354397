import { describe } from '@jest/globals';

import { interpreters } from '../runtimes/python/interpreters.js';
import { findPythonClient, pythonLaunch } from './aws-clients.js';
import { defineSuite } from './define-suite.js';
import { pythonStarts } from './python-starts.js';
import { ownLaunch, pythonGroups } from './python-suite.js';

const client = await findPythonClient();
const version = interpreters.at(-1)?.version ?? '3.13';

describe("Our Python bootstrap does what AWS's client does", () => {
  const contest =
    typeof client === 'string'
      ? { runtime: `python${version}`, theirs: pythonLaunch(client), ours: ownLaunch(client) }
      : client;
  defineSuite('python', contest, pythonGroups, pythonStarts);
});
