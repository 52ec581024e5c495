import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Command, FilePlus2, Moon, Sun } from 'lucide-react';
import type { CommandId } from '../../shared/contract/commands';
import { useCase } from '../state/case-store';
import { isDarkNow, useTheme } from '../state/theme-store';
import { t } from '../strings/text';
import { Button, IconButton } from '../widgets/button';
import '../widgets/menu.css';
import { GlobalSearch } from './global-search';
import { writtenShortcut } from './shortcut-keys';
import type { RunCommand } from './use-commands';
import './top-bar.css';

interface TopBarProps {
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly onCommand: RunCommand;
}

export function TopBar({ platform, onCommand }: TopBarProps) {
  const info = useCase((state) => state.info);
  useTheme((state) => state.choice);
  const isMac = platform === 'darwin';
  return (
    <header className="top-bar">
      {info === null ? (
        <p className="top-bar__name">{t('app.name')}</p>
      ) : (
        <CaseMenu title={info.title} onCommand={onCommand} />
      )}
      <div className="top-bar__search">
        {info !== null && <GlobalSearch shortcut={writtenShortcut('CmdOrCtrl+F', isMac)} />}
      </div>
      <div className="top-bar__tools">
        {info !== null && (
          <Button icon={FilePlus2} onClick={() => onCommand('import.files')}>
            {t('import.button')}
          </Button>
        )}
        <IconButton
          icon={Command}
          label={t('palette.open', { keys: writtenShortcut('CmdOrCtrl+K', isMac) })}
          onClick={() => onCommand('palette.open')}
        />
        <IconButton
          icon={isDarkNow() ? Sun : Moon}
          label={isDarkNow() ? t('theme.toLight') : t('theme.toDark')}
          onClick={() => onCommand('theme.toggle')}
        />
      </div>
    </header>
  );
}

const caseCommands: readonly {
  readonly id: CommandId;
  readonly title: 'case.verify' | 'case.export' | 'start.open' | 'start.new' | 'case.close';
}[] = [
  { id: 'case.verify', title: 'case.verify' },
  { id: 'export.open', title: 'case.export' },
  { id: 'case.open', title: 'start.open' },
  { id: 'case.new', title: 'start.new' },
  { id: 'case.close', title: 'case.close' },
];

function CaseMenu({ title, onCommand }: { readonly title: string; readonly onCommand: RunCommand }) {
  return (
    <Menu.Root>
      <Menu.Trigger className="top-bar__case" aria-label={t('case.menu', { title })}>
        <span className="truncate">{title}</span>
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu__positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu">
            {caseCommands.map((item) => (
              <Menu.Item key={item.id} className="menu__item" onClick={() => onCommand(item.id)}>
                {t(item.title)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
