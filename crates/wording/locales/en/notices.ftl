### Notices: what was survived, and is told. How to write a message is said in errors.ftl.
###
### One message a notice of the engine, under the notice's own key. Say how many, where (the first row numbers),
### and what was done with them. Calm: nothing here stops the work. $count is always how many in all, $rows the first few row numbers.

## While reading

rows-without-customer = { $count ->
        [one] One row names no customer and was left out
       *[other] { COUNT($count) } rows name no customer and were left out
    } (row { FIRST($rows, $count) }).
rows-unreadable = { $count ->
        [one] One row could not be read and was left out
       *[other] { COUNT($count) } rows could not be read and were left out
    } (row { FIRST($rows, $count) }).
ragged-rows = { $count ->
        [one] One row has more or fewer cells than the header
       *[other] { COUNT($count) } rows have more or fewer cells than the header
    } (row { FIRST($rows, $count) }). Missing cells count as empty; cells too many were left out.
cells-not-read = In the column { NAME($column) }, { $count ->
        [one] one cell does not fit how the column is read and counts as empty
       *[other] { COUNT($count) } cells do not fit how the column is read and count as empty
    } (row { FIRST($rows, $count) }).
bytes-not-decoded = { $count ->
        [one] One character could not be read in the file’s encoding and was replaced
       *[other] { COUNT($count) } characters could not be read in the file’s encoding and were replaced
    } (row { FIRST($rows, $count) }).
blank-lines = { $count ->
        [one] One blank line was skipped.
       *[other] { COUNT($count) } blank lines were skipped.
    }
lead-lines = { $count ->
        [one] One line above the header was skipped.
       *[other] { COUNT($count) } lines above the header were skipped.
    }
no-header = The file has no header row; its columns are numbered instead.
columns-without-name = { $count ->
        [one] One column has no name in the header and is called { NAME($columns) } here.
       *[other] { COUNT($count) } columns have no name in the header and are called { NAME($columns) } here.
    }
duplicate-column-names = { LENGTH($columns) ->
        [one] The column name { NAME($columns) } occurs more than once; the later ones were numbered.
       *[other] The column names { NAME($columns) } occur more than once; the later ones were numbered.
    }
unterminated-quote = A quotation mark opened in row { COUNT($row) } is never closed; everything after it was read as one cell.
personal-column-left-out = The column { NAME($column) } looks like { WORD("kind", $kind) }. It is not used and not shown.
quasi-column-left-out = The column { NAME($column) } ({ WORD("kind", $kind) }) could help to recognise people. It is not used unless you ask for it.

## While making customers

duplicate-rows = { $count ->
        [one] One row is the exact repeat of another. It was kept; remove it from the file if it is a mistake.
       *[other] { COUNT($count) } rows are exact repeats of others. They were kept; remove them from the file if they are a mistake.
    }
duplicate-customers = { $count ->
        [one] One customer occurs more than once; only the first row was used
       *[other] { COUNT($count) } customers occur more than once; only the first row of each was used
    } (repeated in row { FIRST($rows, $count) }).
returns-only-customers = { $count ->
        [one] One customer has only returns and was set aside.
       *[other] { COUNT($count) } customers have only returns and were set aside.
    }
net-spend-not-positive = { $count ->
        [one] One customer returned as much as was bought, or more, and was set aside.
       *[other] { COUNT($count) } customers returned as much as they bought, or more, and were set aside.
    }
clipped-to-zero = In { NAME(WORD("feature-short", $feature)) }, { $count ->
        [one] one value below zero was taken as zero
       *[other] { COUNT($count) } values below zero were taken as zero
    }, because the logarithm (log1p) needs it.
rows-left-out-missing = { $count ->
        [one] One row has an empty cell in a chosen column and was left out
       *[other] { COUNT($count) } rows have an empty cell in a chosen column and were left out
    } (row { FIRST($rows, $count) }).
constant-feature = All customers have the same value in { NAME(WORD("feature-short", $feature)) }; it tells nobody apart.
no-order-column = No column holds an order number; all purchases of a customer on one day count as one order.
customers-left-out = { $count ->
        [one] One customer has a missing value in a chosen feature and was left out.
       *[other] { COUNT($count) } customers have a missing value in a chosen feature and were left out.
    }

## While making segments

not-converged = With { COUNT($k) } segments the search was stopped before it came to rest. The segments can be used; more rounds might move a few customers.
sampled-silhouette = The separation (silhouette) was measured on { COUNT($sample) } of { COUNT($customers) } customers.
k-reduced = { COUNT($from) } segments were asked for; { COUNT($to) } were made, because no more customers differ.
max-k-reduced = Numbers of segments were tried up to { COUNT($to) } instead of { COUNT($from) }, because there are too few customers for more.
segment-merged = { $count ->
        [one] One segment was smaller than { COUNT($needed) } customers and was merged with its nearest neighbour.
       *[other] { COUNT($count) } segments were smaller than { COUNT($needed) } customers and were merged with their nearest neighbours.
    }
labels-not-matched = { $count ->
        [one] One customer of the labels file is not in the data and was left out.
       *[other] { COUNT($count) } customers of the labels file are not in the data and were left out.
    }
customers-without-label = { $count ->
        [one] One customer of the data has no label and was left out.
       *[other] { COUNT($count) } customers of the data have no label and were left out.
    }
