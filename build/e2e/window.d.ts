import type { WindowBridge } from '../../shared/contract/window-bridge';

declare global {
  interface Window {
    readonly whereabouts: WindowBridge;
  }
}
