import { invalidArgument, unsupported } from '../richapi/errors';
import { hostObject, type ObjectType } from '../richapi/objects';
import type { Session } from '../session';

interface Culture {
  readonly name: string;
  readonly decimal: string;
  readonly group: string;
  readonly currency: string;
  readonly date: string;
  readonly dateSeparator: string;
  readonly longDate: string;
}

const cultures: Readonly<Record<string, Culture>> = {
  'fr-FR': {
    name: 'fr-FR',
    decimal: ',',
    group: '\u202f',
    currency: '€',
    date: 'dd/MM/yyyy',
    dateSeparator: '/',
    longDate: 'dddd d MMMM yyyy',
  },
  'en-US': {
    name: 'en-US',
    decimal: '.',
    group: ',',
    currency: '$',
    date: 'M/d/yyyy',
    dateSeparator: '/',
    longDate: 'dddd, MMMM d, yyyy',
  },
};

const english: Culture = cultures['en-US'] as Culture;
const cultureOf = (session: Session): Culture => cultures[session.options.locale] ?? english;

const numberFormatType: ObjectType<Culture> = {
  name: 'NumberFormatInfo',
  properties: {
    NumberDecimalSeparator: { get: ({ decimal }) => decimal },
    NumberGroupSeparator: { get: ({ group }) => group },
    CurrencySymbol: { get: ({ currency }) => currency, onDemand: true },
  },
};

const datetimeFormatType: ObjectType<Culture> = {
  name: 'DatetimeFormatInfo',
  properties: {
    DateSeparator: { get: ({ dateSeparator }) => dateSeparator },
    LongDatePattern: { get: ({ longDate }) => longDate },
    LongTimePattern: { get: () => 'HH:mm:ss' },
    ShortDatePattern: { get: ({ date }) => date },
    TimeSeparator: { get: () => ':' },
  },
};

const cultureType: ObjectType<Culture> = {
  name: 'CultureInfo',
  properties: { Name: { get: ({ name }) => name } },
  links: {
    NumberFormat: { to: (culture) => hostObject(numberFormatType, culture) },
    DatetimeFormat: { to: (culture) => hostObject(datetimeFormatType, culture) },
  },
};

const applicationType: ObjectType<null> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      get: (_target, session) => session.application.calculationMode,
      set: (_target, value, session) => {
        if (value === 'Manual')
          throw unsupported('Manual calculation is not simulated: Application.calculationMode.');
        if (value !== 'Automatic' && value !== 'AutomaticExceptTables') throw invalidArgument();
        session.application.calculationMode = value;
      },
    },
    CalculationState: { get: (_target, session) => (session.recalculation.pending ? 'Pending' : 'Done') },
    CalculationEngineVersion: { get: () => 191_029 },
    DecimalSeparator: { get: (_target, session) => cultureOf(session).decimal },
    ThousandsSeparator: { get: (_target, session) => cultureOf(session).group },
    UseSystemSeparators: { get: () => true },
  },
  links: { CultureInfo: { to: (_target, session) => hostObject(cultureType, cultureOf(session)) } },
  methods: {
    Calculate: {
      run: (_target, [kind], session) => {
        if (kind !== 'Recalculate' && kind !== 'Full' && kind !== 'FullRebuild') throw invalidArgument();
        if (kind === 'Recalculate') return;
        session.refreshFunctions();
      },
    },
    // The grid calculates after a batch anyway, and draws once.
    SuspendApiCalculationUntilNextSync: { run: () => undefined },
    SuspendScreenUpdatingUntilNextSync: { run: () => undefined },
  },
};

export const applicationObject = hostObject(applicationType, null);
