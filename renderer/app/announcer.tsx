import { useNotices } from '../state/notices-store';

/** The one live region of the window. The turn makes an equal text a new one for the screen reader. */
export function Announcer() {
  const { text, turn } = useNotices((state) => state.announcement);
  return (
    <div className="visually-hidden" aria-live="polite" role="status">
      <span key={turn}>{text}</span>
    </div>
  );
}
