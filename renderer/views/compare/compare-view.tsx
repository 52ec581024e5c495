import { useState } from 'react';
import { t } from '../../strings/text';
import { Tabs } from '../../widgets/tabs';
import { CaseDifferences } from './case-differences';
import { HoldingsTab } from './holdings-tab';
import { MomentsTab } from './moments-tab';
import './compare-view.css';

type Tab = 'plan' | 'moments' | 'case' | 'systems';

/** As it is against the plan, two moments of this case, this case against another, or what two systems hold. */
export default function CompareView() {
  const [tab, setTab] = useState<Tab>('plan');
  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.compare')}</h1>
        <p className="view__subtitle">{t('compare.lead')}</p>
      </header>
      <Tabs
        label={t('nav.compare')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'plan', title: t('compare.plan') },
          { value: 'moments', title: t('compare.moments') },
          { value: 'case', title: t('compare.case') },
          { value: 'systems', title: t('compare.systems') },
        ]}
      >
        {tab === 'plan' && <CaseDifferences other={null} />}
        {tab === 'moments' && <MomentsTab />}
        {tab === 'case' && <AnotherCase />}
        {tab === 'systems' && <HoldingsTab />}
      </Tabs>
    </div>
  );
}

function AnotherCase() {
  const [other, setOther] = useState<string | null>(null);
  return <CaseDifferences key={other} other={other ?? ''} onChoose={setOther} />;
}
