import type { ArgsOf, MethodName, ResultOf } from '../../shared/contract/contract';
import type { FirstMap } from '../../shared/contract/map-methods';
import type { Progress } from '../../shared/contract/outcome';
import type { Estate } from '../../shared/model/estate';
import { ExpectedFailure } from './expected-failure';
import type { OpenCase } from './store/case-file';
import { readEstate } from './store/facts/estate-reader';

/** What methods share: the open case, and its estate read once for each state of the case. */
export class EngineContext {
  #case: OpenCase | null = null;
  #estate: Estate | null = null;
  #estateVersion = '';

  #prepared: { readonly key: string; readonly first: FirstMap } | null = null;

  get openCase(): OpenCase {
    if (!this.#case) throw new ExpectedFailure('no-case', 'No case is open. Open one, or make a new one.');
    return this.#case;
  }

  get hasCase(): boolean {
    return this.#case !== null;
  }

  use(openCase: OpenCase | null): void {
    this.#case?.db.close();
    this.#case = openCase;
    this.#estate = null;
    this.#prepared = null;
  }

  /** Keeps a picture for the one question that is to come; `key` says of which state of the case it is. */
  prepare(key: string, first: FirstMap): void {
    this.#prepared = { key, first };
  }

  /** Once only: places may be changed by whoever has seen the picture. */
  takePrepared(key: string): FirstMap | null {
    const prepared = this.#prepared;
    this.#prepared = null;
    return prepared?.key === key ? prepared.first : null;
  }

  /** Changes when anything in the case changes, by this process or another. */
  version(): string {
    const { db } = this.openCase;
    const own = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'revision'")?.value ?? '0';
    return `${own}/${db.dataVersion()}`;
  }

  estate(): Estate {
    const version = this.version();
    if (!this.#estate || version !== this.#estateVersion) {
      this.#estate = readEstate(this.openCase.db);
      this.#estateVersion = version;
    }
    return this.#estate;
  }
}

export interface CallContext {
  progress(progress: Progress): void;
}

export type Handler<M extends MethodName> = (
  context: EngineContext,
  args: ArgsOf<M>,
  call: CallContext,
) => ResultOf<M> | Promise<ResultOf<M>>;

/** Handlers of some of the contract's methods. */
export type Handlers = { readonly [M in MethodName]?: Handler<M> };
