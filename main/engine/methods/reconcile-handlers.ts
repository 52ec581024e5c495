import { coverageRows } from '../analyse/coverage/coverage';
import { absentPatterns } from '../analyse/holdings/absent-patterns';
import { compareHoldings } from '../analyse/holdings/holdings';
import { lost, messages } from '../analyse/losses/lost';
import { messageWindow } from '../analyse/losses/message-window';
import { reconcile, reconcileDays } from '../analyse/reconcile/reconcile';
import { isReconciled } from '../analyse/reconcile/reconciliation';
import { recordsOfMessage } from '../analyse/trace/records-of-message';
import { trace } from '../analyse/trace/trace';
import { traceList } from '../analyse/trace/trace-list';
import type { Handlers } from '../context';
import { correctCoverage, retractCorrection } from '../store/kept/coverage-corrections';
import { reconcileFirst } from './said-progress';
import { saveMessages } from './save-messages';

export const reconcileHandlers: Handlers = {
  'coverage.list': (context) => coverageRows(context.openCase.db),
  'coverage.correct': (context, correction) => correctCoverage(context.openCase.db, correction),
  'coverage.retract': (context, { id, reason, author }) => {
    retractCorrection(context.openCase.db, id, reason, author);
    return null;
  },
  'reconcile.run': (context, _args, call) => {
    reconcileFirst(context, call);
    return null;
  },
  'reconcile.isReady': (context) => isReconciled(context.openCase.db),
  'reconcile.flows': (context, filter) => reconcile(context.openCase.db, context.estate(), filter),
  'reconcile.days': (context, filter) => reconcileDays(context.openCase.db, context.estate(), filter),
  'reconcile.lost': (context, filter) => lost(context.openCase.db, context.estate(), filter),
  'reconcile.messages': (context, filter) => messages(context.openCase.db, context.estate(), filter),
  'reconcile.window': (context, request) => messageWindow(context.openCase.db, context.estate(), request),
  'reconcile.saveMessages': (context, { file, ...request }, call) =>
    saveMessages(context.openCase.db, context.estate(), file, request, call),
  'records.trace': (context, { record, limit }) =>
    trace(context.openCase, context.estate(), record, { limit }),
  'records.ofMessage': (context, { message }) => recordsOfMessage(context.openCase.db, message),
  'records.list': (context, { records }, call) => {
    reconcileFirst(context, call);
    return traceList(context.openCase, context.estate(), records, (done) =>
      call.progress({
        label: 'Tracing record by record',
        done,
        total: records.length,
        unit: 'rows',
        secondsLeft: null,
      }),
    );
  },
  'records.holdings': (context, request) => ({
    ...compareHoldings(context.openCase, request),
    ...(request.why ? { patterns: absentPatterns(context.openCase, request) } : {}),
  }),
};
