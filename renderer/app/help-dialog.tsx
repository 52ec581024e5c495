import { closeHelp, type HelpPage, helpPages, openHelp, useHelp } from '../state/help-store';
import { t } from '../strings/text';
import { FormatsPage } from '../views/formats/formats-page';
import { GuidePage } from '../views/guide/guide-page';
import { Dialog } from '../widgets/dialog';
import { Tabs } from '../widgets/tabs';

/** The guide, the page for IT departments and the list of formats; with or without a case. */
export function HelpDialog() {
  const page = useHelp((state) => state.page);
  return (
    <Dialog title={t('help.title')} isOpen={page !== null} onClose={closeHelp} size="large">
      {page !== null && (
        <Tabs
          label={t('help.pages')}
          value={page}
          tabs={helpPages.map((value) => ({ value, title: t(`help.page.${value}`) }))}
          onChange={openHelp}
        >
          <Page page={page} />
        </Tabs>
      )}
    </Dialog>
  );
}

function Page({ page }: { readonly page: HelpPage }) {
  return page === 'formats' ? <FormatsPage /> : <GuidePage page={page} onPage={openHelp} />;
}
