import type { Campaign, ReceivedVersion } from '../../campaign';
import type { Remark } from '../../contribution';
import type { TableContent } from '../../excel';

/** The tables of a union's workbook that are read at every change: the small ones. */
export type UnionTable = 'settings' | 'perimeter' | 'followUp' | 'journal' | 'versions';

/** A campaign in the open workbook, as it was last read. What landlords answered is read when it is asked for. */
export interface UnionView {
  /** Undefined when year or territory are missing or wrong: the remarks say so. */
  readonly campaign?: Campaign;
  readonly remarks: readonly Remark[];
  readonly tables: Readonly<Partial<Record<UnionTable, TableContent>>>;
  /** Every version taken, replaced ones too. */
  readonly versions: readonly ReceivedVersion[];
}
