"""Saves a workbook again as colleagues' scripts do: save_again.py HOW FROM TO

openpyxl  loaded and saved
sheets    every sheet as a table of pandas
renamed   the same under other names, without what is hidden
together  all tables below each other in one sheet
one       one sheet alone, under another name
"""

import sys

import openpyxl
import pandas

how, source, target = sys.argv[1:]
if how == "openpyxl":
    openpyxl.load_workbook(source).save(target)
    sys.exit()

tables = pandas.read_excel(source, sheet_name=None, header=None)
hidden = [sheet.title for sheet in openpyxl.load_workbook(source) if sheet.sheet_state != "visible"]
assert hidden and len(tables) > 5, "the form has hidden lists, and a sheet for each subject"
seen = [table for name, table in tables.items() if name not in hidden]
if how == "renamed":
    tables = {f"Tabelle{number}": table for number, table in enumerate(seen)}
elif how == "together":
    tables = {"Sheet1": pandas.concat(seen)}
elif how == "one":
    tables = {"IT": next(table for table in seen if (table[0] == "access.mfa").any())}
with pandas.ExcelWriter(target) as writer:
    for name, table in tables.items():
        table.to_excel(writer, sheet_name=name, header=False, index=False)
