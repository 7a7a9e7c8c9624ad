### Notices: what was survived, and is told. How to write a message is said in errors.ftl.
###
### One message a notice of the engine, under the notice's own key. Say how many, where (the first row numbers),
### and what was done with them. Calm: nothing here stops the work. $count is always how many in all, $rows the first few row numbers.

## While reading

rows-without-customer = { $count ->
        [one] One row names no customer and was left out
       *[other] { COUNT($count) } rows name no customer and were left out
    } (row { FIRST($rows, $count) }).
rows-without-date = { $count ->
        [one] One row has no date that can be read and was left out
       *[other] { COUNT($count) } rows have no date that can be read and were left out
    } (row { FIRST($rows, $count) }).
rows-without-amount = { $count ->
        [one] One row has no amount that can be read and was left out
       *[other] { COUNT($count) } rows have no amount that can be read and were left out
    } (row { FIRST($rows, $count) }).
rows-after-reference-day = { $count ->
        [one] One row is from the day counted to, or later, and was left out
       *[other] { COUNT($count) } rows are from the day counted to, or later, and were left out
    } (row { FIRST($rows, $count) }).
ragged-rows = { $count ->
        [one] One row has more or fewer cells than the header
       *[other] { COUNT($count) } rows have more or fewer cells than the header
    } (row { FIRST($rows, $count) }). Missing cells count as empty; cells too many were left out.
rows-within-quotes = { $count ->
        [one] One line that looks like a row is
       *[other] { COUNT($count) } lines that look like rows are
    } missing: a quotation mark opens before them, and everything up to the next one counts as the text of one cell (row { FIRST($rows, $count) }). Take the stray mark out of the file, or double it.
cells-not-read = In the column { NAME($column) }, { $count ->
        [one] one cell does not fit how the column is read and counts as empty
       *[other] { COUNT($count) } cells do not fit how the column is read and count as empty
    } (row { FIRST($rows, $count) }){ $forms ->
        [none] .
       *[other] . They look like { NAME($forms) }, where 9 stands for a digit and A for a letter.
    }
bytes-not-decoded = { $count ->
        [one] One character could not be read in the file’s encoding and was replaced
       *[other] { COUNT($count) } characters could not be read in the file’s encoding and were replaced
    } (row { FIRST($rows, $count) }).
sheet-read = The file is a workbook; its sheet { NAME($sheet) } was read{ $others ->
        [0] .
        [one] , and one other sheet was not.
       *[other] , and { COUNT($others) } other sheets were not.
    }
of-file = { $name ->
        [none] File { COUNT($file) }
       *[other] { NAME($name) }
    }: { $notice }
lead-lines = { $count ->
        [one] The first row of the file is no part of the table and was skipped.
       *[other] The first { COUNT($count) } rows of the file are no part of the table and were skipped.
    }
repeated-headers = { $count ->
        [one] One row repeats the header and was skipped
       *[other] { COUNT($count) } rows repeat the header and were skipped
    } (row { FIRST($rows, $count) }).
lines-beside = { $count ->
        [one] One line is no row of the table and was skipped
       *[other] { COUNT($count) } lines are no rows of the table and were skipped
    }: totals, lines drawn of dashes, empty rows, or what is written below a table (row { FIRST($rows, $count) }).
empty-columns-left-out = { $count ->
        [one] One column at the end has neither a name nor a value and was left out.
       *[other] { COUNT($count) } columns at the end have neither names nor values and were left out.
    }
date-order-assumed = In the column { NAME($column) }, every date can be read in more than one way. { $order ->
        [dmy] The day was taken to come first
        [mdy] The month was taken to come first
       *[ymd] The year was taken to come first
    }. If that is wrong, say so for this column: everything counted in days would be wrong, too.
decimal-mark-assumed = In the column { NAME($column) }, the mark in the numbers can be read in two ways. { MARK($mark) ->
        [comma] The comma was taken to stand before the decimals (3,99)
       *[point] The point was taken to stand before the decimals (3.99)
    }. If that is wrong, say so for this column: its numbers would be a thousand times too large or too small.
cells-too-narrow = In the column { NAME($column) }, { $count ->
        [one] one cell holds nothing but ##### and counts
       *[other] { COUNT($count) } cells hold nothing but ##### and count
    } as empty (row { FIRST($rows, $count) }). The spreadsheet’s column was too narrow when the file was saved; make it wider and save it again.
dates-without-day = { $count ->
        [one] In the column { NAME($column) }, one date names a month or a week and no day. It was
       *[other] In the column { NAME($column) }, { COUNT($count) } dates name a month or a week and no day. They were
    } read as its first day, so days between purchases are known to the month or week only.
