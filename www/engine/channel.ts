/** One worker and the calls under way in it. */

import type { FromWorker, Progress, Task, ToWorker, Violation, WorkerRole } from "./api.ts";
import { workerSource } from "./embedded.ts";

/** The methods of `Calls` as they are called from outside: with a promise for an answer. */
export type Remote<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...values: infer Values) => infer Result
    ? (values: Values, task?: Task, transfer?: Transferable[]) => Promise<Awaited<Result>>
    : never;
};

/** A worker has panicked: nothing in it can be trusted, and it is gone. */
export class Panic extends Error {}

interface Pending {
  resolve: (result: unknown) => void;
  reject: (reason: unknown) => void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/** A worker with its own instance of a module. */
export class Channel<Calls> {
  #worker: Worker;
  #pending = new Map<number, Pending>();
  #last = 0;
  #panic: Panic | undefined;

  constructor(role: WorkerRole, module: WebAssembly.Module) {
    this.#worker = startWorker();
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    this.#worker.onerror = (event) => this.#die(event.message);
    this.#post({ start: role, module });
  }

  /** Calls by name: `channel.calls.read([recipe], { signal })`. An abort rejects at once with the signal's reason. */
  readonly calls = new Proxy({} as Remote<Calls>, {
    get: (_, name: string) => (values: unknown[], task?: Task, transfer?: Transferable[]) =>
      this.#call(name, values, task ?? {}, transfer ?? []),
  });

  /** True once the worker has panicked or was ended. */
  get dead(): boolean {
    return this.#panic !== undefined;
  }

  /** Ends the worker, whatever it is doing. */
  terminate(): void {
    this.#die("terminated");
  }

  #call(call: string, values: unknown[], { signal, onProgress }: Task, transfer: Transferable[]) {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#panic !== undefined) return reject(this.#panic);
      if (signal?.aborted) return reject(signal.reason);
      const id = ++this.#last;
      const abort = () => {
        this.#pending.delete(id);
        this.#post({ cancel: id });
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", abort, { once: true });
      const done = <Value>(settle: (value: Value) => void) => {
        return (value: Value) => {
          signal?.removeEventListener("abort", abort);
          settle(value);
        };
      };
      this.#pending.set(id, { resolve: done(resolve), reject: done(reject), onProgress });
      this.#post({ id, call, values }, transfer);
    });
  }

  #post(order: ToWorker, transfer: Transferable[] = []) {
    this.#worker.postMessage(order, transfer);
  }

  #take(answer: FromWorker) {
    if ("panic" in answer) return this.#die(answer.panic);
    if ("violation" in answer) return this.#report(answer.violation);
    const pending = this.#pending.get(answer.id);
    // An aborted call may still answer.
    if (pending === undefined) return;
    if ("progress" in answer) return pending.onProgress?.(answer.progress);
    this.#pending.delete(answer.id);
    if ("fault" in answer) pending.reject(answer.fault);
    else pending.resolve(answer.result);
  }

  /** What was stopped in the worker is the page's own affair. */
  #report(violation: Violation) {
    const event = new SecurityPolicyViolationEvent("securitypolicyviolation", {
      ...violation,
      violatedDirective: violation.effectiveDirective,
      documentURI: document.URL,
      originalPolicy: "",
      disposition: "enforce",
      statusCode: 0,
    });
    document.dispatchEvent(event);
  }

  #die(reason: string) {
    if (this.#panic !== undefined) return;
    this.#panic = new Panic(reason);
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(this.#panic);
    this.#pending.clear();
  }
}

/** What `trustedTypes.createPolicy` gives, as far as it is used here; TypeScript's own library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): URL };
}

let address: string | URL | undefined;

/** Starts a worker from the page's own bytes: there is no address it could be fetched from. */
function startWorker(): Worker {
  if (address === undefined) {
    const url = URL.createObjectURL(new Blob([workerSource()], { type: "text/javascript" }));
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy("ringfence", {
      createScriptURL: (asked) => {
        if (asked !== url) throw new TypeError("only the worker's own address is a script");
        return asked;
      },
    });
    address = policy?.createScriptURL(url) ?? url;
  }
  return new Worker(address);
}
