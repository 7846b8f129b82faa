"""Confirms every answer that a form proposes: confirm.py FROM TO WORDS"""

import sys

import openpyxl

source, target, words = sys.argv[1:]
book = openpyxl.load_workbook(source)
confirmed = 0
for sheet in book:
    ids = {str(cell.value): cell.column for cell in sheet[1] if cell.value}
    if "proposed.confirmed" not in ids:
        continue
    for row in range(2, sheet.max_row + 1):
        at = str(sheet.cell(row, 1).value or "")
        if at.startswith("#") or not at:
            continue
        proposed = sheet.cell(row, ids["proposed.answer"]).value
        question = at.split("#")[0]
        if proposed is None:
            continue
        place = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 1).value == question)
        sheet.cell(place, ids["proposed.confirmed"]).value = words
        confirmed += 1
assert confirmed > 50, confirmed
book.save(target)