days-swapped = In the column { NAME($column) }, { COUNT($count) } cells are dates whose day and month are both 12 or less, and { COUNT($others) } are texts with a later day. That happens when a spreadsheet set to another country opens a list: it takes what it can for dates, with day and month swapped. They were swapped back. If that is wrong, choose another order of day and month for this column.
dates-of-two-orders = In the column { NAME($column) }, { $count ->
        [one] one date begins
       *[other] { COUNT($count) } dates begin
    } with the year and { $others ->
        [one] one does
       *[other] { COUNT($others) } do
    } not. Each was read by its own order.
solar-hijri-dates = The dates in the column { NAME($column) } are counted by the Persian calendar (solar hijri). They were read as days of the common calendar.
births-of-two-digits = In the column { NAME($column) }, years are written with two digits. Nobody is born after the other days of the file, so the births are read as the years { $first } to { $last }.
date-in-several-columns = Year, month and day stand in columns of their own ({ NAME($columns) }). Put them together in one column, such as 2024-03-05; only then can purchases be counted by day.
customers-go-on = { $count ->
        [one] One row names no customer in the column { NAME($column) }, as in lists that write each customer only once: it was
       *[other] { COUNT($count) } rows name no customer in the column { NAME($column) }, as in lists that write each customer only once: they were
    } read as the customer’s above.
rows-go-on = { $count ->
        [one] One row has no order number, no day and no customer, as in lists that write these only once: it was
       *[other] { COUNT($count) } rows have no order number, no day and no customer, as in lists that write these only once: they were
    } read as a further line of the order above.
order-total-not-counted = All lines of an order have the same value in the column { NAME($column) }: it is the total of the order. Added up line by line it would count several times, so the column { NAME($counted) } is counted, which says what each line cost.
pieces-counted-for-order-total = All lines of an order have the same value in the column { NAME($column) }: it is the total of the order. Added up line by line it would count several times, so what each line cost is worked out as { NAME($quantity) } times { NAME($price) }.
order-total-counted-once = All lines of an order have the same value in the column { NAME($column) }: it is the total of the order, and counts once for each order.
cancelled-rows = In the column { NAME($column) }, { $count ->
        [one] one row says
       *[other] { COUNT($count) } rows say
    } cancelled, refunded, only looked at or the like. They count as purchases where the amount is not negative, since only its sign says here what a return is. Take them out of the file if nothing was paid for them.
rows-not-bought = The column { NAME($column) } calls { $count ->
        [one] one row
       *[other] { COUNT($count) } rows
    } cancelled, not paid yet or the like. Nothing was bought there, so they are left out, with amounts of { MONEY($money) } in all.
rows-taken-back = The column { NAME($column) } calls { $count ->
        [one] one row a credit note, a refund or the like. It takes money back, so its amount is
       *[other] { COUNT($count) } rows credit notes, refunds or the like. They take money back, so their amounts are
    } taken off what the customer bought: { MONEY($money) } in all.
rows-taken-back-or-not-bought = The column { NAME($column) } calls { $count ->
        [one] one row
       *[other] { COUNT($count) } rows
    } a credit note, a refund, cancelled or the like, with amounts of { MONEY($money) } in all. What takes money back is taken off what the customer bought; what was cancelled or not paid yet is left out.
credit-takes-back = By the column { NAME($column) }, { $count ->
        [one] one row is
       *[other] { COUNT($count) } rows are
    } on the credit side. There, money goes back to the customer: amounts of { MONEY($money) } in all are taken off what was bought.
debit-takes-back = By the column { NAME($column) }, { $count ->
        [one] one row is
       *[other] { COUNT($count) } rows are
    } on the debit side. There, money goes back to the customer: amounts of { MONEY($money) } in all are taken off what was bought.
negative-pieces = { $count ->
        [one] One row has a negative number of pieces
       *[other] { COUNT($count) } rows have a negative number of pieces
    } in the column { NAME($column) } and a positive amount. Goods came back there: amounts of { MONEY($money) } in all are taken off what was bought.
rows-of-nobody = In the column { NAME($column) }, { $count ->
        [one] one row names
       *[other] { COUNT($count) } rows name
    } nobody: walk-in customer, cash sale or the like. They belong to no customer, with amounts of { MONEY($money) } in all.
one-customer-of-many = One customer has { COUNT($count) } rows, { SHARE($share) } of all; the next has { COUNT($next) }. That is often a number for everybody who is not known, in the column { NAME($column) }. If so, leave this customer out: put the number on the list of opt-outs.
orders-begin-again = In the column { NAME($column) }, { $count ->
        [one] one number stands
       *[other] { COUNT($count) } numbers stand
    } under several customers or on days far apart: the numbers begin again, every day or every year. So an order is a number together with its day.
