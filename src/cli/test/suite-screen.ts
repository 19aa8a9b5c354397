import type { CaseResult } from '../../suite/case-result.js';
import type { SuiteCase } from '../../suite/suite-case.js';
import type { Console } from '../print.js';
import { spinnerFrame } from '../progress.js';

/** What a person sees of a running suite. Disposing of it removes the line of progress. */
export interface SuiteScreen extends Disposable {
  /** Loads what prints cases, before it is needed. */
  prepare(): void;
  onCase(suiteCase: SuiteCase): void;
  onResult(result: CaseResult): void;
  /** Prints what is waiting. */
  finish(): Promise<void>;
}

/** What to show, and where. */
export interface SuiteScreenOptions {
  readonly stderr: Console;
  /** How many cases there are. */
  readonly total: number;
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** Whether cases that passed or were left out are not told of. */
  readonly isQuiet: boolean;
  /** Whether to draw a line of progress. */
  readonly hasProgress: boolean;
}

/** How long lines are gathered, in ms: writing each of thousands by itself would take longer than running the cases. */
const gatheredMs = 40;
/** How often the line of progress is drawn, in ms. */
const intervalMs = 100;

/** Shows what comes of each case, in the order of their ends. */
export function openSuiteScreen({ stderr, total, base, isQuiet, hasProgress }: SuiteScreenOptions): SuiteScreen {
  let linesOf: ReturnType<typeof loadPrinter> | undefined;
  const prepare = (): ReturnType<typeof loadPrinter> => {
    linesOf ??= loadPrinter(stderr, base);
    return linesOf;
  };
  const running = new Set<SuiteCase>();
  let [ended, failed, turn] = [0, 0, 0];
  let waiting: string[] = [];
  let printed: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    timer = undefined;
    if (waiting.length > 0) stderr.line(waiting.join('\n'));
    waiting = [];
  };
  const draw = (): void => {
    const [current] = running;
    const counts = `${ended} of ${total}${failed === 0 ? '' : `, ${failed} failed`}`;
    const text = `${spinnerFrame(turn++)} ${counts}${current === undefined ? '' : `: ${current.name}`}`;
    stderr.overlay(text.slice(0, Math.max(0, stderr.columns - 1)));
  };
  const interval = hasProgress ? setInterval(draw, intervalMs).unref() : undefined;
  return {
    prepare: () => void prepare(),
    onCase: (suiteCase) => void running.add(suiteCase),
    onResult(result) {
      running.delete(result.case);
      ended += 1;
      const { status } = result;
      if (status === 'failed' || status === 'not-run') failed += 1;
      if (isQuiet && (status === 'passed' || status === 'skipped')) return;
      printed = printed.then(async () => {
        waiting.push(...(await (await prepare())(result)));
        timer ??= setTimeout(flush, gatheredMs);
      });
    },
    async finish() {
      await printed;
      clearTimeout(timer);
      flush();
    },
    [Symbol.dispose]() {
      clearInterval(interval);
      clearTimeout(timer);
      flush();
      stderr.overlay('');
    },
  };
}

async function loadPrinter(stderr: Console, base: string): Promise<(result: CaseResult) => Promise<string[]>> {
  const { createCasePrinter } = await import('../../report/console/print-case.js');
  const { createCaseReporter } = await import('../../report/suite/to-suite-report.js');
  const printer = createCasePrinter(stderr);
  const reported = createCaseReporter({ base, secrets: [] });
  return (result) => printer.lines(reported(result));
}
