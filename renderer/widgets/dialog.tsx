import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { t } from '../strings/text';
import { IconButton } from './button';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** A long-running or half-edited dialog does not close by a click beside it. */
  readonly staysOnOutsidePress?: boolean;
}

export function Dialog({
  title,
  description,
  isOpen,
  onClose,
  size = 'small',
  footer,
  children,
  staysOnOutsidePress = false,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={isOpen}
      disablePointerDismissal={staysOnOutsidePress}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="dialog__backdrop" forceRender />
        <Base.Popup
          className={`dialog dialog--${size}`}
          // What is to be filled in comes first, not the way out.
          initialFocus={() => firstControl(body.current) ?? body.current ?? true}
          // The keys of a dialog that fades away would do its work a second time.
          inert={!isOpen}
        >
          <header className="dialog__header">
            <div>
              <Base.Title className="dialog__title">{title}</Base.Title>
              {description && (
                <Base.Description className="dialog__description">{description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton icon={X} label={t('common.close')} />} />
          </header>
          <div ref={body} className="dialog__body" tabIndex={-1}>
            {children}
          </div>
          {footer && <footer className="dialog__footer">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Of a row of tabs, the one that is chosen: the ring on another would say that its page is shown. */
function firstControl(body: HTMLElement | null): HTMLElement | null {
  const first = body?.querySelector<HTMLElement>('input, select, button') ?? null;
  if (first?.getAttribute('role') !== 'tab') return first;
  return body?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ?? first;
}
