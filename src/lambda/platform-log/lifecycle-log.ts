import type { OutcomeFacts } from '../sandbox/outcome.js';
import type { SandboxInvocation, SandboxOptions } from '../sandbox/sandbox-options.js';
import { type EventStatus, type InitPhase, localRuntimeVersion, sampledTrace, type Tracing } from './platform-event.js';
import type { PlatformLog } from './platform-log.js';

/** Lambda's own log of an execution environment: its init phases, and the start, end and report of its invocations. */
export class LifecycleLog {
  readonly #log: PlatformLog;
  readonly #options: Omit<SandboxOptions, 'logs' | 'candidates'>;
  /** The X-Ray trace of the current invocation, if it is sampled. */
  #tracing: Tracing | undefined;

  constructor(log: PlatformLog, options: Omit<SandboxOptions, 'logs' | 'candidates'>) {
    this.#log = log;
    this.#options = options;
  }

  /** An init phase begins. */
  async initStart(phase: InitPhase): Promise<void> {
    const { runtime, functionArn, memorySizeMiB, environment } = this.#options;
    if (runtime === undefined) return;
    const [, , , region = '', , , functionName = ''] = functionArn.split(':');
    const instanceId = environment['AWS_LAMBDA_LOG_STREAM_NAME'];
    const version = localRuntimeVersion(runtime, region);
    await this.#log.event({ type: 'initStart', phase, functionName, instanceId, memorySizeMiB, ...version });
  }

  /** An init phase has ended. */
  async initEnd(phase: InitPhase, durationMs: number, status: EventStatus, errorType?: string): Promise<void> {
    const how = { phase, status, ...(errorType === undefined ? {} : { errorType }) };
    await this.#log.event({ type: 'initRuntimeDone', ...how });
    await this.#log.event({ type: 'initReport', ...how, durationMs });
  }

  /** An invocation begins. */
  async start(
    requestId: string,
    { functionArn = this.#options.functionArn, traceId }: Pick<SandboxInvocation, 'functionArn' | 'traceId'>,
  ): Promise<void> {
    this.#tracing = sampledTrace(traceId);
    await this.#log.event({ type: 'start', requestId, functionArn, tracing: this.#tracing });
  }

  /** The invocation that began last has ended. */
  async end(
    facts: OutcomeFacts,
    end: { readonly status: EventStatus; readonly errorType?: string; readonly producedBytes?: number },
  ): Promise<void> {
    const { producedBytes = 0, ...how } = end;
    const tracing = this.#tracing === undefined ? {} : { tracing: this.#tracing };
    const { requestId, durationMs } = facts;
    await this.#log.event({ type: 'runtimeDone', requestId, durationMs, producedBytes, ...how, ...tracing });
    const { memorySizeMiB } = this.#options;
    await this.#log.event({ type: 'report', ...facts, memorySizeMiB, ...how, ...tracing });
  }
}
