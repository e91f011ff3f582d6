import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './scripts';

export const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');

/** What the manifest is compared with, written here so that each rule can be broken alone. */
const square = (size: number) => ({ width: size, height: size });
const pictures = [...manifest.matchAll(/assets\/([a-z]+-(\d+)\.png)/g)];
const actions = [...new Set([...manifest.matchAll(/<FunctionName>([\w-]+)</g)].map(([, name]) => name))];
const functions = ['LOYER_M2', 'TERRITOIRE'];
export const facts = {
  images: Object.fromEntries(pictures.map(([, name, size]) => [`assets/${name}`, square(Number(size))])),
  files: ['taskpane.html', 'functions.js', 'functions-fr.json', 'functions-en.json', 'aide/', 'aide/en/'],
  actions,
  metadata: { 'functions-fr.json': functions, 'functions-en.json': functions },
  registered: functions,
  members: [],
};

export const use = (set: string, version: string, guarded = false) => ({
  members: [{ set, version, guarded, member: 'Range.thing', file: 'src/excel/a.ts', line: 7 }],
});

export interface Case {
  readonly breaks: string;
  /** The first place this text is found is replaced. */
  readonly from?: string | RegExp;
  readonly to?: string;
  readonly changes?: object;
  /** The only fault that must be found. */
  readonly says: string;
}

const long = (count: number) => 'x'.repeat(count);