ids-look-alike = In the column { NAME($column) }, the same id is written in several ways for { $count ->
        [one] one customer
       *[other] { COUNT($count) } customers
    } (blanks, accents, characters that cannot be seen). Each of them is one customer.
ids-differ-in-capitals = In the column { NAME($column) }, { COUNT($count) } ids differ from another only in capital letters. They count as customers of their own. If they are not, write them the same way.
cut-ids = In the column { NAME($column) }, a spreadsheet cut { $count ->
        [one] one id
       *[other] { COUNT($count) } ids
    }: it wrote them as 6.20451E+12 or put zeros in place of their last digits. They tell customers no longer apart, so the column does not say who bought. Export the file again and do not open it in a spreadsheet before.
things-for-spending = No column says how much was paid. So what each row names in the column { NAME($column) } stands in for spending: customers are told apart by how recently and how often they bought, and by how many things. “Spending” means the number of things here.
few-customers = { COUNT($count) } customers bought all there is (column { NAME($column) }). That is too few for segments, and enough to look at each of them.
stray-days = In the column { NAME($column) }, { $count ->
        [one] one day is
       *[other] { COUNT($count) } days are
    } years away from all others, as far as { DAY($stray) }. The others run from { DAY($first) } to { DAY($last) }. Such days are slips or stand for “not known”; their rows are read as rows without a day and left out.
headers-change = { $count ->
        [one] Further down another row of column names stands
       *[other] Further down { COUNT($count) } other rows of column names stand
    }, in another order or with other columns (row { FIRST($rows, $count) }). The rows below are read by those names.{ $lacking ->
        [0] {""}
        [one] {" "}One column of the first header is missing there and stays empty.
       *[other] {" "}{ COUNT($lacking) } columns of the first header are missing there and stay empty.
    }
refunds-not-taken-off = The column { NAME($column) } holds money given back. It is not taken off what customers paid; only rows with negative amounts are.
discount-not-taken-off = What was paid is pieces times price here. The discounts in the column { NAME($column) } are shown among the features and not taken off that; a column with what each line cost in the end is better.
several-currencies = The column { NAME($column) } names { COUNT($count) } currencies. Amounts are added up as they stand, without converting them; keep one currency, or convert them first.
currencies-in-cells = The amounts in the column { NAME($column) } are in { COUNT($count) } currencies ({ NAME($currencies) }). They are added up as they stand, without converting them; keep one currency, or convert them first.
far-value-kept = In the column { NAME($column) }, { COUNT($count) } cells share one value that is far from all others, as codes for “not known” are. It counts as it stands; if it is such a code, take it out of the file.
labels-left-out = { LENGTH($columns) ->
        [one] The column { NAME($columns) } holds labels
       *[other] The columns { NAME($columns) } hold labels
    }: numbers of groups, or marks put side by side. They measure nothing and are not used to compare customers, unless you choose them.
orders-without-customer = The rows look like orders, and no column says whose they are. If one does, give it the role “{ WORD("role", "customerId") }”; without one the rows cannot be put together to customers.
customers-without-purchases = The same customers stand in several rows, and no date and amount say what they bought. Give those roles to the columns that hold them, or choose numbers to compare by; then each row counts as a customer of its own.
no-header = The file has no header row; its columns are numbered instead.
columns-without-name = { $count ->
        [one] One column has no name in the header and was given one.
       *[other] { COUNT($count) } columns have no name in the header and were given one.
    }
duplicate-column-names = { $count ->
        [one] One column has the name of another and was told apart by a number.
       *[other] { COUNT($count) } columns have the name of another and were told apart by a number.
    }
personal-column-left-out = The column { NAME($column) } looks like personal data. It is not used and not shown.

## While making customers

source-read = File { COUNT($file) } was read as { WORD("source", $kind) }.
rows-in-several-files = { $count ->
        [one] One row stands in more than one file and counts once
       *[other] { COUNT($count) } rows stand in more than one file and count once
    } (row { FIRST($rows, $count) } of the later file).
rows-alike-in-several-files = { $count ->
        [one] One row says the same of customer, day and money as a row of an earlier file and differs from it in another column
       *[other] { COUNT($count) } rows say the same of customer, day and money as a row of an earlier file and differ from it in another column
    } (row { FIRST($rows, $count) } of the later file). They count as purchases of their own. If they are the same purchases, leave out one of the files.
