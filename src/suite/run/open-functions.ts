import type { ProjectHooks } from '../../invoke/hooks.js';
import { type OpenProject, openProject } from '../../invoke/open-project.js';
import type { PreparedFunction } from '../../invoke/prepared-function.js';
import type { ProjectRequest } from '../../invoke/request.js';
import type { SuiteCase } from '../suite-case.js';

/** Something that several cases share, until the last of them is over. */
interface Shared<T> {
  readonly opened: Promise<T>;
  waiting: number;
}

/**
 * The projects and functions of a suite. Each is opened when the first case needs it, and once; what went wrong then is told
 * to every case. It is closed after the last of its cases.
 */
export class OpenFunctions implements AsyncDisposable {
  readonly #request: ProjectRequest;
  readonly #hooks: ProjectHooks;
  readonly #projects = new Map<string, Shared<OpenProject>>();
  readonly #functions = new Map<string, Shared<PreparedFunction>>();
  readonly #projectCounts: ReadonlyMap<string, number>;
  readonly #functionCounts: ReadonlyMap<string, number>;

  /**
   * @param request the project, as cases without settings of their own have it
   * @param cases all that will be run
   */
  constructor(request: ProjectRequest, hooks: ProjectHooks, cases: readonly SuiteCase[]) {
    this.#request = request;
    this.#hooks = hooks;
    this.#projectCounts = countBy(cases, projectKey);
    this.#functionCounts = countBy(cases, preparedKey);
  }

  /** @throws UserError where the project or the function is wrong */
  prepare(suiteCase: SuiteCase): Promise<PreparedFunction> {
    const key = preparedKey(suiteCase);
    const known = this.#functions.get(key);
    if (known !== undefined) return known.opened;
    const opened = this.#project(suiteCase).then((project) =>
      project.prepare(suiteCase.function, overriddenBy(suiteCase)),
    );
    this.#functions.set(key, { opened, waiting: this.#functionCounts.get(key) ?? 1 });
    return opened;
  }

  /** Tells that a case is over, with everything that was started for it. */
  async done(suiteCase: SuiteCase): Promise<void> {
    await release(this.#functions, preparedKey(suiteCase));
    await release(this.#projects, projectKey(suiteCase));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { opened } of this.#functions.values()) await close(opened);
    for (const { opened } of this.#projects.values()) await close(opened);
  }

  #project(suiteCase: SuiteCase): Promise<OpenProject> {
    const key = projectKey(suiteCase);
    const known = this.#projects.get(key);
    if (known !== undefined) return known.opened;
    const opened = openProject(requestOf(this.#request, suiteCase), this.#hooks);
    this.#projects.set(key, { opened, waiting: this.#projectCounts.get(key) ?? 1 });
    return opened;
  }
}

async function release<T extends AsyncDisposable>(all: Map<string, Shared<T>>, key: string): Promise<void> {
  const shared = all.get(key);
  if (shared === undefined) return;
  shared.waiting -= 1;
  if (shared.waiting > 0) return;
  all.delete(key);
  await close(shared.opened);
}

async function close(opened: Promise<AsyncDisposable>): Promise<void> {
  const [settled] = await Promise.allSettled([opened]);
  if (settled.status === 'fulfilled') await settled.value[Symbol.asyncDispose]();
}

function countBy(cases: readonly SuiteCase[], keyOf: (suiteCase: SuiteCase) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const suiteCase of cases) {
    const key = keyOf(suiteCase);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Cases with one key share an open project. */
function projectKey({ stage, params, variables }: SuiteCase): string {
  return JSON.stringify([stage, Object.entries(params).sort(), Object.entries(variables).sort()]);
}

/** Cases with one key can share sandboxes. */
export function functionKey(suiteCase: SuiteCase): string {
  return `${suiteCase.function}\n${projectKey(suiteCase)}`;
}

/** Cases with one key share a prepared function: the configured values of what they override are never resolved. */
function preparedKey(suiteCase: SuiteCase): string {
  return `${functionKey(suiteCase)}\n${JSON.stringify(overriddenBy(suiteCase))}`;
}

function overriddenBy({ environment }: SuiteCase): string[] {
  return Object.keys(environment).sort();
}

function requestOf(request: ProjectRequest, { stage, params, variables }: SuiteCase): ProjectRequest {
  return {
    ...request,
    ...(stage === undefined ? {} : { stage }),
    params: { ...request.params, ...params },
    variables: { ...request.variables, ...variables },
  };
}
