// The test files that take longest come first, so that no worker is left alone with one of them at the end. Without durations of
// a former run, as in a fresh checkout, jest would take the files with the most text first.
import Sequencer from '@jest/test-sequencer';

const longest = [
  'services/plugins/differential',
  'report/html/page',
  'services/compositions',
  'services/osls-print',
  'action/end-to-end/suite',
  'typescript/handlers',
  'hostile/floods',
  'cli/suite-running',
  'report/large-errors',
  'suite/shop',
  'typescript/framework-esbuild',
  'services/validation/differential',
  'action/end-to-end/failure-places',
  'lambda/sandbox',
  'suite/expectations/hostile',
  'docs/snippets',
  'cli/end-to-end',
  'invoke/containment',
  'lambda/containment/room',
  'invoke/payloads',
  'runtimes/node/loading',
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
