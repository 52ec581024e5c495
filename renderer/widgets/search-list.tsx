import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import './search-list.css';

export interface SearchListItem {
  readonly key: string;
  readonly content: ReactNode;
  readonly onChoose: () => void;
}

interface SearchListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly items: readonly SearchListItem[];
  /** What is said when nothing matches; null shows nothing. */
  readonly emptyText: string | null;
  /** `popup` floats below the box while it has focus; `inline` fills a dialog. */
  readonly shape: 'popup' | 'inline';
  readonly onDone?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly hint?: ReactNode;
}

/** A box to type in and the list of what it finds: the combobox pattern, with focus staying in the box. */
export function SearchList(props: SearchListProps) {
  const { label, placeholder, text, onText, items, emptyText, shape, onDone, inputRef, hint } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const [isFocused, setFocused] = useState(false);
  const active = Math.min(wanted, Math.max(0, items.length - 1));
  const isOpen =
    shape === 'inline' || (isFocused && text.trim() !== '' && (items.length > 0 || emptyText !== null));

  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (item: SearchListItem | undefined) => {
    if (item === undefined) return;
    setWanted(0);
    // Closing comes first: what is chosen may open something in the same place.
    onDone?.();
    item.onChoose();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') setWanted(items.length === 0 ? 0 : (active + 1) % items.length);
    else if (event.key === 'ArrowUp')
      setWanted(items.length === 0 ? 0 : (active - 1 + items.length) % items.length);
    else if (event.key === 'Enter') choose(items[active]);
    else if (event.key === 'Escape' && shape === 'popup') {
      onText('');
      event.currentTarget.blur();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={`search-list search-list--${shape}`}>
      <div className="search-list__box">
        <Search className="search-list__icon" size={15} aria-hidden />
        <input
          ref={inputRef}
          className="search-list__input"
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && items.length > 0 ? `${id}-${active}` : undefined}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setWanted(0);
            onText(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
        {hint}
      </div>
      <div ref={list} className="search-list__items" hidden={!isOpen}>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
        >
          {items.map((item, index) => (
            <div
              key={item.key}
              id={`${id}-${index}`}
              data-at={index}
              className="search-list__item"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseMove={() => setWanted(index)}
              onMouseUp={() => choose(item)}
            >
              {item.content}
            </div>
          ))}
        </div>
        {items.length === 0 && emptyText !== null && <p className="search-list__empty">{emptyText}</p>}
      </div>
    </div>
  );
}
