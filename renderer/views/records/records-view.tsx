import { Footprints, ListPlus, PackageX, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { NeedsFiles } from '../../analysis/needs-files';
import { Reconciled } from '../../analysis/reconciled';
import { closeEvidence } from '../../state/evidence-store';
import { goTo, useNavigation } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { TextField } from '../../widgets/text-field';
import { JourneysOverview } from './journeys-overview';
import { ListDialog } from './list-dialog';
import { RecordList } from './record-list-table';
import { TraceView } from './trace-view';
import './records-view.css';

/** One record's journey across every system, or what became of each of a list. */
export default function RecordsView() {
  const focused = useNavigation((state) => state.focus?.text ?? null);
  const [typed, setTyped] = useState(focused ?? '');
  const [record, setRecord] = useState<string | null>(focused);
  const [list, setList] = useState<readonly string[] | null>(null);
  const [isListing, setListing] = useState(false);

  useEffect(() => {
    if (focused === null) return;
    setTyped(focused);
    setRecord(focused);
  }, [focused]);

  // Lines of one record are no evidence for the next.
  useEffect(() => (record === null ? undefined : closeEvidence), [record]);

  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.records')}</h1>
        <search className="records__search">
          <form
            className="records__form"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() !== '') setRecord(typed.trim());
            }}
          >
            <TextField
              label={t('records.find')}
              isLabelShown={false}
              placeholder={t('records.find')}
              icon={Search}
              value={typed}
              onChange={setTyped}
            />
            <Button type="submit" variant="primary" disabled={typed.trim() === ''}>
              {t('records.trace')}
            </Button>
          </form>
        </search>
        <div className="view__tools">
          {list === null && record !== null && (
            <Button onClick={() => setRecord(null)}>{t('records.backToWays')}</Button>
          )}
          {list !== null && record !== null && (
            <Button onClick={() => setRecord(null)}>{t('records.backToList', { count: list.length })}</Button>
          )}
          {(list !== null || record !== null) && (
            <Button icon={ListPlus} onClick={() => setListing(true)}>
              {t('records.list')}
            </Button>
          )}
        </div>
      </header>
      {record === null && list === null ? (
        <NeedsFiles icon={Footprints} needs="events">
          <JourneysOverview
            onOpen={setRecord}
            actions={
              <>
                <Button icon={ListPlus} onClick={() => setListing(true)}>
                  {t('records.list')}
                </Button>
                <Button icon={PackageX} onClick={() => goTo('losses')}>
                  {t('records.seeLost')}
                </Button>
              </>
            }
          />
        </NeedsFiles>
      ) : (
        <Reconciled>
          {record !== null ? (
            <TracedRecord record={record} onOpen={setRecord} />
          ) : (
            list !== null && <RecordList key={list.join('\n')} records={list} onOpen={setRecord} />
          )}
        </Reconciled>
      )}
      <ListDialog
        isOpen={isListing}
        onClose={() => setListing(false)}
        onList={(records) => {
          setList(records);
          setRecord(null);
          setListing(false);
        }}
      />
    </div>
  );
}

interface RecordProps {
  readonly record: string;
  readonly onOpen: (record: string) => void;
}

/** So many of a message's records are offered. */
const offeredAtMost = 5;

/** No record has the number; where it is a message's id, the records of that message. */
function NoSuchRecord({ record, onOpen }: RecordProps) {
  const message = useAnswer('records.ofMessage', { message: record }).value;
  const records = message?.records ?? [];
  return (
    <EmptyState
      icon={Footprints}
      title={t('records.notFound', { record })}
      actions={records.slice(0, offeredAtMost).map((one) => (
        <Button key={one} onClick={() => onOpen(one)}>
          {t('records.traceOf', { record: one })}
        </Button>
      ))}
    >
      {message === null || message.lines === 0
        ? t('records.notFoundText')
        : records.length === 0
          ? t('records.isMessageAlone', { lines: message.lines })
          : t('records.isMessage', { lines: message.lines, records: records.length })}
    </EmptyState>
  );
}

function TracedRecord({ record, onOpen }: RecordProps) {
  const answer = useAnswer('records.trace', { record, limit: 20_000 });
  const coverage = useAnswer('coverage.list', {});
  if (answer.failure?.code === 'not-found' || answer.value?.eventCount === 0) {
    return <NoSuchRecord record={record} onOpen={onOpen} />;
  }
  if (answer.failure !== null)
    return <FailureState title={t('records.failed', { record })} message={answer.failure.message} />;
  if (answer.value === null || answer.isLoading) return <div className="view" aria-busy="true" />;
  return <TraceView trace={answer.value} coverage={coverage.value ?? []} />;
}
