### What the file is: columns, roles, types, personal data, questions. How to write a message is said in errors.ftl.
###
### Keys of the form KIND-word are the engine's own words, called by WORD("KIND", $value): role-customer-id words customerId.

## Days

period = { DAY($first) } to { DAY($last) }

## Shape of the file

shape-customers = one row per customer
shape-transactions = one row per purchase (transactions)
shape-unknown = not clear yet

## Column types

type-number = number
type-date = date
type-text = text
type-boolean = yes or no

## Several files

source-purchases = purchases
source-orders = orders: who bought, and when
source-lines = lines of orders: what was bought
source-customers = customers

## Roles: the shopkeeper's words first

role-customer-id = customer (id)
role-order-id = order or receipt number (order id)
role-date = date of purchase
role-date-of-customers = date, counted in days
role-amount = amount paid
role-quantity = quantity
role-unit-price = price of one piece (unit price)
role-discount = discount
role-product = product
role-category = product category
role-channel = where it was sold (channel)
role-location = place or country
role-feature = number to compare customers by (feature)
role-categorical = group to compare customers by (categorical feature)
role-ignore = not used

## What each role is for

role-customer-id-help = Tells customers apart. It is never shown and never leaves.
role-order-id-help = Rows with the same number are one order.
role-date-help = Says when it was bought; how recently and how often come from it.
role-date-of-customers-help = It becomes the number of days since then.
role-amount-help = What was paid for the row. Returns are below zero.
role-quantity-help = How many pieces. Times the price of one piece it gives the amount.
role-unit-price-help = The price of one piece. Times the quantity it gives the amount.
role-discount-help = What was taken off the price.
role-product-help = What was bought.
role-category-help = The kind of product.
role-channel-help = Shop, web shop, market stall and the like.
role-location-help = Where the customer is.
role-feature-help = Customers who are near each other in it count as alike.
role-categorical-help = Customers of the same group count as alike.
role-ignore-help = This column plays no part.

## Why a role was proposed

role-by-user = You chose it.
role-by-header = The column’s name says so.
role-by-number = It holds numbers.
role-by-kind = It holds a few kinds only.
role-amount-by-values = Its values look like amounts of money.
role-amount-of-line = It goes up with the number of pieces: so it is what all of them cost.
role-price-of-piece = It stays the same however many pieces are bought: so it is what one of them costs.
role-quantity-by-values = Its values are numbers of pieces, as the prices of each product show.
role-date-by-values = Its values are dates.
role-customer-by-values = Its values look like customer numbers.
role-ignore-empty = It is empty.
role-ignore-personal = It looks like personal data.
role-ignore-quasi = It could help to recognise people.
role-ignore-row-number = It only counts the rows.
role-ignore-second-date = Another column is the date.
role-ignore-unused-number = This number is not needed to tell what customers buy.
role-ignore-order-total = It is the total of an order, which all its lines repeat.
role-ignore-label = Its numbers are labels of groups or marks put side by side; they measure nothing.
role-ignore-id = It numbers something, and every row has a number of its own.
role-ignore-text = It holds too many different texts to compare customers by.

## Personal data: verdicts, and what was recognised

personal-none = no personal data
personal-drop = personal data: not used, not shown
personal-key-only = used only to tell customers apart, never shown
personal-quasi = could help to recognise people: off unless you ask for it

personal-key = These are the customers’ numbers.
personal-email = These look like e-mail addresses.
personal-phone = These look like phone numbers.
personal-name = These look like names of people or firms.
personal-address = These look like addresses.
personal-card = These look like numbers of payment cards or identity papers.
personal-iban = These look like bank account numbers.
personal-free-text = These look like sentences somebody wrote.
personal-birth = These look like dates of birth.
personal-gender = This looks like gender or form of address.
personal-postcode = These look like postcodes.

## Delimiters and encodings

delimiter-comma = comma
delimiter-semicolon = semicolon
delimiter-tab = tab
delimiter-pipe = vertical bar
delimiter-blank = blanks

## Questions: what only the user can tell

which-date-order = In the column { NAME($column) }, every date can be read in more than one way. Which is right?
date-order-consequence = { date-order-consequence-withheld }: the dates run from { DAY($first) } to { DAY($last) }
date-order-consequence-withheld = { $order ->
        [dmy] Day first
        [mdy] Month first
       *[ymd] Year first
    }
which-far-value = In the column { NAME($column) }, { COUNT($count) } rows have { $end ->
        [least] the same least value, a negative one; all other values are not
        [greatest] the same greatest value, far above all others
       *[both] the same least or the same greatest value, far from all others
    }. That is how programs write “not known”. What is it?
far-value-is-value = A value like all others
far-value-is-missing = A code for “not known”: these { COUNT($count) } rows have no value here; the others lie between { SIGNIFICANT($least) } and { SIGNIFICANT($greatest) }
many-unread = In the column { NAME($column) }, { COUNT($count) } rows ({ SHARE($share) }) cannot be read and are left out. How is it to be read?
unread-as-now = As now: { COUNT($count) } cells are read, { COUNT($unread) } are left out
unread-other-mark = { decimal-mark-consequence-withheld }: { COUNT($count) } cells are read, { COUNT($unread) } are left out
unread-other-order = { date-order-consequence-withheld }: { COUNT($count) } cells are read, { COUNT($unread) } are left out
unread-not-used = Do not use this column
distinct-about = about { COUNT($count) }
which-decimal-mark = In the column { NAME($column) }, the mark in the numbers can be read in two ways. Which is right?
decimal-mark-consequence = { decimal-mark-consequence-withheld }: the values are { SIGNIFICANT($mean) } on average
decimal-mark-consequence-withheld = { MARK($mark) ->
        [comma] Comma before the decimals (3,99)
       *[point] Point before the decimals (3.99)
    }
which-rows-count = Some rows do not look like ordinary purchases by the column { NAME($column) }. How do they count?
rows-by-word-consequence = As it says: leave out or take off { rows-in-question } of { customers-in-question }, with amounts of { MONEY($money) } in all
rows-by-side-consequence = As returns: take off { rows-in-question } of { customers-in-question }, with amounts of { MONEY($money) } in all
rows-counted-consequence = As any other row, with the sign of the amount: { rows-in-question } of { customers-in-question }, with amounts of { MONEY($money) } in all
rows-in-question = { $count ->
        [one] one row
       *[other] { COUNT($count) } rows
    }
customers-in-question = { $customers ->
        [one] one customer
       *[other] { COUNT($customers) } customers
    }
