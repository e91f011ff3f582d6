import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { Block, BlockOf, EditedStudy, Part } from '../../../study';
import { ChartView } from './chart-view';
import { Editable } from './editable';
import { MapView } from './map-view';

const useStyles = makeStyles({
  figures: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))', gap: '8px' },
  figure: { padding: '8px 10px', borderRadius: '4px', backgroundColor: tokens.colorNeutralBackground3 },
  value: {
    fontSize: '18px',
    lineHeight: '24px',
    fontWeight: 600,
    color: tokens.colorBrandForeground1,
    overflowWrap: 'anywhere',
  },
  small: { fontSize: '12px', lineHeight: '16px' },
  beside: { fontSize: '11px', lineHeight: '15px', color: tokens.colorNeutralForeground2 },
  warning: { margin: 0, fontWeight: 600, color: tokens.colorStatusWarningForeground1 },
  block: { margin: 0, minWidth: 0 },
  caption: { fontWeight: 600, fontSize: '13px', lineHeight: '18px', marginBottom: '4px', display: 'block' },
  scroll: {
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: '12px', lineHeight: '16px' },
  cell: {
    padding: '4px 6px',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 400,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { fontWeight: 600, borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  number: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  quote: {
    margin: 0,
    fontStyle: 'italic',
    paddingLeft: '10px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  list: { margin: 0 },
  word: { fontWeight: 600 },
  meaning: { margin: '0 0 6px' },
});

interface BlockProps {
  readonly block: Block;
  /** Its texts that may be rewritten, in their order. */
  readonly parts: readonly Part[];
  readonly template: string;
  readonly edited: EditedStudy;
}

/** A block of the study as a page of it shows it, lightly. */
export function BlockView(props: BlockProps) {
  const styles = useStyles();
  const { block, parts, ...study } = props;
  const [first, second] = parts;
  const caption = first ? (
    <Editable key={first.id} as="figcaption" className={styles.caption} part={first} {...study} />
  ) : null;
  switch (block.kind) {
    case 'figures':
      return <Figures block={block} />;
    case 'paragraph':
      if (parts.length === 0) return <p className={styles.block}>{block.text}</p>;
      return (
        <div className={styles.block}>
          {parts.map((part) => (
            <Editable key={part.id} part={part} {...study} />
          ))}
        </div>
      );
    case 'warning':
      return <p className={styles.warning}>{block.text}</p>;
    case 'table':
      return (
        <figure className={styles.block}>
          {caption}
          <TableView block={block} />
        </figure>
      );
    case 'chart':
      return (
        <figure className={styles.block}>
          {caption}
          <ChartView block={block} />
        </figure>
      );
    case 'map':
      return (
        <figure className={styles.block}>
          {caption}
          <MapView block={block} />
        </figure>
      );
    case 'quote':
      return (
        <div>
          {first ? (
            <Editable key={first.id} as="blockquote" className={styles.quote} part={first} {...study} />
          ) : null}
          <div className={styles.small}>{block.author}</div>
        </div>
      );
    case 'example':
      return (
        <figure className={styles.block}>
          {caption}
          <div className={styles.beside}>{block.place}</div>
          {second ? <Editable key={second.id} part={second} {...study} /> : null}
        </figure>
      );
    case 'list':
      return (
        <dl className={styles.list}>
          {block.items.map(([word, meaning]) => (
            <Fragment key={word}>
              <dt className={styles.word}>{word}</dt>
              <dd className={styles.meaning}>{meaning}</dd>
            </Fragment>
          ))}
        </dl>
      );
  }
}

function Figures({ block: { figures } }: { readonly block: BlockOf<'figures'> }) {
  const styles = useStyles();
  return (
    <div className={styles.figures}>
      {figures.map(({ label, value, beside }) => (
        <div key={label} className={styles.figure}>
          {/* In a narrow pane the unit goes below its number. */}
          <div className={styles.value}>{value.text.replaceAll('\u00a0', ' ') + value.marks}</div>
          <div className={styles.small}>{label}</div>
          {beside === undefined ? null : <div className={styles.beside}>{beside}</div>}
        </div>
      ))}
    </div>
  );
}

/** Wider than the pane, it scrolls on its own, with the keyboard too. */
function TableView({ block: { title, headings, rows } }: { readonly block: BlockOf<'table'> }) {
  const styles = useStyles();
  const isNumeric = (at: number) => rows.some((row) => typeof row[at] !== 'string');
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            {headings.map((text, at) => (
              <th
                key={at}
                scope="col"
                className={mergeClasses(styles.cell, styles.head, isNumeric(at) && styles.number)}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((one, at) =>
                typeof one === 'string' ? (
                  <td key={at} className={styles.cell}>
                    {one}
                  </td>
                ) : (
                  <td key={at} className={mergeClasses(styles.cell, styles.number)}>
                    {one.text + one.marks}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
