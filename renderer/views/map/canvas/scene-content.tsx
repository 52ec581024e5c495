import { drawMark } from '../../../../shared/diagram/draw-mark';
import type { SceneMark, SceneText } from '../../../../shared/diagram/scene';

interface SceneContentProps {
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
}

/** The words and marks of a card or frame exactly where every export has them; colours are the theme's. */
export function SceneContent({ texts, marks }: SceneContentProps) {
  return (
    <>
      {marks.map((mark) => {
        const drawn = drawMark(mark.kind, mark.x, mark.y, 'currentcolor');
        if (drawn.kind !== 'path') return null;
        return (
          <path
            key={`${mark.x} ${mark.y}`}
            className={`map-mark map-mark--${mark.kind}`}
            d={drawn.d}
            fill={drawn.fill ?? 'none'}
            stroke={drawn.stroke?.colour ?? 'none'}
            strokeWidth={drawn.stroke?.width}
          />
        );
      })}
      {texts.map((text) => (
        <text
          key={`${text.x} ${text.y}`}
          className={`map-text map-text--${text.tone}`}
          x={text.x}
          y={text.y}
          fontSize={text.size}
          fontWeight={text.weight}
        >
          {text.text}
        </text>
      ))}
    </>
  );
}
