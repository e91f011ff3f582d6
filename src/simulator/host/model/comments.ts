import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Session } from '../session';
import { contains } from './address';
import { changeExtras, extrasOf, newId, type StoredComment } from './extras';
import { rangeObject } from './range/object';
import { liveArea, rangeArgument, RangeTarget } from './range/target';

/** A comment is known to a batch by its id. */
class CommentTarget {
  constructor(readonly id: string) {}
}

/** Comments of one sheet, or of the workbook when it is null. */
interface Scope {
  readonly sheetId: string | null;
}

const AUTHOR = 'Utilisateur';

function commentOf({ id }: CommentTarget, session: Session): StoredComment {
  const found = extrasOf(session.grid).comments.find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function change({ id }: CommentTarget, part: Partial<StoredComment>, session: Session): void {
  const { comments } = extrasOf(session.grid);
  changeExtras(session.grid, {
    comments: comments.map((one) => (one.id === id ? { ...one, ...part } : one)),
  });
}

const commentType: ObjectType<CommentTarget> = {
  name: 'Comment',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Content: {
      get: (target, session) => commentOf(target, session).content,
      set: (target, value, session) => change(target, { content: String(value) }, session),
    },
    AuthorName: { get: (target, session) => commentOf(target, session).author },
    Resolved: {
      get: (target, session) => commentOf(target, session).resolved,
      set: (target, value, session) => change(target, { resolved: value === true }, session),
    },
  },
  methods: {
    Delete: {
      run: ({ id }, _args, session) => {
        const { comments } = extrasOf(session.grid);
        changeExtras(session.grid, { comments: comments.filter((one) => one.id !== id) });
      },
    },
    GetLocation: {
      run: (target, _args, session) => {
        const { sheetId, row, column } = commentOf(target, session);
        const area = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        return rangeObject(new RangeTarget(sheetId, area));
      },
    },
  },
};

const commentsIn = ({ sheetId }: Scope, session: Session): readonly StoredComment[] =>
  extrasOf(session.grid).comments.filter((one) => sheetId === null || one.sheetId === sheetId);

const object = ({ id }: { readonly id: string }): HostObject =>
  hostObject(commentType, new CommentTarget(id));

function at(scope: Scope, argument: Argument, session: Session): StoredComment | undefined {
  const range = rangeArgument(argument, session.grid, scope.sheetId ?? session.grid.activeSheet.getSheetId());
  const area = liveArea(range, session);
  return extrasOf(session.grid).comments.find(({ sheetId, row, column }) => {
    const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    return sheetId === range.sheetId && contains(area, cell);
  });
}

const commentsType: ObjectType<Scope> = {
  name: 'CommentCollection',
  items: (scope, session) => commentsIn(scope, session).map(object),
  item: (scope, key, session) => found(scope, key, session),
  methods: {
    Add: {
      run: (scope, [place, content], session) => {
        const home = scope.sheetId ?? session.grid.activeSheet.getSheetId();
        const range = rangeArgument(place, session.grid, home);
        const { startRow: row, startColumn: column } = liveArea(range, session);
        if (typeof content !== 'string' || at(scope, place, session)) throw invalidArgument();
        const comment: StoredComment = {
          id: newId(),
          sheetId: range.sheetId,
          row,
          column,
          author: AUTHOR,
          content,
          resolved: false,
          replies: [],
        };
        changeExtras(session.grid, { comments: [...extrasOf(session.grid).comments, comment] });
        return object(comment);
      },
    },
    GetCount: { run: (scope, _args, session) => commentsIn(scope, session).length },
    GetItem: { run: (scope, [key], session) => found(scope, key, session) },
    GetItemAt: {
      run: (scope, [index], session) => {
        const comment = commentsIn(scope, session)[Number(index)];
        if (!comment) throw itemNotFound();
        return object(comment);
      },
    },
    GetItemByCell: {
      run: (scope, [place], session) => {
        const comment = at(scope, place, session);
        if (!comment) throw itemNotFound();
        return object(comment);
      },
    },
  },
};

function found(scope: Scope, key: Argument, session: Session): HostObject {
  const comment = commentsIn(scope, session).find((one) => one.id === key);
  if (!comment) throw itemNotFound();
  return object(comment);
}

export const sheetComments = (sheetId: string | null): HostObject => hostObject(commentsType, { sheetId });
