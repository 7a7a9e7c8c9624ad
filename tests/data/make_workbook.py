"""Writes wholesale_customers.xlsx: the table of that name as a workbook of two sheets and a hidden one. Needs openpyxl 3.1."""

import csv
import pathlib

import openpyxl

HERE = pathlib.Path(__file__).parent
with open(HERE / "wholesale_customers.csv", newline="") as file:
    header, *rows = csv.reader(file)

book = openpyxl.Workbook()
book.active.title = "Spending"
first = book.create_sheet("First fifty")
hidden = book.create_sheet("Lists")
hidden.append(["a", "b"])
hidden.append([1, 2])
hidden.sheet_state = "hidden"
for sheet, count in [(book["Spending"], len(rows)), (first, 50)]:
    sheet.append(header)
    for row in rows[:count]:
        sheet.append([int(cell) for cell in row])
book.save(HERE / "wholesale_customers.xlsx")
