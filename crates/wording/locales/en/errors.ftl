### Errors: what stops the work.
###
### One message an error of the engine, under the error's own code. Say what is wrong, where (row, column),
### and what to do, in two or three short sentences. Never a cell's value; a column's name may be shown.
###
### How to write a message (all files): key = text. { $name } puts a parameter in, COUNT, SHARE, NAME, FIRST, WORD
### and others say how (the table is in src/functions.rs). A choice is
###     { $count -> [one] one row *[other] { COUNT($count) } rows }
### with [0], [one], [other] for numbers, the word itself for words, [none] where the parameter is missing.
### Add the same key, with the same parameters, to every language: a test compares them.

## The file

empty-file = The file is empty. Choose a file with a header row and at least one row of data.
header-only = The file has a header row and no data below it. Export it again with the rows included.
not-a-table = This is not a text table; it looks like a picture, a program or another kind of file. Export your data as CSV and choose that file.
other-format = { $format ->
        [html] This file is a web page, whatever its name says. Open it in your spreadsheet program, save it as CSV or xlsx, and choose that.
        [json] This file is JSON, which programs exchange, whatever its name says. Export your data as CSV and choose that file.
        [sql] This file holds the statements of a database, no table. Export the result of a query as CSV and choose that file.
       *[other] This file is XML, which programs exchange, whatever its name says. Export your data as CSV and choose that file.
    }
spreadsheet-file = This is a workbook (Excel or similar), and it was taken for a text table. Choose it again as it is, or save its sheet as CSV and choose that.
workbook-damaged = This workbook is damaged, cut short, or no workbook at all. Open it in your spreadsheet program, save it anew, and choose it again.
workbook-protected = This workbook is locked by a password. Open it in your spreadsheet program, save it without the password (or the sheet as CSV), and choose that.
workbook-too-old = This workbook was written by a version of Excel from before 1997. Open it in a newer program, save it as xlsx, and choose that.
workbook-kind-unknown = This is an archive or document, but not a workbook that can be read. Choose an xlsx, xls or ods file, or save the sheet as CSV.
workbook-binary = This is a binary workbook (xlsb), which cannot be read. Open it in Excel, save it as xlsx, and choose that.
workbook-of-numbers = This is a file of Apple’s Numbers, which cannot be read. Open it in Numbers, choose File, Export To, Excel or CSV, and choose that file here.
zip-of-tables = This is a zip archive. Unpack it, and choose the tables inside; several can be chosen at once.
workbook-empty = There is nothing in the cells of this workbook. Choose one that holds your customers or orders.
workbook-too-large = This workbook is larger than { BYTES($limit) }. Save its sheet as CSV and choose that; a CSV file may be much larger.
workbook-unpacks-too-far = This workbook unpacks to more than { COUNT($limit) } times its size, or to more than it says. Workbooks do not do that; if you trust it, open it in your spreadsheet program and save the sheet as CSV.
workbook-too-many-cells = The cells of this workbook reach further than { COUNT($limit) } cells. There may be a stray value far to the right or far down: delete it, or save the table as CSV.
workbook-too-many-parts = This workbook has more texts, styles or sheets than can be read. Save the sheet you need as CSV and choose that.
unknown-sheet = There is no sheet { NAME($sheet) } in this file. Check the spelling, or give the number of the sheet.
compressed-file = This file is compressed. Unpack it first and choose the CSV file inside.
compressed-file-damaged = This gzip file is damaged or was cut short. Copy or export it again.
unpacks-too-far = This gzip file unpacks to more than { COUNT($limit) } times its size. Tables do not do that; if it is one, unpack it first and choose the CSV file inside.
too-many-columns = The file has { COUNT($found) } columns; { COUNT($limit) } are possible. Check that the right separator was found, or export fewer columns.
too-many-rows = The file has more than { COUNT($limit) } rows. Export a shorter period, or split the file.
too-many-rows-to-compare = The file has more than { COUNT($limit) } different rows, too many to say which repeat another. Keep repeated rows, or export a shorter period.
too-many-customers = The file has more than { COUNT($limit) } customers. Export a shorter period, or split the file. The command line holds more than a browser tab.
record-too-long = The row that begins at row { COUNT($row) } is longer than { BYTES($limit) }. A quotation mark opened there is probably never closed. Close it and try again.
unclosed-quote = The file ends inside a quotation that begins in row { COUNT($row) }. Close the quotation mark there and try again.
decimal-commas-cut = The rows have more cells than the header has names: commas separate the columns, and within the amounts stand commas too, so each amount is cut in two. Save the file with semicolons between the columns, or with quotation marks around the amounts.
one-column = Only one column was found. Check that the columns are separated by commas, semicolons or tabs.

## The columns