export const cases: readonly Case[] = [
  // Well-formed XML
  { breaks: 'a tag left open', from: '</Permissions>', to: '', says: '</OfficeApp> ferme <Permissions>' },
  { breaks: 'an & of its own', from: 'Impact HLM est prêt', to: 'Impact & HLM', says: 'entité XML' },
  {
    breaks: 'an attribute twice',
    from: 'lifetime="long"',
    to: 'lifetime="long" lifetime="long"',
    says: 'deux fois l’attribut lifetime',
  },
  { breaks: 'a prefix without a namespace', from: /xmlns:bt="[^"]*"/, to: '', says: 'Le préfixe « bt: »' },
  {
    breaks: 'a document type',
    from: '<OfficeApp',
    to: '<!DOCTYPE a><OfficeApp',
    says: 'n’est pas une balise correcte',
  },
  { breaks: 'a second root', from: /$/, to: '<a/>', says: 'vient après la fin de <OfficeApp>' },
  // Order
  {
    breaks: 'two elements the wrong way round',
    from: /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/,
    to: '$2$1',
    says: '<Id> vient avant <Version>',
  },
  {
    breaks: 'a label after the icon',
    from: /(<Label resid="Pane.Label" \/>)\s*(<Icon>[\s\S]*?<\/Icon>)/,
    to: '$2$1',
    says: '<Label> vient avant <Icon>',
  },
  {
    breaks: 'the tab’s label before its groups',
    from: /(<CustomTab id="Impact.Tab">)([\s\S]*)(<Label resid="Tab.Label" \/>)/,
    to: '$1$3$2',
    says: '<Group> vient avant <Label>',
  },
  {
    breaks: 'an element of another parent',
    from: '<Permissions>',
    to: '<FunctionName>a</FunctionName><Permissions>',
    says: 'n’a pas sa place dans <OfficeApp>',
  },
  {
    breaks: 'an element twice',
    from: /(<ProviderName>.*<\/ProviderName>)/,
    to: '$1$1',
    says: 'ne prend qu’un <ProviderName>',
  },
  {
    breaks: 'a required element',
    from: /<Supertip>\s*<Title[^>]*>/,
    to: '<Supertip>',
    says: '<Supertip> demande un <Title>',
  },
  {
    breaks: 'the type of an action',
    from: 'xsi:type="ExecuteFunction"',
    to: 'xsi:type="Execute"',
    says: 'son type est inconnu',
  },
  // Identity
  { breaks: 'the GUID', from: /<Id>.*<\/Id>/, to: '<Id>impact</Id>', says: 'Id doit être un GUID' },
  { breaks: 'the version', from: '<Version>1.0.0.0<', to: '<Version>1.0.0-beta<', says: 'Version s’écrit' },
  { breaks: 'the permissions', from: 'ReadWriteDocument', to: 'Restricted', says: 'Permissions doit être' },
  {
    breaks: 'the host',
    from: '<Host Name="Workbook"',
    to: '<Host Name="Document"',
    says: 'Host doit être Workbook',
  },
  // Languages
  {
    breaks: 'a missing translation',
    from: /(<bt:String id="Pane.Label"[^>]*>)\s*<bt:Override[^>]*>/,
    to: '$1',
    says: '« Pane.Label » n’a pas de traduction anglaise',
  },
  {
    breaks: 'English metadata',
    from: /<bt:Override Locale="en-US" Value="[^"]*functions-en.json" \/>/,
    to: '',
    says: '« Functions.Metadata.Url » n’a pas de traduction anglaise',
  },
  {
    breaks: 'a language twice',
    from: /(<Override Locale="en-US" Value="Impact HLM" \/>)/,
    to: '$1$1',
    says: 'en-US est donnée deux fois',
  },
  // Resources
  {
    breaks: 'a resid',
    from: 'Label resid="Tab.Label"',
    to: 'Label resid="Onglet"',
    says: 'resid="Onglet" n’existe pas',
  },
  {
    breaks: 'the section of a resid',
    from: 'Label resid="Tab.Label"',
    to: 'Label resid="Pane.Open.Tip"',
    says: '<Label> lit ShortStrings',
  },
  {
    breaks: 'an unused resource',
    from: '<bt:ShortStrings>',
    to: '<bt:ShortStrings><bt:String id="Vain" DefaultValue="a"><bt:Override Locale="en-US" Value="b"/></bt:String>',
    says: '« Vain » ne sert à rien',
  },
  {
    breaks: 'a resource given twice',
    from: /(<bt:Image id="pane.16"[^>]*>)/,
    to: '$1$1',
    says: '« pane.16 » existe deux fois',
  },
  // Texts
  {
    breaks: 'a label of 31 characters',
    from: 'DefaultValue="Ouvrir le volet"',
    to: `DefaultValue="${long(31)}"`,
    says: 'a 31 caractères ; 30 au plus',
  },
  {
    breaks: 'a short string of 126',
    from: 'DefaultValue="Impact HLM est prêt"',
    to: `DefaultValue="${long(126)}"`,
    says: '126 caractères ; 125 au plus',
  },
  {
    breaks: 'a long string of 251',
    from: /DefaultValue="Ouvre le volet[^"]*"/,
    to: `DefaultValue="${long(251)}"`,
    says: '251 caractères ; 250 au plus',
  },
  {
    breaks: 'an English long string of 251',
    from: /Value="Opens the Impact HLM pane[^"]*"/,
    to: `Value="${long(251)}"`,
    says: '251 caractères ; 250 au plus',
  },
  {
    breaks: 'an empty text',
    from: 'DefaultValue="Ouvrir le volet"',
    to: 'DefaultValue=" "',
    says: '« Pane.Open.Label » est vide',
  },
  // Pictures
  {
    breaks: 'a missing picture',
    changes: { images: { ...facts.images, 'assets/freeze-80.png': undefined } },
    says: 'assets/freeze-80.png n’existe pas',
  },
  {
    breaks: 'the size of a picture',
    changes: { images: { ...facts.images, 'assets/freeze-80.png': square(79) } },
    says: 'mesure 79 × 79 pixels ; il en faut 80 × 80',
  },
  {
    breaks: 'the high-resolution icon',
    from: 'impact-64.png',
    to: 'impact-32.png',
    says: 'mesure 32 × 32 pixels ; il en faut 64 × 64',
  },
  {
    breaks: 'a required size',
    from: /<bt:Image size="80" resid="function.80" \/>/,
    to: '<bt:Image size="64" resid="function.80" />',
    says: 'Il manque l’icône de 80 pixels',
  },
  // Addresses
  {
    breaks: 'https',
    from: 'SourceLocation DefaultValue="https:',
    to: 'SourceLocation DefaultValue="http:',
    says: 'n’est pas en https',
  },
  {
    breaks: 'another origin',
    from: /(Url id="Help.Url" DefaultValue=")[^"]*/,
    to: '$1https://exemple.fr/aide/',
    says: 'la publication ne la changerait pas',
  },
  {
    breaks: 'a page that is not built',
    from: /(Url id="Help.Url" DefaultValue=")[^"]*/,
    to: '$1https://localhost:3000/help.html',
    says: 'help.html n’est pas produit',
  },
  // Shared runtime
  { breaks: 'the lifetime', from: 'lifetime="long"', to: 'lifetime="short"', says: 'lifetime="long"' },
  {
    breaks: 'another page for the functions',
    from: '<Page>\n              <SourceLocation resid="Taskpane.Url"',
    to: '<Page><SourceLocation resid="Help.Url"',
    says: 'doit désigner Taskpane.Url',
  },
  {
    breaks: 'another page for the ribbon',
    from: 'FunctionFile resid="Taskpane.Url"',
    to: 'FunctionFile resid="Help.Url"',
    says: '<FunctionFile> doit désigner Taskpane.Url',
  },
  // Commands
  {
    breaks: 'the id of a button',
    from: 'id="Impact.Check.Open"',
    to: 'id="Impact.Pane.Open"',
    says: '« Impact.Pane.Open » est pris deux fois',
  },
  {
    breaks: 'an action the pane lacks',
    from: /<FunctionName>figer-valeurs</,
    to: '<FunctionName>rien<',
    says: 'pas d’action « rien »',
  },
  {
    breaks: 'an action without a button',
    changes: { actions: [...actions, 'ouvrir-autre'] },
    says: '« ouvrir-autre » du volet n’a pas de bouton',
  },
  // Functions
  {
    breaks: 'the namespace in English',
    from: 'Override Locale="en-US" Value="IMPACT"',
    to: 'Override Locale="en-US" Value="EFFECT"',
    says: 'pas « EFFECT »',
  },
  {
    breaks: 'a function not registered',
    changes: { registered: ['LOYER_M2'] },
    says: 'TERRITOIRE est décrite dans functions-fr.json',
  },
  {
    breaks: 'a function not described in English',
    changes: { metadata: { ...facts.metadata, 'functions-en.json': ['LOYER_M2'] } },
    says: 'TERRITOIRE est enregistrée mais manque dans functions-en.json',
  },
  // Requirement sets
  {
    breaks: 'a later member',
    changes: use('ExcelApi', '1.15'),
    says: 'demande ExcelApi 1.15 ; Requirements n’exige que 1.14',
  },
  {
    breaks: 'a set not declared',
    changes: use('RibbonApi', '1.1'),
    says: 'RibbonApi 1.1, qui n’est pas dans Requirements',
  },
  {
    breaks: 'a member no test can reach',
    changes: use('ExcelApi', '1.18', true),
    says: 'nos tests s’arrêtent à 1.15',
  },
  {
    breaks: 'the shared runtime’s set',
    from: /<Set Name="SharedRuntime"[^>]*>/,
    to: '',
    says: 'doit exiger SharedRuntime',
  },
];
