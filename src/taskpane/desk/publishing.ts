import { type Adjusted, slugOf, withAdjustments } from '../../campaign';
import {
  buildInternalWorkbook,
  buildPublicationWorkbook,
  type ConsolidationInput,
  type EarlierEdition,
  type Publication,
  publicationToCsv,
  publicationToJson,
  publish,
  type PublishedCell,
  type WithheldReason,
} from '../../consolidation';
import { territoryName } from '../../territory';
import { writeWorkbook } from '../../xlsx';
import { editionIn } from './editions';
import type { PublicationView, PublishedFile, TreatedCell } from './model';
import type { OnPart } from './union-desk';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const withheld: readonly WithheldReason[] = [
  'low_coverage',
  'not_proportional',
  'fewer_than_3',
  'dominance',
  'secondary',
];

/** Publishes a campaign as `consolidate --publish` does, and writes its four files. */
export class Publishing {
  #publication: Publication | undefined;

  constructor(
    private readonly input: ConsolidationInput,
    private readonly adjusted: Adjusted,
  ) {}

  /** Throws NotAnEdition or WorkbookRefused for a workbook that is no earlier edition. */
  async publish(previous: readonly File[], onPart: OnPart): Promise<PublicationView> {
    const total = previous.length + 1;
    const editions: EarlierEdition[] = [];
    for (const file of previous) {
      onPart(editions.length, total);
      editions.push(await editionIn(file));
    }
    onPart(previous.length, total);
    const publication = publish(this.input, editions);
    this.#publication = publication;
    onPart(total, total);
    return viewOf(publication, editions);
  }

  /** The publishable copy in three forms, then the internal workbook, of what was published last. */
  async files(onPart: OnPart): Promise<readonly PublishedFile[]> {
    const publication = this.#publication;
    if (!publication) return [];
    const { territory, year } = publication.consolidation;
    const name = `${slugOf(territoryName(territory) ?? territory)}-${year}`;
    const text = (content: string) => new TextEncoder().encode(content);
    const makers: readonly (() => Promise<PublishedFile> | PublishedFile)[] = [
      async () => ({
        kind: 'workbook',
        type: WORKBOOK,
        name: `publication-${name}.xlsx`,
        bytes: await writeWorkbook(buildPublicationWorkbook(publication)),
      }),
      () => ({
        kind: 'csv',
        type: 'text/csv',
        name: `publication-${name}.csv`,
        bytes: text(publicationToCsv(publication)),
      }),
      () => ({
        kind: 'json',
        type: 'application/json',
        name: `publication-${name}.json`,
        bytes: text(`${JSON.stringify(publicationToJson(publication), null, 2)}\n`),
      }),
      async () => ({
        kind: 'internal',
        type: WORKBOOK,
        name: `interne-${name}.xlsx`,
        bytes: await writeWorkbook(withAdjustments(buildInternalWorkbook(publication), this.adjusted)),
      }),
    ];
    const files: PublishedFile[] = [];
    for (const make of makers) {
      onPart(files.length, makers.length);
      files.push(await make());
    }
    return files;
  }
}

function viewOf(
  { cells, consolidation, adjusted, exposedBefore }: Publication,
  editions: readonly EarlierEdition[],
): PublicationView {
  const have = cells.filter((one) => one.value !== null);
  const count = (test: (one: PublishedCell) => boolean) => have.filter(test).length;
  return {
    published: count(({ status }) => status === 'published'),
    extrapolated: count(isExtrapolated),
    insufficient: count(({ status }) => status === 'insufficient'),
    masked: count(({ status, reason }) => status === 'masked' && reason !== 'secondary'),
    secondary: count(({ reason }) => reason === 'secondary'),
    adjusted,
    exposedBefore,
    otherYears: editions
      .filter((one) => one.year !== consolidation.year)
      .map(({ file, year }) => ({ file, year })),
    treated: have.flatMap((one): TreatedCell[] => {
      const { code, territory, status, coverage, extrapolatedShare: share } = one;
      const kind =
        status === 'masked' || status === 'insufficient'
          ? status
          : isExtrapolated(one)
            ? 'extrapolated'
            : undefined;
      if (!kind) return [];
      const label = consolidation.catalogue.indicators.get(code)?.label ?? { fr: code, en: code };
      const reason = withheld.find((some) => some === one.reason) ?? null;
      const place = territoryName(territory) ?? territory;
      return [{ code, label, territory, place, kind, reason, coverage, share }];
    }),
  };
}

const isExtrapolated = ({ status, extrapolatedShare }: PublishedCell): boolean =>
  status === 'published' && extrapolatedShare !== 0;
