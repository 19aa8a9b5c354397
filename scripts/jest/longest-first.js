// The test files that take longest come first, so that no worker is left alone with one of them at the end. Without durations of
// a former run, as in a fresh checkout, jest would take the files with the most text first. They are in the order of their durations in
// a fresh checkout, in which they install and build what they compare with; those that want the same of it are apart, for one would wait.
import Sequencer from '@jest/test-sequencer';

const longest = [
  'aws-gateway/services',
  'differential/node-classic',
  'runtimes/custom/aws-clients',
  'differential/python',
  'conformance/lifecycle',
  'docs/snippets',
  'cli/suite-running',
  'differential/node-modern',
  'image/node-packages',
  'workflow-engine/act',
  'service/serverless/remote/aws',
  'services/compositions',
  'lambda/extensions',
  'cli/compare',
  'lambda/sandbox',
  'action/end-to-end/suite-sizes',
  'action/end-to-end/suite',
  'typescript/handlers',
  'services/plugins/differential',
  'typescript/framework-esbuild',
  'differential/clients',
  'serve/clients',
  'report/coverage/coverage',
  'report/html/page',
  'services/large-service',
  'scenarios',
  'lambda/runtime-api',
  'services/templates/cdk-app',
  'invoke/forerun',
  'invoke/fleet/siblings',
  'invoke/network',
  'typescript/builds',
  'invoke/hints',
  'hostile/floods',
  'runtimes/java/functions',
  'report/large-errors',
  'runtimes/python/machine-packages',
  'suite/shop',
  'services/services',
  'services/proxies',
  'runtimes/python/streams',
  'service/serverless/script-sources',
  'suite/expectations/hostile',
  'lambda/containment/room',
  'invoke/unseen-sdk',
  'aws-gateway/node-routing',
  'permissions/simulator',
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
