import { bridge } from '../api';
import { notify } from './notices-store';

/** Puts text on the clipboard and says so: nothing on the screen would show it otherwise. */
export function copyText(text: string, said: string): void {
  void bridge.copyText(text).then(() => notify({ tone: 'plain', title: said }));
}
