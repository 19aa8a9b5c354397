import { type EvaluatorLaunch, type EvaluatorProcess, startEvaluator } from './evaluator-process.js';
import { moduleFailure, type ProjectModule, type ThrownError, thrownFailure } from './thrown-error.js';
import { startTimeBudget, type TimeBudget } from './time-budget.js';

/** How to evaluate modules of the project. */
export interface EvaluatorOptions extends EvaluatorLaunch {
  /** How long one request may take, in ms, not counting the time that its questions take. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * A question of a resolver function: the value of a variable, given without its `${` and `}`, or of a property, given by its
 * path.
 */
export type ResolverQuestion = { readonly variable: string } | { readonly property: readonly string[] };

/** A place in a module's value to go to. The place one member above must have been reached before. */
export interface ReachRequest {
  readonly module: ProjectModule;
  readonly path: readonly string[];
  /** `plain`: the default export, called without arguments if it is a function. `resolver`: functions get the tools. */
  readonly mode: 'plain' | 'resolver';
  /** The `options` for a resolver function. */
  readonly options: Readonly<Record<string, string>>;
  /** Answers a question. If it throws, the request throws the same error, unless the module catches it. */
  readonly answer: (question: ResolverQuestion) => Promise<unknown>;
}

/** What was found at a place: nothing, a text (which may be another variable), or another value. */
export type Reached = 'absent' | 'text' | 'value';

/** Evaluates modules of the project in one child process. Every error is a `UserError` or the signal's reason. */
export interface ModuleEvaluator extends AsyncDisposable {
  /** Goes to a place: loads the module, and calls the functions on the way. Each is loaded or called only once. */
  reach(request: ReachRequest): Promise<Reached>;
  /** The value at a place that was reached, converted to JSON. */
  read(module: ProjectModule, path: readonly string[]): Promise<unknown>;
  /** Adds variables to the environment of everything evaluated from now on. */
  addVariables(variables: Readonly<Record<string, string>>): void;
  /** Ends the process, and everything that it started. */
  [Symbol.asyncDispose](): Promise<void>;
}

interface PendingRequest {
  readonly module: ProjectModule;
  readonly answer: ReachRequest['answer'];
  readonly budget: TimeBudget;
  openQuestions: number;
  settle(message: Record<string, unknown>): void;
  reject(error: unknown): void;
}

/** Starts a child process to evaluate modules in. */
export function createModuleEvaluator(options: EvaluatorOptions): ModuleEvaluator {
  const { timeoutMs, signal } = options;
  const pending = new Map<number, PendingRequest>();
  /** The errors of questions by their ids, to throw the original error if the module does not catch it. */
  const failedAnswers = new Map<number, unknown>();
  let requestCount = 0;
  let lastModule: ProjectModule | undefined;
  let failure: { readonly error: unknown } | undefined;

  const stop = (error: unknown) => {
    failure ??= { error };
    for (const request of pending.values()) request.reject(failure.error);
    child.kill();
  };
  const child: EvaluatorProcess = startEvaluator(options, {
    onMessage: (message) => (message['type'] === 'ask' ? void respond(message) : settle(message)),
    onEnd: (how) => {
      const requests = [...pending.values()];
      const culprit = requests.findLast(({ openQuestions }) => openQuestions === 0) ?? requests.at(-1);
      const module = culprit?.module ?? lastModule;
      if (module !== undefined) stop(moduleFailure(module, `ended before it gave its value (${how})`));
    },
  });
  const onAbort = () => stop(signal.reason);
  signal.addEventListener('abort', onAbort);

  function settle(message: Record<string, unknown>): void {
    const request = pending.get(Number(message['id']));
    if (request === undefined) return;
    if (message['type'] !== 'failed') request.settle(message);
    else if (failedAnswers.has(Number(message['question']))) {
      request.reject(failedAnswers.get(Number(message['question'])));
    } else request.reject(thrownFailure(request.module, message['error'] as ThrownError));
  }

  async function respond(message: Record<string, unknown>): Promise<void> {
    const question = Number(message['question']);
    const request = pending.get(Number(message['by']));
    if (request === undefined) return;
    request.openQuestions += 1;
    request.budget.pause();
    try {
      child.send({ type: 'answer', question, value: (await request.answer(message as ResolverQuestion)) ?? null });
    } catch (error) {
      failedAnswers.set(question, error);
      child.send({ type: 'answer', question, failure: error instanceof Error ? error.message : String(error) });
    } finally {
      request.openQuestions -= 1;
      request.budget.resume();
    }
  }

  function request(
    module: ProjectModule,
    message: object,
    answer: ReachRequest['answer'],
  ): Promise<Record<string, unknown>> {
    if (failure !== undefined) return Promise.reject(failure.error);
    requestCount += 1;
    const id = requestCount;
    lastModule = module;
    const tooLong = () => stop(moduleFailure(module, `did not end within ${timeoutMs / 1000} s`));
    const budget = startTimeBudget(timeoutMs, tooLong);
    const done = () => {
      budget.cancel();
      pending.delete(id);
    };
    return new Promise((resolve, reject) => {
      pending.set(id, {
        module,
        answer,
        budget,
        openQuestions: 0,
        settle: (result) => {
          done();
          resolve(result);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      child.send({ ...message, id, file: module.file });
    });
  }

  return {
    async reach({ module, path, mode, options: resolverOptions, answer }) {
      signal.throwIfAborted();
      const reached = await request(module, { type: 'reach', path, mode, options: resolverOptions }, answer);
      return reached['state'] as Reached;
    },
    async read(module, path) {
      const { value } = await request(module, { type: 'read', path }, async () => undefined);
      return value;
    },
    addVariables: (variables) => child.send({ type: 'variables', variables }),
    async [Symbol.asyncDispose]() {
      signal.removeEventListener('abort', onAbort);
      await child.end();
    },
  };
}
