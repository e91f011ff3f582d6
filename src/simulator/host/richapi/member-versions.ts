/**
 * Since which version of ExcelApi a member exists, for the objects of this host; absent: the first one.
 * From the notes `[Api set: ExcelApi …]` of @types/office-js (MIT); a test compares the two.
 */
export const versions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.2': {
    Chart: 'GetImage Worksheet',
    FormatProtection: 'FormulaHidden Locked',
    Range:
      'ColumnHidden FormulasR1C1 GetColumnsAfter GetColumnsBefore GetResizedRange GetRowsAbove GetRowsBelow Hidden Merge RowHidden Sort Unmerge',
    RangeFormat: 'AutofitColumns AutofitRows ColumnWidth Protection RowHeight',
    Table: 'ClearFilters ConvertToRange ReapplyFilters Sort Worksheet',
    TableColumn: 'Filter',
    Workbook: 'Functions',
    Worksheet: 'Protection',
    WorksheetProtection: 'Options Protect Protected',
  },
  '1.3': {
    Range: 'GetVisibleView',
    Table: 'HighlightFirstColumn HighlightLastColumn ShowBandedColumns ShowBandedRows ShowFilterButton',
    Workbook: 'PivotTables',
    Worksheet: 'PivotTables',
  },
  '1.4': {
    ChartCollection: 'GetCount GetItemOrNullObject',
    ChartSeriesCollection: 'GetCount',
    NamedItem: 'Comment Delete GetRangeOrNullObject Scope Worksheet WorksheetOrNullObject',
    NamedItemCollection: 'Add AddFormulaLocal GetCount GetItemOrNullObject',
    Range: 'GetIntersectionOrNullObject GetUsedRangeOrNullObject',
    Setting: 'Delete Key Value',
    SettingCollection: 'Add GetCount GetItem GetItemOrNullObject',
    TableCollection: 'GetCount GetItemOrNullObject',
    TableColumnCollection: 'GetCount GetItemOrNullObject',
    TableRowCollection: 'GetCount',
    Workbook: 'Settings',
    Worksheet: 'GetUsedRangeOrNullObject Names',
    WorksheetCollection: 'GetCount GetItemOrNullObject',
  },
  '1.5': {
    CustomXmlPart: 'Delete GetXml Id NamespaceUri SetXml',
    CustomXmlPartCollection: 'Add GetByNamespace GetCount GetItem GetItemOrNullObject',
    Workbook: 'CustomXmlParts',
    Worksheet: 'GetNext GetNextOrNullObject GetPrevious GetPreviousOrNullObject',
    WorksheetCollection: 'GetFirst GetLast',
  },
  '1.6': {
    Application: 'SuspendApiCalculationUntilNextSync',
    ConditionalFormat:
      'CellValue CellValueOrNullObject ColorScale ColorScaleOrNullObject Custom CustomOrNullObject DataBar DataBarOrNullObject Delete GetRange GetRangeOrNullObject IconSet IconSetOrNullObject Id Preset PresetOrNullObject Priority StopIfTrue TextComparison TextComparisonOrNullObject TopBottom TopBottomOrNullObject Type',
    ConditionalFormatCollection: 'Add ClearAll GetCount GetItem GetItemAt',
    Range: 'Calculate ConditionalFormats',
    Worksheet: 'Calculate',
  },
  '1.7': {
    Chart: 'ChartType Id ShowAllFieldButtons',
    ChartSeries:
      'ChartType Delete Filtered GapWidth HasDataLabels MarkerBackgroundColor MarkerForegroundColor MarkerSize MarkerStyle PlotOrder SetBubbleSizes SetValues SetXAxisValues ShowShadow Smooth',
    ChartSeriesCollection: 'Add',
    CustomProperty: 'Delete Key Type Value',
    CustomPropertyCollection: 'Add DeleteAll GetCount GetItem GetItemOrNullObject',
    DocumentProperties:
      'Author Category Comments Company CreationDate Custom Keywords LastAuthor Manager RevisionNumber Subject Title',
    NamedItem: 'ArrayValues Formula',
    Range:
      'GetAbsoluteResizedRange GetImage GetSurroundingRegion Hyperlink IsEntireColumn IsEntireRow NumberFormatLocal ShowCard Style',
    RangeFormat: 'TextOrientation UseStandardHeight UseStandardWidth',
    Workbook: 'DataConnections GetActiveCell Name Properties Protection Styles',
    WorkbookProtection: 'Protect Protected Unprotect',
    Worksheet: 'Copy FreezePanes GetRangeByIndexes StandardHeight StandardWidth TabColor',
    WorksheetFreezePanes: 'FreezeAt FreezeColumns FreezeRows GetLocation GetLocationOrNullObject Unfreeze',
    WorksheetProtection: 'Unprotect',
  },
  '1.8': {
    Chart:
      'CategoryLabelLevel DisplayBlanksAs PlotArea PlotBy PlotVisibleOnly SeriesNameLevel ShowDataLabelsOverMaximum Style',
    ChartSeries: 'AxisGroup DataLabels Overlap',
    DataValidation: 'Clear ErrorAlert IgnoreBlanks Prompt Rule Type Valid',
    Range: 'DataValidation',
    Table: 'LegacyId',
    Workbook: 'ReadOnly',
    Worksheet: 'ShowGridlines ShowHeadings',
  },
  '1.9': {
    Application:
      'CalculationEngineVersion CalculationState IterativeCalculation SuspendScreenUpdatingUntilNextSync',
    Chart: 'Activate PivotOptions',
    ConditionalFormat: 'GetRanges',
    DataValidation: 'GetInvalidCells GetInvalidCellsOrNullObject',
    PageBreak: 'ColumnIndex Delete GetCellAfterBreak RowIndex',
    PageBreakCollection: 'Add GetCount RemovePageBreaks',
    PageLayout:
      'BlackAndWhite BottomMargin CenterHorizontally CenterVertically DraftMode FirstPageNumber FooterMargin GetPrintArea GetPrintAreaOrNullObject GetPrintTitleColumns GetPrintTitleColumnsOrNullObject GetPrintTitleRows GetPrintTitleRowsOrNullObject HeaderMargin HeadersFooters LeftMargin Orientation PaperSize PrintComments PrintErrors PrintGridlines PrintHeadings PrintOrder RightMargin SetPrintArea SetPrintMargins SetPrintTitleColumns SetPrintTitleRows TopMargin Zoom',
    Range:
      'AutoFill ConvertDataTypeToText ConvertToLinkedDataType CopyFrom Find FindOrNullObject FlashFill GetCellProperties GetColumnProperties GetRowProperties GetSpecialCells GetSpecialCellsOrNullObject GetTables LinkedDataTypeState RemoveDuplicates ReplaceAll SetCellProperties SetColumnProperties SetDirty SetRowProperties',
    RangeAreas:
      'Address AddressLocal AreaCount Areas Calculate CellCount Clear ConditionalFormats ConvertDataTypeToText ConvertToLinkedDataType CopyFrom DataValidation Format GetEntireColumn GetEntireRow GetIntersection GetIntersectionOrNullObject GetOffsetRangeAreas GetSpecialCells GetSpecialCellsOrNullObject GetTables GetUsedRangeAreas GetUsedRangeAreasOrNullObject IsEntireColumn IsEntireRow SetDirty Style Worksheet',
    RangeBorder: 'TintAndShade',
    RangeBorderCollection: 'TintAndShade',
    RangeCollection: 'GetCount GetItemAt',
    RangeFill: 'Pattern PatternColor PatternTintAndShade TintAndShade',
    RangeFont: 'Strikethrough Subscript Superscript TintAndShade',
    RangeFormat: 'AutoIndent IndentLevel ReadingOrder ShrinkToFit',
    Table: 'AutoFilter',
    TableScopedCollection: 'GetCount GetFirst GetItem',
    Workbook:
      'AutoSave CalculationEngineVersion ChartDataPointTrack GetActiveChart GetActiveChartOrNullObject GetIsActiveCollabSession GetSelectedRanges IsDirty PreviouslySaved UsePrecisionAsDisplayed',
    Worksheet:
      'AutoFilter EnableCalculation FindAll FindAllOrNullObject GetRanges HorizontalPageBreaks PageLayout ReplaceAll Shapes VerticalPageBreaks',
  },
  '1.10': {
    Comment: 'AuthorEmail AuthorName Content CreationDate Delete GetLocation Id Replies',
    CommentCollection: 'Add GetCount GetItem GetItemAt GetItemByCell GetItemByReplyId',
    Range: 'Group Height HideGroupDetails Left ShowGroupDetails Top Ungroup Width',
    Workbook:
      'Comments GetActiveSlicer GetActiveSlicerOrNullObject PivotTableStyles SlicerStyles Slicers TableStyles TimelineStyles',
    Worksheet: 'Comments ShowOutlineLevels Slicers',
  },
  '1.11': {
    Application: 'CultureInfo DecimalSeparator ThousandsSeparator UseSystemSeparators',
    Comment: 'Mentions Resolved RichContent UpdateMentions',
    CultureInfo: 'Name NumberFormat',
    NumberFormatInfo: 'NumberDecimalSeparator NumberGroupSeparator',
    Range: 'MoveTo',
    RangeFormat: 'AdjustIndent',
    Workbook: 'Close Save',
  },
  '1.12': {
    Comment: 'ContentType',
    ChartSeries: 'GetDimensionValues',
    CultureInfo: 'DatetimeFormat',
    DatetimeFormatInfo: 'DateSeparator LongDatePattern LongTimePattern ShortDatePattern TimeSeparator',
    Range:
      'GetDirectPrecedents GetPivotTables GetSpillParent GetSpillParentOrNullObject GetSpillingToRange GetSpillingToRangeOrNullObject HasSpill NumberFormatCategories SavedAsArray',
    RangeAreasCollection: 'GetCount GetItemAt',
    WorkbookRangeAreas: 'Addresses Areas GetRangeAreasBySheet GetRangeAreasOrNullObjectBySheet Ranges',
    Worksheet: 'CustomProperties',
  },
  '1.13': {
    Range: 'GetDirectDependents GetExtendedRange GetMergedAreasOrNullObject GetRangeEdge',
    Table: 'Resize',
    Workbook: 'InsertWorksheetsFromBase64',
  },
  '1.14': {
    Chart: 'GetDataTable GetDataTableOrNullObject',
    CommentCollection: 'GetItemOrNullObject',
    ConditionalFormatCollection: 'GetItemOrNullObject',
    Range: 'GetPrecedents',
    TableScopedCollection: 'GetItemOrNullObject',
    Workbook: 'Queries',
    Worksheet: 'TabId',
  },
  '1.15': {
    ChartSeries: 'GetDimensionDataSourceString',
    Range: 'GetDependents',
  },
};

/** `Range.HasSpill` → `1.12`. */
export const memberVersions: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(versions).flatMap(([version, types]) =>
    Object.entries(types).flatMap(([type, members]) =>
      members.split(' ').map((member) => [`${type}.${member}`, version]),
    ),
  ),
);
