import type { Handlers } from '../context';
import { readEdits, stateByHand, undoEdit } from '../store/facts/edits';
import { listViews, removeView, saveView } from '../store/kept/saved-views';

export const editHandlers: Handlers = {
  'edit.state': (context, { facts, setAside, author, reason }) =>
    stateByHand(context.openCase.db, facts, setAside ?? [], { author, reason }),
  'edit.undo': (context, { id, author, reason }) =>
    undoEdit(context.openCase.db, id, { author, reason }, false),
  'edit.redo': (context, { id, author, reason }) =>
    undoEdit(context.openCase.db, id, { author, reason }, true),
  'edit.list': (context) => readEdits(context.openCase.db),
  'views.list': (context) => listViews(context.openCase.db),
  'views.save': (context, { name, view }) => {
    saveView(context.openCase.db, name, view);
    return null;
  },
  'views.remove': (context, { name }) => {
    removeView(context.openCase.db, name);
    return null;
  },
};
