import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import './tabs.css';

export interface Tab<T extends string> {
  readonly value: T;
  readonly title: string;
  readonly count?: string;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly Tab<T>[];
  readonly onChange: (value: T) => void;
  /** The chosen tab's content. */
  readonly children: ReactNode;
  /** At the end of the tab row. */
  readonly actions?: ReactNode;
}

export function Tabs<T extends string>({ label, value, tabs, onChange, children, actions }: TabsProps<T>) {
  return (
    <Base.Root
      className="tabs"
      value={value}
      onValueChange={(chosen) => {
        const tab = tabs.find((candidate) => candidate.value === chosen);
        if (tab !== undefined) onChange(tab.value);
      }}
    >
      <div className="tabs__row">
        <Base.List className="tabs__list" aria-label={label}>
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className="tabs__tab">
              <span className="tabs__words">
                {tab.title}
                {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
              </span>
            </Base.Tab>
          ))}
        </Base.List>
        {actions && <div className="tabs__actions">{actions}</div>}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="tabs__panel">
          {tab.value === value && children}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
