"""Writes the small workbooks of these tests: one invented shop, in each kind of workbook.

Ours, like the rest of the project (MIT OR Apache-2.0); the shop and everybody in it are invented.
Needs openpyxl 3.1, odfpy 1.4 and xlwt 1.3. What each file must be read as stands in ../kinds.rs, written by hand.
"""

import datetime as dt
import pathlib

import openpyxl
import xlwt
from odf import style, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
HEADER = ["Order", "Customer", "Date", "Paid", "Quantity", "Price", "Gift", "Note"]
ROWS = [
    ["A-1", "00417", dt.datetime(2024, 1, 31, 8, 26), dt.date(2024, 2, 1), 2, 1.234, True, 'He said "yes", twice'],
    ["A-2", "00418", dt.datetime(2024, 2, 29, 23, 59, 59), dt.date(2024, 3, 1), -1, 2.55, False, "two\nlines"],
    ["A-3", "00417", dt.datetime(1999, 12, 31, 0, 0), None, 1000000, 0.1 + 0.2, True, "  blanks & <signs> €  "],
]


def xlsx(name, epoch=None):
    book = openpyxl.Workbook()
    if epoch is not None:
        book.epoch = epoch
    about = book.active
    about.title = "About"
    about["A1"] = "A shop that does not exist"
    shop = book.create_sheet("Sales 2024")
    shop.append(HEADER)
    for row in ROWS:
        shop.append(row)
    for row in shop.iter_rows(min_row=2):
        row[2].number_format = "dd/mm/yyyy hh:mm"
        row[5].number_format = '#,##0.00 "EUR"'
    # An error, a formula without its value (no program has opened the file), and a cell that is only formatted.
    shop["H5"] = "#N/A"
    shop["H5"].data_type = "e"
    shop["A5"] = "A-4"
    shop["B5"] = "00419"
    shop["H9"].number_format = "0.00"
    merged = book.create_sheet("Merged")
    for row in [["Sales by region", None, None], [], ["Region", "Town", "Sales"], ["North", "Kiel", 1], [None, "Rendsburg", 2], ["South", "Lindau", 3]]:
        merged.append(row)
    merged.merge_cells("A1:C1")
    merged.merge_cells("A4:A5")
    secret = book.create_sheet("Lists")
    secret.append(["x", "y"])
    secret.append([1, 2])
    secret.sheet_state = "hidden"
    book.save(HERE / name)


def ods(name):
    book = OpenDocumentSpreadsheet()
    hidden = style.Style(name="hidden", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def cell(value, **more):
        if value is None:
            return table.TableCell(**more)
        if isinstance(value, bool):
            return table.TableCell(valuetype="boolean", booleanvalue=str(value).lower(), **more)
        if isinstance(value, dt.datetime):
            return table.TableCell(valuetype="date", datevalue=value.isoformat(), **more)
        if isinstance(value, dt.date):
            return table.TableCell(valuetype="date", datevalue=value.isoformat(), **more)
        if isinstance(value, (int, float)):
            return table.TableCell(valuetype="float", value=repr(value), **more)
        made = table.TableCell(valuetype="string", **more)
        for line in value.split("\n"):
            paragraph = text.P()
            # ODF folds blanks; what shall stay is written as an element.
            rest = line.lstrip(" ")
            if len(line) > len(rest):
                paragraph.addElement(text.S(c=len(line) - len(rest)))
            trimmed = rest.rstrip(" ")
            paragraph.addText(trimmed)
            if len(rest) > len(trimmed):
                paragraph.addElement(text.S(c=len(rest) - len(trimmed)))
            made.addElement(paragraph)
        return made

    def sheet(title, rows, **more):
        made = table.Table(name=title, **more)
        for values in rows:
            row = table.TableRow()
            for value in values:
                row.addElement(value if not isinstance(value, (str, int, float, bool, dt.date, type(None))) else cell(value))
            made.addElement(row)
        # As LibreOffice fills a sheet up to its end.
        rest = table.TableRow(numberrowsrepeated=1048000)
        rest.addElement(table.TableCell(numbercolumnsrepeated=1024))
        made.addElement(rest)
        book.spreadsheet.addElement(made)

    error = table.TableCell(valuetype="string", stringvalue="")
    error.setAttrNS("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type", "error")
    error.addElement(text.P(text="#N/A"))
    last = ["A-4", "00419", None, None, None, None, None, error]
    sheet("Sales 2024", [HEADER, *ROWS, last])
    north = cell("North", numberrowsspanned=2, numbercolumnsspanned=1)
    covered = table.CoveredTableCell()
    sheet("Merged", [["Region", "Town", "Sales"], [north, "Kiel", 1], [covered, "Rendsburg", 2], ["South", "Lindau", 3]])
    sheet("Lists", [["x", "y"], [1, 2]], stylename="hidden")
    book.save(HERE / name)


def xls(name, dates_1904=False):
    book = xlwt.Workbook()
    book.dates_1904 = dates_1904
    moment = xlwt.easyxf(num_format_str="dd/mm/yyyy hh:mm")
    day = xlwt.easyxf(num_format_str="D-MMM-YY")
    shop = book.add_sheet("Sales 2024")
    for column, title in enumerate(HEADER):
        shop.write(0, column, title)
    for at, row in enumerate(ROWS, start=1):
        for column, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, dt.datetime):
                shop.write(at, column, value, moment)
            elif isinstance(value, dt.date):
                shop.write(at, column, value, day)
            else:
                shop.write(at, column, value)
    shop.write(4, 0, "A-4")
    shop.write(4, 1, "00419")
    shop.row(4).set_cell_error(7, "#N/A!")
    merged = book.add_sheet("Merged")
    for at, row in enumerate([["Region", "Town", "Sales"], [None, "Kiel", 1], [None, "Rendsburg", 2], ["South", "Lindau", 3]]):
        for column, value in enumerate(row):
            if value is not None:
                merged.write(at, column, value)
    merged.write_merge(1, 2, 0, 0, "North")
    secret = book.add_sheet("Lists")
    secret.write(0, 0, "x")
    secret.write(0, 1, "y")
    secret.write(1, 0, 1)
    secret.write(1, 1, 2)
    secret.visibility = 1
    # Enough shared text that it goes on in a second record.
    many = book.add_sheet("Many")
    many.write(0, 0, "number")
    many.write(0, 1, "text")
    for at in range(1, 1001):
        many.write(at, 0, at / 4)
        many.write(at, 1, f"Käufer № {at}")
    book.save(str(HERE / name))


xlsx("shop.xlsx")
xlsx("shop-1904.xlsx", CALENDAR_MAC_1904)
ods("shop.ods")
xls("shop.xls")
xls("shop-1904.xls", True)
