/** Readers of tables on one task, in the page: each answers with `[customers, orders, hundredths]`. */

/** The workers of our own reader, started and warm as they are in the product. @type {Worker[]} */
const workers = [];

/** @param {number} count */
async function start(count) {
  const wasm = await (await fetch("bench_bg.wasm")).arrayBuffer();
  const module = await WebAssembly.compile(wasm);
  while (workers.length < count) {
    const worker = new Worker("worker.js", { type: "module" });
    worker.postMessage({ wasm: module });
    workers.push(worker);
  }
}

/** @type {Promise<Worker> | undefined} */
let pageWorker;

/** Starts the worker that the page reads by. */
function startPageWorker() {
  pageWorker ??= (async () => {
    const module = await WebAssembly.compile(await (await fetch("engine_bg.wasm")).arrayBuffer());
    const worker = new Worker("page-worker.js");
    worker.postMessage({ start: "data", module });
    return worker;
  })();
  return pageWorker;
}

/**
 * @param {Worker} worker
 * @param {object} message
 * @param {(data: object) => boolean} [isAnswer]
 * @returns {Promise<any>}
 */
function ask(worker, message, isAnswer = () => true) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (typeof data.fault === "string") reject(new Error(data.fault));
      else if (isAnswer(data)) resolve(data);
    };
    worker.onerror = ({ message: reason }) => reject(new Error(reason));
    worker.postMessage(message);
  });
}

/**
 * The place after the first line end in or after the middle of a file.
 *
 * @param {File} file
 */
async function middle(file) {
  const from = Math.floor(file.size / 2);
  const bytes = new Uint8Array(await file.slice(from, from + (1 << 16)).arrayBuffer());
  const end = bytes.indexOf(10);
  return end < 0 ? file.size : from + end + 1;
}

/** @type {Record<string, (file: File) => Promise<readonly number[]>>} */
const readers = {
  async "ringfence, 1 worker"(file) {
    await start(1);
    const [one] = /** @type {[Worker]} */ (workers);
    await ask(one, { file, from: 0, to: file.size, give: false });
    return (await ask(one, { totals: true })).slice(0, 3);
  },

  async "ringfence, 2 workers"(file) {
    await start(2);
    const [one, other] = /** @type {[Worker, Worker]} */ (workers);
    const cut = await middle(file);
    const front = ask(one, { file, from: 0, to: cut, give: false });
    const back = ask(other, { file, from: cut, to: file.size, give: true });
    // Where the first part ends within a quoted cell, what the second found is worth nothing.
    if (!(await front).isWhole) return readers["ringfence, 1 worker"]?.(file) ?? [];
    const { bytes } = await back;
    one.postMessage({ merge: bytes.buffer }, [bytes.buffer]);
    return (await ask(one, { totals: true })).slice(0, 3);
  },

  // Both passes of the page's own data worker: everything that is known of the columns, then every feature of every customer.
  async "ringfence, full task"(file) {
    const page = await startPageWorker();
    const call = async (/** @type {string} */ name, /** @type {unknown[]} */ ...values) => {
      const answer = await ask(page, { id: 1, call: name, values }, (data) => !("progress" in data));
      if (!("result" in answer)) throw new Error(JSON.stringify(answer));
      return answer.result;
    };
    await call("inspect", file, false, 0);
    await call("read", await call("defaultRecipe"));
    return [];
  },

  async "reading only"(file) {
    const reader = file.stream().getReader();
    while (!(await reader.read()).done);
    return [];
  },

  async papaparse(file) {
    const gathered = gather();
    const { data } = await new Promise((complete, error) => {
      globalThis.Papa.parse(file, { complete, error });
    });
    for (const row of data.slice(1)) gathered.take(row);
    return gathered.answer();
  },

  async "papaparse, by chunks"(file) {
    const gathered = gather();
    let first = 1;
    await new Promise((complete, error) => {
      const chunk = (/** @type {{ data: string[][] }} */ { data }) => {
        for (; first < data.length; first += 1) gathered.take(data[first] ?? []);
        first = 0;
      };
      globalThis.Papa.parse(file, { chunk, complete, error });
    });
    return gathered.answer();
  },

  async udsv(file) {
    const gathered = gather();
    const text = await file.text();
    const { initParser, inferSchema } = globalThis.uDSV;
    for (const row of initParser(inferSchema(text)).stringArrs(text)) gathered.take(row);
    return gathered.answer();
  },

  async "duckdb-wasm"(file) {
    const { duckdb, connection, database } = await startDuckdb();
    await database.registerFileHandle("f.csv", file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    try {
      const table = await connection.query(`
        SELECT count(*)::DOUBLE c, sum(f)::DOUBLE f, sum(m)::DOUBLE m FROM (
          SELECT CustomerID, max(InvoiceDate), count(DISTINCT InvoiceNo) f, sum(Quantity * UnitPrice) m
          FROM read_csv('f.csv') WHERE CustomerID IS NOT NULL AND NOT starts_with(InvoiceNo, 'C')
          GROUP BY CustomerID)`);
      const { c, f, m } = table.toArray()[0].toJSON();
      return [c, f, Math.round(m * 100)];
    } finally {
      await database.dropFile("f.csv");
    }
  },
};

/** @type {Promise<any> | undefined} */
let duckdb;

/** Starts DuckDB, which is not counted. */
function startDuckdb() {
  duckdb ??= (async () => {
    const library = await import("./duckdb.js");
    const database = new library.AsyncDuckDB(new library.VoidLogger(), new Worker("duckdb-worker.js"));
    await database.instantiate(new URL("duckdb.wasm", location.href).href);
    return { duckdb: library, database, connection: await database.connect() };
  })();
  return duckdb;
}

/** The task over rows of strings: what anybody would write who uses such a reader. */
function gather() {
  /** @type {Map<string, { last: string, invoice: string, orders: number, sum: number }>} */
  const customers = new Map();
  return {
    /** @param {readonly string[]} row */
    take([invoice = "", , , quantity, date = "", price, id = ""]) {
      if (id === "" || invoice.startsWith("C")) return;
      let customer = customers.get(id);
      if (customer === undefined) {
        customer = { last: "", invoice: "", orders: 0, sum: 0 };
        customers.set(id, customer);
      }
      if (date > customer.last) customer.last = date;
      // Lines of an invoice follow each other.
      if (customer.invoice !== invoice) [customer.orders, customer.invoice] = [customer.orders + 1, invoice];
      customer.sum += Number(quantity) * Number(price);
    },
    answer() {
      const all = [...customers.values()];
      const orders = all.reduce((sum, customer) => sum + customer.orders, 0);
      const sum = all.reduce((sum, customer) => sum + customer.sum, 0);
      return [customers.size, orders, Math.round(sum * 100)];
    },
  };
}

/**
 * Seconds that a reader takes, and its answer.
 *
 * @param {string} name
 */
globalThis.measure = async (name) => {
  const file = /** @type {HTMLInputElement} */ (document.querySelector("input")).files?.[0];
  const reader = readers[name];
  if (file === undefined || reader === undefined) throw new Error("nothing to measure");
  if (name.startsWith("ringfence")) await Promise.all([start(2), startPageWorker()]);
  if (name === "duckdb-wasm") await startDuckdb();
  const started = performance.now();
  const answer = await reader(file);
  return { seconds: (performance.now() - started) / 1000, answer };
};
