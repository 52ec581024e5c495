import { useEffect, useId, useState } from 'react';
import { t } from '../../../strings/text';

/** A picture is asked for once the hand rests: each is laid out by the engine. */
const restMs = 140;

interface AmountChoiceProps {
  readonly label: string;
  /** How many are shown, of how many. */
  readonly shown: number;
  readonly all: number;
  readonly range: { readonly least: number; readonly most: number; readonly value: number };
  readonly onChoose: (value: number) => void;
}

/** How much of a picture is shown: a slider that says what it hides. */
export function AmountChoice({ label, shown, all, range, onChoose }: AmountChoiceProps) {
  const id = useId();
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(() => {
      onChoose(wanted);
      setWanted(null);
    }, restMs);
    return () => clearTimeout(timer);
  }, [wanted, onChoose]);

  const said = t('map.choose.said', { drawn: shown, all });
  return (
    <div className="line-choice">
      <label className="line-choice__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="line-choice__range nodrag nopan"
        type="range"
        min={range.least}
        max={range.most}
        value={wanted ?? range.value}
        aria-valuetext={said}
        onChange={(event) => setWanted(Number(event.target.value))}
      />
      <output className="line-choice__said numeric">
        {said}
        {shown < all && ` · ${t('map.hidden', { count: all - shown })}`}
      </output>
    </div>
  );
}
