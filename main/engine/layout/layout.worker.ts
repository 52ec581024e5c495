import { parentPort } from 'node:worker_threads';
import { refuseNetwork } from '../refuse-network';
import { arrangeFully } from './arrange';
import type { LayoutInput } from './layout-input';

/** What comes back for each input sent: places, or why there are none. */
export type LayoutReply =
  | {
      readonly ok: true;
      readonly places: readonly (readonly [string, { readonly x: number; readonly y: number }])[];
    }
  | { readonly ok: false; readonly message: string };

refuseNetwork();

/** The worker's entry: lays out one input after another. Bundled on its own; ended when it takes too long. */
parentPort?.on('message', (input: LayoutInput) => {
  arrangeFully(input).then(
    ({ places }) => parentPort?.postMessage({ ok: true, places: [...places] } satisfies LayoutReply),
    (error: unknown) => parentPort?.postMessage({ ok: false, message: String(error) } satisfies LayoutReply),
  );
});
