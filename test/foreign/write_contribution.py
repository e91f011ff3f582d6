"""Writes a contribution the way a landlord's own script would: openpyxl, own sheets, IMPACT_ tables added.

usage: write_contribution.py OUT.xlsx CONTENT.json [BASE.xlsx]
CONTENT: {"tables": {"IMPACT_DONNEES": [[headings…], [row…], …], …}}; a cell {"formula": "=…"} is a formula
(openpyxl stores no result for it).
"""

import json
import sys

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

out, content, *base = sys.argv[1:]
workbook = openpyxl.load_workbook(base[0]) if base else openpyxl.Workbook()
with open(content, encoding="utf-8") as file:
    tables = json.load(file)["tables"]
for name, rows in tables.items():
    sheet = workbook.create_sheet(name.title()[:31])
    # Not at A1: a landlord leaves room for a title.
    sheet["B1"] = "Contribution " + name
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = sheet.cell(row=r + 4, column=c + 2)
            cell.value = value["formula"] if isinstance(value, dict) else value
    last = get_column_letter(len(rows[0]) + 1)
    sheet.add_table(Table(displayName=name, ref=f"B4:{last}{len(rows) + 3}"))
workbook.save(out)
