import type { LayerDetails } from '../../metrics/details.ts';
import type { LayerTask } from '../../metrics/layer-task.ts';
import type { EngineName } from '../../spectrum/engine.ts';

/** What a worker thread is given when it starts. */
export interface WorkerData {
  readonly engine: EngineName;
  /** What the wasm engine works in. */
  readonly memory: WebAssembly.Memory | undefined;
}

/** What it is asked, one at a time: to analyse a layer, or to help the thread that works in this memory. */
export type WorkerRequest =
  | { readonly kind: 'analyze'; readonly task: LayerTask; readonly bytes: Uint8Array<SharedArrayBuffer> }
  | { readonly kind: 'assist'; readonly memory: WebAssembly.Memory };

/** What it answers. Errors travel as plain parts: a class does not survive the way between threads. */
export type WorkerReply =
  | { readonly kind: 'details'; readonly details: LayerDetails }
  | {
      readonly kind: 'numeric-error';
      readonly code: string;
      readonly problem: string;
      readonly cure: string | undefined;
    }
  | { readonly kind: 'assisted' };
