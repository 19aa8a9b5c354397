// The test files that take longest come first, so that no worker is left alone with one of them at the end. Without durations of
// a former run, as in a fresh checkout, jest would take the files with the most text first. They are in the order of their durations in
// a fresh checkout, in which they install and build what they compare with; those that want the same of it are apart, for one would wait.
import Sequencer from '@jest/test-sequencer';

const longest = [
  'services/plugins/differential',
  'differential/clients',
  'workflow-engine/act',
  'services/large-service',
  'differential/node-classic',
  'differential/node-modern',
  'runtimes/custom/aws-clients',
  'service/serverless/remote/aws',
  'services/packaging',
  'services/osls-print',
  'action/end-to-end/suite-sizes',
  'differential/python',
  'lambda/sandbox',
  'conformance/lifecycle',
  'typescript/handlers',
  'services/compositions',
  'docs/snippets',
  'typescript/framework-esbuild',
  'cli/suite-running',
  'report/coverage/coverage',
  'image/table',
  'image/node-packages',
  'report/html/page',
  'cli/compare',
  'lambda/extensions',
  'action/end-to-end/suite',
  'action/end-to-end/sizes',
  'services/templates/cdk-app',
  'services/templates/sam-permissions',
  'runtimes/python/streams',
  'services/permissions',
  'serve/clients',
  'hostile/floods',
  'invoke/network',
  'runtimes/python/machine-packages',
  'runtimes/java/functions',
  'invoke/fleet/siblings',
  'aws-gateway/services',
  'invoke/hints',
  'services/proxies',
  'suite/shop',
].map((name) => `/lib/test/${name}.test.js`);

const rank = ({ path }) => {
  const found = longest.findIndex((end) => path.replaceAll('\\', '/').endsWith(end));
  return found === -1 ? longest.length : found;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
