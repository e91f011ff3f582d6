import type { Session } from '../session';
import { transportErrors } from './errors';
import { executeBatch } from './executor';
import { ConnectionLost, interruption, refusalOf, type Fault } from './faults';
import { PathType, type BatchRequest } from './protocol';

/** Microsoft's limit on a request or a response in Excel on the web. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The bits of a request's flags that matter to a host. */
const Flag = { Write: 1, DelayForCellEdit: 64 } as const;

export interface Reply {
  /** A number that office.js maps to an error of its own; 0 when the batch was handled. */
  readonly error: number;
  readonly body: string;
}

/**
 * Runs the batches of the add-in one after the other. Those of services (results of custom functions,
 * ribbon, runtime) go past the queue: a batch waiting for a calculation would otherwise wait for itself.
 */
export class Processor {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: Session,
    private readonly takeFault: (request: BatchRequest) => Fault | undefined,
  ) {}

  async process(body: string, flags: number): Promise<Reply> {
    if (body.length > PAYLOAD_LIMIT) return refused(transportErrors.requestTooLarge);
    const request = JSON.parse(body) as BatchRequest;
    if (isService(request)) return this.execute(request, undefined);
    const run = this.last.then(() => this.runQueued(request, flags));
    this.last = run.catch(() => undefined);
    return run;
  }

  /** Resolves when every batch received so far has been answered. */
  idle(): Promise<unknown> {
    return this.last;
  }

  private async runQueued(request: BatchRequest, flags: number): Promise<Reply> {
    const fault = this.takeFault(request);
    const refusal = refusalOf(fault);
    if (refusal !== undefined) return refused(refusal);
    const { options, grid } = this.session;
    if (options.isCellEditing()) {
      if ((flags & Flag.DelayForCellEdit) === 0) return refused(transportErrors.cellEditMode);
      while (options.isCellEditing()) await pause(50);
    }
    if ((flags & Flag.Write) === 0) return this.execute(request, fault);
    const group = grid.groupUndo();
    try {
      return await this.session.events.duringBatch(() => this.execute(request, fault));
    } finally {
      group.dispose();
    }
  }

  private async execute(request: BatchRequest, fault: Fault | undefined): Promise<Reply> {
    try {
      const response = await executeBatch(request, this.session, interruption(fault, request));
      const body = JSON.stringify(response);
      return body.length > PAYLOAD_LIMIT ? refused(transportErrors.responseTooLarge) : { error: 0, body };
    } catch (problem) {
      if (problem instanceof ConnectionLost) return refused(problem.code);
      throw problem;
    }
  }
}

const refused = (error: number): Reply => ({ error, body: '' });

const isService = (request: BatchRequest): boolean =>
  Object.values(request.ObjectPaths).some((path) => path.ObjectPathType === PathType.NewObject);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
