import type { LayerTask } from '../../metrics/analyze-layer.ts';
import type { LayerDetails } from '../../metrics/details.ts';
import type { EngineName } from '../../spectrum/engine.ts';

/** What a worker thread is given when it starts. */
export interface WorkerData {
  readonly engine: EngineName;
}

/** What it is asked, one at a time. */
export interface WorkerRequest {
  readonly task: LayerTask;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

/** What it answers. Errors travel as plain parts: a class does not survive the way between threads. */
export type WorkerReply =
  | { readonly kind: 'details'; readonly details: LayerDetails }
  | {
      readonly kind: 'numeric-error';
      readonly code: string;
      readonly problem: string;
      readonly cure: string | undefined;
    };
