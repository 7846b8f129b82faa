"""Runs the queries of a page in the order in which they stand, and prints their rows as JSON: a list for each query.

Called in the folder that holds what they read: analysis.py PAGE
"""

import json
import re
import sys

import duckdb

with open(sys.argv[1], encoding="utf-8") as file:
    page = file.read()
found = []
for kind, query in re.findall(r"^```(sql|python)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
    if kind == "sql":
        rows = duckdb.sql(query).fetchall()
    else:
        names = {}
        exec(query, names)
        rows = names["result"].rows()
    found.append({"kind": kind, "rows": [[str(cell) for cell in row] for row in rows]})
print(json.dumps(found))
