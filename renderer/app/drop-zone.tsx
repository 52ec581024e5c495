import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bridge } from '../api';
import { useCase } from '../state/case-store';
import { takeFiles } from '../state/import-request-store';
import { t } from '../strings/text';
import './drop-zone.css';

/** Files and folders may be dropped anywhere in the window. The keyboard's way is the import command. */
export function DropZone() {
  const hasCase = useCase((state) => state.info !== null);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    // Entering a child fires before leaving its parent: only the balance says whether one is still inside.
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      setOver(depth > 0);
    };
    const onOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      void takeFiles(bridge.pathsOf([...(event.dataTransfer?.files ?? [])]));
    };
    addEventListener('dragenter', onEnter);
    addEventListener('dragleave', onLeave);
    addEventListener('dragover', onOver);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragenter', onEnter);
      removeEventListener('dragleave', onLeave);
      removeEventListener('dragover', onOver);
      removeEventListener('drop', onDrop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className="drop-zone">
      <div className="drop-zone__message">
        <FileDown size={32} strokeWidth={1.5} aria-hidden />
        <p className="drop-zone__title">{hasCase ? t('drop.import') : t('drop.newCase')}</p>
        <p>{t('drop.text')}</p>
      </div>
    </div>
  );
}
