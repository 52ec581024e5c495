import type { PatternPreview } from '../../../../shared/contract/import-methods';
import { t } from '../../../strings/text';
import { linePieces } from './line-pieces';

const shownLines = 60;
const colours = 6;

/** The first lines with what each named group takes, and what the groups are read as. */
export function PatternLines({ preview }: { readonly preview: PatternPreview }) {
  const colourOf = (name: string) => preview.names.findIndex((each) => each.name === name) % colours;
  return (
    <>
      {preview.names.length > 0 && (
        <ul className="pattern__names">
          {preview.names.map(({ name, field }) => (
            <li key={name} className={`pattern__span pattern__span--${colourOf(name)}`}>
              {field === null ? t('pattern.asAttribute', { name }) : t('pattern.asField', { name, field })}
            </li>
          ))}
        </ul>
      )}
      <section className="pattern__lines" aria-label={t('pattern.lines')} {...scrollable}>
        <ol>
          {preview.lines.slice(0, shownLines).map((line) => (
            <li key={line.line} className="pattern__line">
              <span className="pattern__number">{line.line}</span>
              <code>
                {linePieces(line.text, line.spans ?? []).map((piece) =>
                  piece.name === null ? (
                    piece.text
                  ) : (
                    <mark
                      key={piece.from}
                      className={`pattern__span pattern__span--${colourOf(piece.name)}`}
                      title={piece.name}
                    >
                      {piece.text}
                    </mark>
                  ),
                )}
              </code>
              {line.spans === null && (
                <span className="pattern__none">
                  {line.isSlow ? t('pattern.slow') : t('pattern.noMatch')}
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Long lines must be reachable by the keys that scroll. */
const scrollable = { tabIndex: 0 };
