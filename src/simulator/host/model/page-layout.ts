import { hostObject, type HostObject, type Method, type ObjectType, type Property } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { bagType, type Bag } from './bag';
import { changeExtras, extrasOf } from './extras';
import { rangeArgument } from './range/target';
import { addressOf } from './range/target';

/** The print layout of a sheet is kept with the workbook: the grid prints nothing. The target is its id. */
const members = (sheetId: string, session: Session): Readonly<Record<string, Json>> =>
  extrasOf(session.grid).pageLayouts[sheetId] ?? {};

function keep(sheetId: string, change: Readonly<Record<string, Json>>, session: Session): void {
  session.grid.sheet(sheetId);
  const { pageLayouts } = extrasOf(session.grid);
  changeExtras(session.grid, {
    pageLayouts: { ...pageLayouts, [sheetId]: { ...pageLayouts[sheetId], ...change } },
  });
}

/** Excel's own values of a new sheet; margins in points. */
const defaults: Readonly<Record<string, Json>> = {
  Orientation: 'Portrait',
  PaperSize: 'A4',
  BlackAndWhite: false,
  PrintErrors: 'AsDisplayed',
  Zoom: { scale: 100 },
  CenterHorizontally: false,
  CenterVertically: false,
  PrintHeadings: false,
  PrintGridlines: false,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  PrintComments: 'NoComments',
  DraftMode: false,
  FirstPageNumber: '',
  PrintOrder: 'DownThenOver',
};

const kept = (name: string): Property<string> => ({
  get: (sheetId, session) => members(sheetId, session)[name] ?? defaults[name] ?? null,
  set: (sheetId, value, session) => keep(sheetId, { [name]: value }, session),
});

const texts = {
  LeftHeader: '',
  CenterHeader: '',
  RightHeader: '',
  LeftFooter: '',
  CenterFooter: '',
  RightFooter: '',
};

const headersFooters = bagType('HeaderFooterGroup', {
  State: 'Default',
  UseSheetMargins: true,
  UseSheetScale: true,
  DefaultForAllPages: texts,
  EvenPages: texts,
  FirstPage: texts,
  OddPages: texts,
});

const keptRange = (name: string): Method<string> => ({
  run(sheetId, [argument], session) {
    const address =
      typeof argument === 'string'
        ? argument
        : addressOf(rangeArgument(argument, session.grid, sheetId), session);
    keep(sheetId, { [name]: address }, session);
  },
});

const pageLayoutType: ObjectType<string> = {
  name: 'PageLayout',
  properties: Object.fromEntries(Object.keys(defaults).map((name) => [name, kept(name)])),
  links: {
    HeadersFooters: {
      to: (sheetId) =>
        hostObject<Bag>(headersFooters, {
          path: 'HeadersFooters.',
          read: (session) => members(sheetId, session),
          write: (changed, session) => keep(sheetId, changed, session),
        }),
    },
  },
  methods: {
    SetPrintArea: keptRange('PrintArea'),
    SetPrintTitleRows: keptRange('PrintTitleRows'),
    SetPrintTitleColumns: keptRange('PrintTitleColumns'),
  },
};

export const pageLayoutObject = (sheetId: string): HostObject => hostObject(pageLayoutType, sheetId);
