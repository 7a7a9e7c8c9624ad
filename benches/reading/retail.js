/**
 * A file of purchase lines of any size, the same for a seed on every machine: the columns of UCI's Online Retail, three in ten
 * descriptions quoted with a comma, some with doubled quotes, one line in five without a customer, one invoice in thirty
 * cancelled. What a reader has to find in it is added up line by line while it is written, without reading anything.
 */

import { closeSync, openSync, writeSync } from "node:fs";

/**
 * @typedef {object} Answer what the lines with a customer and an invoice that is not cancelled come to
 * @property {number} customers
 * @property {number} orders distinct pairs of customer and invoice
 * @property {number} hundredths quantity × price, in hundredths
 */

const WORDS = [
  ..."amber anchor apple basket bell birch blanket bowl brass candle cedar clock copper cotton cushion".split(
    " ",
  ),
  ..."daisy drawer enamel fern garden glass hanger harvest heart hook ivory jar kettle lantern leaf linen".split(
    " ",
  ),
  ..."maple mirror mug napkin oak olive ornament paper pebble pillow plate ribbon rose shelf silver spoon".split(
    " ",
  ),
  ..."star stone tea tin towel tray vase velvet vintage walnut wicker willow wood wool wreath yarn".split(
    " ",
  ),
];

const COUNTRIES = [
  "Germany",
  "France",
  "EIRE",
  "Spain",
  "Belgium",
  "Portugal",
  "Norway",
  "Italy",
  "Poland",
  "Japan",
];

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

/** Minutes that the file spans. */
const SPAN = 373 * 24 * 60;

/**
 * Writes a file of about `bytes` bytes and answers with what is in it.
 *
 * @param {string} path
 * @param {{ bytes: number, customers: number, lines?: number, seed: number }} options `customers` to draw from, `lines` of an invoice
 *   in the mean
 * @returns {Answer & { rows: number, bytes: number }}
 */
export function writeRetail(path, { bytes, customers, lines: mean = 22, seed }) {
  const draw = generator(seed);
  const products = Array.from({ length: 4_000 }, () => product(draw));
  const countries = Array.from({ length: customers }, () =>
    draw() < 0.9 ? "United Kingdom" : pick(COUNTRIES, draw),
  );
  const step = SPAN / (bytes / 92 / mean);
  const seen = new Set();
  const file = openSync(path, "w");
  let [orders, hundredths, rows, written, minute, invoice] = [0, 0, 0, 0, 0, 536_365];
  try {
    written += writeSync(file, HEADER);
    while (written < bytes) {
      const lines = [];
      for (let buffered = 0; buffered < 1 << 16 && written + buffered < bytes; invoice += 1) {
        minute += -Math.log(1 - draw()) * step;
        // A few buy often, most seldom.
        const customer = Math.floor(draw() ** 3 * customers);
        const [named, cancelled] = [draw() >= 0.2, draw() < 1 / 30];
        const date = stamp(minute);
        const end = `,${named ? 12_346 + customer : ""},${countries[customer]}\n`;
        let sum = 0;
        for (let line = 1 + geometric(draw, mean - 1); line > 0; line -= 1) {
          const { code, description, pence } = pick(products, draw);
          const pieces = 1 + geometric(draw, 9);
          const text = `${cancelled ? "C" : ""}${invoice},${code},${description},${cancelled ? -pieces : pieces},${date},${price(pence)}${end}`;
          lines.push(text);
          buffered += text.length;
          sum += pieces * pence;
          rows += 1;
        }
        if (named && !cancelled) {
          [orders, hundredths] = [orders + 1, hundredths + sum];
          seen.add(customer);
        }
      }
      written += writeSync(file, lines.join(""));
    }
  } finally {
    closeSync(file);
  }
  return { customers: seen.size, orders, hundredths, rows, bytes: written };
}

/** @param {() => number} draw */
function product(draw) {
  const words = Array.from({ length: 3 + Math.floor(draw() * 4) }, () => pick(WORDS, draw).toUpperCase());
  const kind = draw();
  const code = `${10_000 + Math.floor(draw() * 89_999)}${draw() < 0.7 ? "" : pick([..."ABCDEF"], draw)}`;
  const pence = 19 + Math.round(Math.exp(0.9 + 0.8 * normal(draw)) * 100);
  const place = 1 + Math.floor(draw() * (words.length - 1));
  if (kind < 0.3) words[place - 1] += ",";
  const text = words.join(" ");
  if (kind < 0.3) return { code, pence, description: `"${text}"` };
  if (kind < 0.33) return { code, pence, description: `"${text} ""LARGE"""` };
  return { code, pence, description: kind < 0.335 ? "" : text };
}

/** @param {number} minute since 2010-12-01 08:00 */
function stamp(minute) {
  return `${new Date(Date.UTC(2010, 11, 1, 8, Math.floor(minute))).toISOString().slice(0, 16).replace("T", " ")}:00`;
}

/** @param {number} pence */
function price(pence) {
  return `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
}

/**
 * @template Value
 * @param {readonly Value[]} values
 * @param {() => number} draw
 * @returns {Value}
 */
function pick(values, draw) {
  return /** @type {Value} */ (values[Math.floor(draw() * values.length)]);
}

/**
 * A whole number from 0 with this mean.
 *
 * @param {() => number} draw
 * @param {number} mean
 */
function geometric(draw, mean) {
  return Math.floor(Math.log(1 - draw()) / Math.log(mean / (mean + 1)));
}

/** @param {() => number} draw */
function normal(draw) {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/**
 * Numbers from 0 up to 1 (Bob Jenkins' small fast generator, 32 bits).
 *
 * @param {number} seed
 */
function generator(seed) {
  let [a, b, c, d] = [0xf1ea5eed, seed | 0, seed | 0, seed | 0];
  const next = () => {
    const e = (a - ((b << 27) | (b >>> 5))) | 0;
    a = b ^ ((c << 17) | (c >>> 15));
    b = (c + d) | 0;
    c = (d + e) | 0;
    d = (e + a) | 0;
    return (d >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 20; round += 1) next();
  return next;
}
