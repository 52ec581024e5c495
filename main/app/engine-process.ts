// The engine's side of the app, in a process of its own (Electron's utilityProcess): answers one request
// after the other, since the database answers one at a time anyway.
import type { Outcome } from '../../shared/contract/outcome';
import { createEngine, type Engine } from '../engine/engine';
import { refuseNetwork } from '../engine/refuse-network';
import { type EngineAnswer, type EngineRequest, endRequest } from './engine-messages';

/** Electron gives a utility process this port to its parent. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: EngineRequest | typeof endRequest }) => void): void;
  postMessage(message: EngineAnswer): void;
}

const opensCase = new Set(['case.open', 'case.create']);

/** Answers requests from the port with the engine, opening the request's case first where need be. */
export function serveEngine(engine: Engine, port: ParentPort): void {
  let openPath: string | null = null;
  let last: Promise<void> = Promise.resolve();

  async function answer(request: EngineRequest): Promise<Outcome<unknown>> {
    const { id, method, args, casePath } = request;
    if (casePath !== null && casePath !== openPath && !opensCase.has(method)) {
      const opened = await engine.call('case.open', { path: casePath }, { progress: () => {} });
      if (!opened.ok) return opened;
      openPath = casePath;
    }
    const outcome = await engine.call(method, args, {
      progress: (progress) => port.postMessage({ type: 'progress', id, progress }),
    });
    if (outcome.ok && method === 'case.close') openPath = null;
    if (outcome.ok && opensCase.has(method)) openPath = (outcome.value as { readonly path: string }).path;
    return outcome;
  }

  port.on('message', ({ data: request }) => {
    if (request === endRequest) {
      void last.then(() => {
        engine.close();
        process.exit(0);
      });
      return;
    }
    last = last.then(async () => {
      const outcome = await answer(request);
      port.postMessage({ type: 'result', id: request.id, outcome });
    });
  });
}

refuseNetwork();
const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
serveEngine(createEngine(), parentPort);
