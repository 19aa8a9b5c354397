import { parse } from 'yaml';
import type { JobStep } from '../harness/run-job.js';
import type { Job } from '../harness/run-workflow.js';
import { type Snippet, snippets } from './snippets.js';
import { suiteSnippets } from './suite-snippets.js';

/** A snippet of a workflow, with what is left out of it. */
export interface WorkflowSnippet extends Snippet {
  readonly workflow: Workflow;
}

/** A workflow, as far as the tests read it. */
export interface Workflow {
  readonly on: unknown;
  readonly jobs: Readonly<Record<string, Job & { readonly 'runs-on': string }>>;
}

/** The snippets in YAML. One that shows steps becomes a job of them; one that shows a step's inputs, a step of our action with them. */
export const workflowSnippets: readonly WorkflowSnippet[] = snippets
  .filter((snippet) => snippet.language === 'yaml' && !suiteSnippets.includes(snippet))
  .map((snippet) => ({ ...snippet, workflow: workflowOf(parse(snippet.text)) }));

function workflowOf(document: Workflow | readonly JobStep[] | Readonly<Record<string, unknown>>): Workflow {
  if (Array.isArray(document)) {
    const steps = document as readonly JobStep[];
    return { on: 'push', jobs: { job: { 'runs-on': 'ubuntu-latest', steps } } };
  }
  if ('jobs' in document)
    return 'on' in document ? (document as Workflow) : { on: 'push', jobs: document.jobs as Workflow['jobs'] };
  return workflowOf([{ uses: 'OWNER/invoke-local@v1', with: { function: 'platform', ...document } }]);
}
