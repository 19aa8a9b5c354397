import { availableParallelism } from 'node:os';
import type { AwsPlan } from '../../aws-gateway/run/plan.js';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { EventRun } from './event-run.js';
import { type FleetProject, FunctionFleet } from './function-fleet.js';
import { mostSandboxes } from './limits.js';
import type { OpenEvent } from './open-event.js';
import { SandboxPool } from './sandbox-pool.js';
import { Slots } from './slots.js';

/** The other functions of a service, for events whose functions invoke them. They stay warm from event to event. */
export class Siblings implements AsyncDisposable {
  readonly #project: FleetProject;
  readonly #fleet: FunctionFleet;
  readonly #pool = new SandboxPool(mostSandboxes);
  readonly #later = new Slots(availableParallelism());

  constructor(project: FleetProject, report: ReportDiagnostic) {
    this.#project = project;
    this.#fleet = new FunctionFleet(project, { report });
  }

  /** @throws UserError where a file of calls to AWS is wrong */
  openEvent(plan: AwsPlan, isAlone: boolean): OpenEvent {
    return new EventRun({
      fleet: this.#fleet,
      pool: isAlone ? new SandboxPool(mostSandboxes) : this.#pool,
      ownsPool: isAlone,
      later: this.#later,
      plan,
      accountId: this.#project.service.accountId,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]();
    await this.#fleet[Symbol.asyncDispose]();
  }
}