lines-of-unknown-orders = { $count ->
        [one] One line belongs to an order that the file of orders does not have
       *[other] { COUNT($count) } lines belong to orders that the file of orders does not have
    } (row { FIRST($rows, $count) }). Nobody knows who bought them, or when.
orders-without-lines = { $count ->
        [one] One order has no line; what was paid for it is not counted.
       *[other] { COUNT($count) } orders have no lines; what was paid for them is not counted.
    }
customers-who-never-bought = { $count ->
        [one] One customer of the list never bought and is left out.
       *[other] { COUNT($count) } customers of the list never bought and are left out.
    }
customers-not-listed = { $count ->
        [one] One customer who bought is not in the list of customers; what the list says of customers is missing there.
       *[other] { COUNT($count) } customers who bought are not in the list of customers; what the list says of customers is missing there.
    }
duplicate-customers = { $count ->
        [one] One row repeats the customer of another row
       *[other] { COUNT($count) } rows repeat the customer of another row
    } (row { FIRST($rows, $count) }). Each row counts as a customer of its own.
customers-listed-twice = { $count ->
        [one] One row of the list repeats the customer of another row
       *[other] { COUNT($count) } rows of the list repeat the customer of another row
    } (row { FIRST($rows, $count) }). What one of a customer’s rows says counts.
duplicate-rows-not-sought = The file has more than { COUNT($limit) } different rows, so repeated rows were not looked for; all of them count.
too-many-kinds = A column tells more than { COUNT($limit) } categories or channels apart: too many to compare customers by.
addresses-written-differently = { $count ->
        [one] The e-mail address of one customer is
       *[other] The e-mail addresses of { COUNT($count) } customers are
    } written with capitals in one place and without in another. Each counts as one customer.
several-ids-each = By the list of customers, { COUNT($ids) } ids stand for { COUNT($customers) } customers: what was bought under each id counts for whoever is behind it.
everybody-bought-once = Each of the { COUNT($count) } customers bought exactly once. If your shop gives out a new customer number with every order, choose the column that says who it is, such as an account or an e-mail address; of several files, in the list of customers.
returns-only-customers = { $count ->
        [one] One customer has only returns and was set aside.
       *[other] { COUNT($count) } customers have only returns and were set aside.
    }
net-spend-not-positive = { $count ->
        [one] One customer paid nothing in all, since it was free or was given back, and was set aside.
       *[other] { COUNT($count) } customers paid nothing in all, since it was free or was given back, and were set aside.
    }
clipped-to-zero = In { NAME(WORD("feature-short", $feature)) }, { $count ->
        [one] one value below zero was taken as zero
       *[other] { COUNT($count) } values below zero were taken as zero
    }, because the logarithm (log1p) needs it.
constant-feature = All customers have the same value in { NAME(WORD("feature-short", $feature)) }. It tells nobody apart and was left out.
missing-values-filled-in = { $count ->
        [one] One customer has an empty cell in a column that is used; the middle value (median) of the column was taken there
       *[other] { COUNT($count) } customers have an empty cell in a column that is used; the middle value (median) of the column was taken there
    } (row { FIRST($rows, $count) }).
customers-far-from-all = { $count ->
        [one] One customer has values far from those of all others and was set aside.
       *[other] { COUNT($count) } customers have values far from those of all others and were set aside.
    }
identifier-feature = { NAME(WORD("feature-short", $feature)) } only numbers the customers. It was left out.
mostly-missing-feature = { NAME(WORD("feature-short", $feature)) } is missing for { SHARE($share) } of the customers. It was left out.
redundant-feature = { NAME(WORD("feature-short", $feature)) } says nearly the same as { NAME(WORD("feature-short", $other)) } (rank correlation { NUMBER($correlation, 2) }). It was left out.
customers-with-missing-values = { $count ->
        [one] One customer has an empty cell in a column that is used and was left out
       *[other] { COUNT($count) } customers have an empty cell in a column that is used and were left out
    } (row { FIRST($rows, $count) }).

## While making segments

not-converged = With { COUNT($k) } segments the search was stopped before it came to rest. The segments can be used; more rounds might move a few customers.
sampled-silhouette = The separation (silhouette), and whether there are natural groups, was measured on { COUNT($sample) } of { COUNT($customers) } customers.
sampled-starts = The starting points of the segments were sought on { COUNT($sample) } of { COUNT($customers) } customers; the segments themselves were fitted to everyone.
max-k-reduced = Numbers of segments were tried up to { COUNT($to) } instead of { COUNT($from) }, because there are too few different customers for more.
labels-unmatched = { $count ->
        [one] One customer is only in the labels or only in the data and was left out.
       *[other] { COUNT($count) } customers are only in the labels or only in the data and were left out.
    }
