import { create } from 'zustand';
import type { Failure } from '../../shared/contract/outcome';

export interface Notice {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly title: string;
  /** Cause and next step, for a failure. */
  readonly detail: string | null;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface NoticesState {
  readonly notices: readonly Notice[];
  /** What a screen reader is told; `turn` makes an equal text be said again. */
  readonly announcement: { readonly text: string; readonly turn: number };
}

export const useNotices = create<NoticesState>(() => ({ notices: [], announcement: { text: '', turn: 0 } }));

let lastId = 0;

/** Shows a notice in the corner; failures stay until dismissed, the rest leave by themselves. */
export function notify(notice: Pick<Notice, 'tone' | 'title'> & Partial<Notice>): void {
  lastId += 1;
  const complete: Notice = { detail: null, action: null, ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-3), complete] }));
  announce(complete.detail === null ? complete.title : `${complete.title}. ${complete.detail}`);
  if (complete.tone !== 'bad') setTimeout(() => dismissNotice(complete.id), 7000);
}

/** Says what failed, with the engine's own cause and next step. A cancelled job is no failure. */
export function notifyFailure(title: string, failure: Failure): void {
  if (failure.code === 'cancelled') return;
  notify({ tone: 'bad', title, detail: failure.message });
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Tells a screen reader something that the screen shows elsewhere. */
export function announce(text: string): void {
  useNotices.setState(({ announcement }) => ({ announcement: { text, turn: announcement.turn + 1 } }));
}
