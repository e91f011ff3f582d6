import { XML_HEADER, escapeAttribute } from './xml';

const COLORS = [
  ['dk2', '1F3864'],
  ['lt2', 'E7E6E6'],
  ['accent1', '0072B2'],
  ['accent2', 'D55E00'],
  ['accent3', '009E73'],
  ['accent4', 'CC79A7'],
  ['accent5', '56B4E9'],
  ['accent6', 'E69F00'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
];

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number): string => `<a:ln w="${width}">${fill}</a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const font = (name: string): string => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;

/** The colours and fonts that table styles draw on (`xl/theme/theme1.xml`); another font serves titles as text. */
export function themeXmlIn(family?: string): string {
  const [titles, text] = [family ?? 'Calibri Light', family ?? 'Calibri'].map(escapeAttribute);
  return [
    XML_HEADER,
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Impact HLM"><a:themeElements>',
    '<a:clrScheme name="Impact HLM"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>',
    ...COLORS.map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`),
    '</a:clrScheme>',
    `<a:fontScheme name="Impact HLM"><a:majorFont>${font(titles ?? '')}</a:majorFont><a:minorFont>${font(text ?? '')}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="Impact HLM"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements></a:theme>',
  ].join('');
}
