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

## Roles: the shopkeeper's words first

role-customer-id = customer (id)
role-order-id = order or receipt number (order id)
role-date = date of purchase
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

reason-header = The column’s name says so.
reason-values = Its values look like it.
reason-only = It is the only column that fits.
reason-user = You chose it.
reason-personal = It looks like personal data.
reason-constant = It has the same value everywhere.
reason-none = Nothing about it is telling.

## Personal data: verdicts, kinds and reasons

personal-none = no personal data
personal-drop = personal data: not used, not shown
personal-key-only = used only to tell customers apart, never shown
personal-quasi = could help to recognise people: off unless you ask for it

kind-email = e-mail addresses
kind-phone = phone numbers
kind-name = names of people
kind-address = postal addresses
kind-card = payment card numbers
kind-iban = bank account numbers (IBAN)
kind-free-text = free text
kind-customer-id = customer numbers
kind-birth-date = dates of birth
kind-postcode = postcodes
kind-gender = gender

personal-reason-header = The column’s name says that it holds { WORD("kind", $kind) }.
personal-reason-values = { SHARE($share) } of its values look like { WORD("kind", $kind) }.
personal-reason-both = The column’s name and { SHARE($share) } of its values look like { WORD("kind", $kind) }.

## Delimiters and encodings

delimiter-comma = comma
delimiter-semicolon = semicolon
delimiter-tab = tab
delimiter-pipe = vertical bar

## Questions: what only the user can tell

date-order = In the column { NAME($column) }, every date can be read with the day first or with the month first. Which is right?
date-order-dmy = Day first: from { DAY($firstDmy) } to { DAY($lastDmy) }
date-order-mdy = Month first: from { DAY($firstMdy) } to { DAY($lastMdy) }
decimal-mark = In the column { NAME($column) }, a number such as 1,234 can be read in two ways. Which is right?
decimal-mark-comma = The comma divides whole and fraction: the largest value is { NUMBER($largestComma, 3) }
decimal-mark-point = The comma divides thousands: the largest value is { NUMBER($largestPoint, 3) }