source-not-understood = File { COUNT($file) } does not fit the others: it is neither purchases nor orders, nor lines of orders, nor customers, or it has no number the others have too. Leave it out, or check its columns.
no-purchases-file = None of the files holds purchases. Add the file that says who bought when and for how much, or the orders together with their lines.
no-feature-columns = No column can be used to tell customers apart. Give at least one column of numbers the role “{ WORD("role", "feature") }”.
ids-cut = A spreadsheet cut the ids in the column { NAME($column) }: it wrote them as 6.20451E+12 or put zeros in place of their last digits. They tell customers no longer apart. Export the file again, do not open it in a spreadsheet before, or choose another column that says who the customer is.
no-customer-column = No column says who the customer is. Give one column the role “{ WORD("role", "customerId") }”.
opt-outs-without-customers = The list of customers who opted out cannot be heeded: no column says who the customer is. Give one column the role “{ WORD("role", "customerId") }”, then leave them out.
dates-not-understood = The column { NAME($column) } says when, but its { COUNT($count) } cells are in a form that is not known: { NAME($forms) }, where 9 stands for a digit and A for a letter. Write the days like 2024-03-05, or give another column the role “{ WORD("role", "date") }”.
amounts-not-understood = The column { NAME($column) } says how much, but its { COUNT($count) } cells are in a form that is not known: { NAME($forms) }, where 9 stands for a digit and A for a letter. Write the amounts like 1234.50, or give another column the role “{ WORD("role", "amount") }”.
no-date-column = No column says when something was bought. Give one column the role “{ WORD("role", "date") }”.
no-amount-column = No column says how much was paid. Give one column the role “{ WORD("role", "amount") }”, or give quantity and unit price.
role-given-twice = The columns { NAME($first) } and { NAME($second) } have the same role, and only one can have it. Choose one of them.
bad-reference-day = The day to count to is not a date. Write it as year, month and day, such as 2011-12-10.
unknown-column = There is no column { NAME($name) } in the file. Check the spelling; capital letters count.
column-not-numeric = The column { NAME($column) } does not hold numbers. Leave it out, or check how its numbers are written.
column-not-date = The column { NAME($column) } does not hold dates. Choose another column, or check how its dates are written.
bad-band = The width of the bands for the column { NAME($column) } is not a number above zero. Correct it, or leave it out.
not-finite = The column { NAME($column) } holds a number that is too large or is not a number. Correct it in the file, or leave the column out.
amount-too-large = At row { COUNT($row) } the amounts add up to more than can be counted exactly. Check the amounts of that row.
no-variation = All customers are equal in the chosen features, so they cannot be told apart. Choose other features.

## The segments

too-few-customers = The file has { $found ->
        [0] no customers
        [one] one customer
       *[other] { COUNT($found) } customers
    } that can be used; at least { COUNT($needed) } are needed. Export a longer period, or ask for fewer segments.
k-too-large = { COUNT($k) } segments were asked for, but only { $distinct ->
        [one] one kind of customer differs
       *[other] { COUNT($distinct) } customers differ
    } in the chosen features. Ask for at most { COUNT($distinct) }, or choose more features.
k-out-of-range = { COUNT($k) } segments were asked for. Choose a number from { COUNT($min) } to { COUNT($max) }.
invalid-option = The setting { NAME($option) } has a value that is not possible. Correct it, or leave it out to use the usual one.

## Files of ours

bad-recipe = The recipe cannot be read at line { COUNT($line) }, column { COUNT($column) }. Correct it there, or save a new recipe.
bad-model = The model cannot be read at line { COUNT($line) }, column { COUNT($column) }. Choose the model file as it was saved.
unsound-model = “{ $part }” in the model does not fit the rest of it. Choose the model file as it was saved.
wrong-version = This file was written in version { $found } of its format; version { $supported } can be read. Use the version of Ringfence that wrote it, or save it anew.
labels-mismatch = The labels file and the data have no customer in common. Check that both use the same customer numbers, or row numbers where the data has none.
labels-unreadable = The labels file cannot be read at row { COUNT($row) }. It needs a header row, the customer in its first column, and one column for each set of labels.
labels-degenerate = The labels in { NAME($name) } make fewer than two groups, or put every customer alone. Nothing can be measured then; use labels with at least two groups.
too-few-to-release = There are { COUNT($customers) } customers; a summary to share needs at least { COUNT($needed) }. Below that it could tell too much about single people. You can still work with the segments here.
policy-too-weak = A summary to share needs segments of { COUNT($floor) } to { COUNT($ceiling) } customers. Counts must be rounded to { COUNT($floor) } or more, but to no more than the size of a segment. Change “minimumSize” and “roundTo” in the recipe and open it again.
released-under-other-policy = An earlier summary was saved with segments of at least { COUNT($minimum) } customers and counts rounded to { COUNT($base) }. Two summaries under different limits can be held against each other. Use the same limits. If the earlier one has not left your hands, forget it first.
released-almost-the-same = This differs from a summary you saved before by fewer than { COUNT($needed) } customers. Held against each other, the two would tell about them, so this one is held back. The earlier summary stays good. If it has not left your hands, forget it first; else choose another number of segments, or wait until more has changed.
bad-ledger = The ledger cannot be read at line { COUNT($line) }, column { COUNT($column) }. Choose the ledger file as it was saved.
number-out-of-range = “{ $name }” in the recipe has to be from { COUNT($min) } to { COUNT($max) }. Correct it there and open the recipe again.

## Everything else

io-read = The file { NAME($file) } cannot be read. Check that it exists and that you may open it.
io-write = The file { NAME($file) } cannot be written. Check that the folder exists and that you may write there.
usage = That is not a command Ringfence knows. Run “ringfence --help” to see what there is.
unknown-command = There is no command { NAME($command) }. Run “ringfence --help” to see what there is.
unknown-option = The option { NAME($option) } is not known here. “ringfence COMMAND --help” lists those that are.
missing-option = The option { NAME($option) } is needed here. “ringfence COMMAND --help” says what for.
missing-file = The command { NAME($command) } needs other files than it was given. “ringfence COMMAND --help” lists them.
threads-unavailable = So many threads could not be started. Ask for fewer, or leave the option out.
engine-panicked = Something went wrong inside Ringfence; that is our mistake, not yours. The work was stopped and started anew. Your file is unchanged: please try again.
unit-mismatch = Parts of the work did not fit together; that is our mistake, not yours. Please try again.
cancelled = Cancelled. Nothing was changed.
