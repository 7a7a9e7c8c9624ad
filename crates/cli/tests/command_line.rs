//! The command line as a scheduled job sees it: output, files, exit status.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ringfence_sample::{Options, Shop};
use serde_json::Value;

/// A folder of its own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ringfence-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, contents).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ringfence(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ringfence")).args(args).env("LC_ALL", "C").output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn shop() -> Vec<u8> {
    Shop::csv(&Options { customers: 400, ..Options::default() })
}

#[test]
fn threads_and_the_order_of_rows_change_nothing() {
    let folder = Folder::new("order");
    let file = folder.file("shop.csv", shop());
    let lines: Vec<String> = String::from_utf8(shop()).unwrap().lines().map(str::to_owned).collect();
    // Every line moves, and no customer's lines stay together: a step that shares no factor with their number.
    let rows = &lines[1..];
    let step = (7_919..).find(|step| !rows.len().is_multiple_of(*step)).unwrap();
    let shuffled = (0..rows.len()).map(|at| rows[at * step % rows.len()].as_str());
    let shuffled: String =
        [lines[0].as_str()].into_iter().chain(shuffled).map(|line| format!("{line}\n")).collect();
    let shuffled = folder.file("shuffled.csv", shuffled);

    let one = ringfence(&["segment", text(&file), "--threads", "1", "--json"]);
    let two = ringfence(&["segment", text(&file), "--threads", "2", "--json"]);
    assert_eq!(one.stdout, two.stdout);
    let mut other = json(&ringfence(&["segment", text(&shuffled), "--threads", "2", "--json"]));
    let mut same = json(&one);
    // The notices name rows, and rows have moved.
    for view in [&mut other, &mut same] {
        view["notices"].take();
    }
    assert_eq!(other, same);
}

#[test]
fn another_method_is_a_second_opinion_and_its_model_scores_the_same_file() {
    let folder = Folder::new("method");
    let file = folder.file("shop.csv", shop());
    for method in ["mixture-diagonal", "mixture-full", "ward"] {
        // A ledger each: nobody hands on all three.
        let out = folder.0.join(method);
        let labels = folder.0.join("labels.csv");
        let args = ["segment", text(&file), "--method", method, "--k", "4", "--labels", text(&labels)];
        let view = json(&ringfence(&[&args[..], &["-o", text(&out), "--json"]].concat()));
        let agreement = view["secondOpinion"]["agreement"].as_f64().unwrap();
        assert!(agreement > 0.0 && agreement <= 1.0, "{method}: {agreement}");
        assert_eq!(view["secondOpinion"]["tree"].is_object(), method == "ward");
        let scored = folder.0.join("scored.csv");
        let model = out.join("segments.model.json");
        assert!(ringfence(&["score", text(&model), text(&file), "-o", text(&scored)]).status.success());
        assert_eq!(fs::read_to_string(&scored).unwrap(), fs::read_to_string(&labels).unwrap(), "{method}");
    }
    assert_eq!(ringfence(&["segment", text(&file), "--method", "sorted"]).status.code(), Some(2));
    let spoken = ringfence(&["segment", text(&file), "--method", "ward"]);
    assert!(String::from_utf8_lossy(&spoken.stdout).contains("The usual way (K-means)"));
}

/// P9 from end to end: what was released into a folder is remembered there.
#[test]
fn a_summary_that_differs_from_an_earlier_one_in_a_few_customers_is_refused() {
    let folder = Folder::new("ledger");
    let whole = String::from_utf8(shop()).unwrap();
    let file = folder.file("shop.csv", &whole);
    let fewer: Vec<&str> =
        whole.lines().enumerate().filter(|(at, _)| *at != 17).map(|(_, line)| line).collect();
    let fewer = folder.file("fewer.csv", fewer.join("\n"));
    let out = folder.0.join("out");
    let segment = |file: &Path, more: &[&str]| {
        ringfence(&[&["segment", text(file), "--k", "3", "-o", text(&out)], more].concat())
    };
    assert!(segment(&file, &[]).status.success());
    let summary = || fs::read_to_string(out.join("segments.summary.json")).unwrap();
    let first = summary();
    assert!(segment(&file, &[]).status.success(), "the same once more");
    assert_eq!(summary(), first);

    let refused = segment(&fewer, &["--labels", text(&folder.0.join("labels.csv"))]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("error[released-almost-the-same]"));
    assert_eq!(summary(), first);
    assert!(!folder.0.join("labels.csv").exists(), "nothing half-done is left behind");

    let other = folder.file("other.recipe.json", "{\"release\": {\"minimumSize\": 12}}");
    let refused = segment(&file, &["--recipe", text(&other)]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("error[released-under-other-policy]"));

    // Another ledger knows nothing of it; one that is no ledger is told.
    let apart = folder.0.join("apart.ledger.json");
    assert!(segment(&fewer, &["--ledger", text(&apart)]).status.success());
    assert!(apart.exists());
    let refused = segment(&file, &["--ledger", text(&other)]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("error[bad-ledger]"));
}

#[test]
fn tables_without_ids_do_not_depend_on_the_order_either() {
    let folder = Folder::new("no-ids");
    let data = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/wholesale_customers.csv"),
    )
    .unwrap();
    let mut lines: Vec<&str> = data.lines().collect();
    let file = folder.file("table.csv", lines.join("\n"));
    lines[1..].reverse();
    let reversed = folder.file("reversed.csv", lines.join("\n"));
    let segments = |path: &Path| json(&ringfence(&["segment", text(path), "--json"]))["segments"].clone();
    assert_eq!(segments(&file), segments(&reversed));
}

#[test]
fn a_model_scores_its_own_file_to_the_same_labels() {
    let folder = Folder::new("score");
    let file = folder.file("shop.csv", shop());
    let (labels, scored, documents) =
        (folder.0.join("labels.csv"), folder.0.join("scored.csv"), folder.0.join("out"));
    let made = ringfence(&["segment", text(&file), "--labels", text(&labels), "-o", text(&documents)]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let model = documents.join("segments.model.json");
    let done = ringfence(&["score", text(&model), text(&file), "-o", text(&scored)]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let written = fs::read_to_string(&labels).unwrap();
    assert_eq!(fs::read_to_string(&scored).unwrap(), written);
    assert!(
        written
            .lines()
            .filter(|line| line.split(',').nth(1).is_some_and(|segment| !segment.is_empty()))
            .count()
            > 300
    );
}

#[test]
fn opt_outs_are_in_no_list() {
    let folder = Folder::new("opt-outs");
    let file = folder.file("shop.csv", shop());
    let [all, features, labels, scored] =
        ["all", "features", "labels", "scored"].map(|name| folder.0.join(format!("{name}.csv")));
    let documents = folder.0.join("out");
    assert!(ringfence(&["features", text(&file), "-o", text(&all)]).status.success());
    let ids = |path: &Path| -> Vec<String> {
        let list = fs::read_to_string(path).unwrap();
        list.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    let everyone = ids(&all);
    let out = [everyone[3].as_str(), everyone[77].as_str(), "nobody"];
    let list = folder.file("opt-outs.txt", out.join("\n"));
    let without = ["--opt-outs", text(&list)];
    for (command, path) in [
        (&["features", text(&file), "-o", text(&features)][..], &features),
        (&["segment", text(&file), "--labels", text(&labels), "-o", text(&documents)], &labels),
        (&["score", text(&documents.join("segments.model.json")), text(&file), "-o", text(&scored)], &scored),
    ] {
        let done = ringfence(&[command, &without].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let left = ids(path);
        assert_eq!(left.len(), everyone.len() - 2, "{command:?}");
        assert!(left.iter().all(|id| !out.contains(&id.as_str())), "{command:?}");
    }
    // No recipe and no model says who they are.
    for name in ["segments.recipe.json", "segments.model.json"] {
        let document = fs::read_to_string(documents.join(name)).unwrap();
        assert!(!document.contains(out[0]) && !document.contains("nobody"), "{name}");
    }
}

#[test]
fn the_recipe_that_is_written_gives_the_same_segments_again() {
    let folder = Folder::new("recipe");
    let file = folder.file("shop.csv", shop());
    let documents = folder.0.join("out");
    let options = [
        "--k",
        "3",
        "--transform",
        "none",
        "--scale",
        "robust",
        "--seed",
        "7",
        "--json",
        "-o",
        text(&documents),
    ];
    let first = ringfence(&[&["segment", text(&file)][..], &options].concat());
    let recipe = documents.join("segments.recipe.json");
    let again = ringfence(&["segment", text(&file), "--recipe", text(&recipe), "--json"]);
    assert_eq!(json(&first), json(&again));
    assert_eq!(json(&first)["k"], 3);
}

#[test]
fn columns_are_one_csv_record_and_may_be_quoted() {
    let folder = Folder::new("columns");
    let rows: String = (0..30).map(|row| format!("{row},{},{}\n", row % 3 * 10, row % 2 * 50)).collect();
    let file = folder.file("table.csv", format!("id,\"income, yearly\",age\n{rows}"));
    let view = json(&ringfence(&["segment", text(&file), "--columns", "\"income, yearly\",age", "--json"]));
    assert_eq!(view["features"], serde_json::json!(["income, yearly", "age"]));
}

#[test]
fn failures_are_told_on_standard_error_with_a_code_and_a_status() {
    let folder = Folder::new("failures");
    let empty = folder.file("empty.csv", "");
    let blocked = folder.file("blocked", "a file where a folder is wanted");
    let shop = folder.file("shop.csv", shop());
    let missing = folder.0.join("missing.csv");
    let inside = blocked.join("labels.csv");
    let cases: [(&[&str], i32, &str); 7] = [
        (&["segment", text(&empty)], 2, "error[empty-file]: "),
        (&["segment", text(&missing)], 2, "error[io-read]: "),
        (&["segment", text(&shop), "--labels", text(&inside)], 1, "error[io-write]: "),
        (&["segment", text(&shop), "--k", "many"], 2, "error[invalid-option]: "),
        (&["segment", text(&shop), "--colour", "red"], 2, "error[unknown-option]: "),
        (&["divide", text(&shop)], 2, "error[unknown-command]: "),
        (&["segment"], 2, "error[missing-file]: "),
    ];
    for (args, status, begins) in cases {
        let output = ringfence(args);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{args:?}: {told}");
        assert!(told.starts_with(begins) && !told.contains('⟦'), "{args:?}: {told}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
    assert!(!folder.0.join("missing.csv.part").exists());
}

#[test]
fn help_has_a_sentence_for_everything() {
    for args in [
        &["--help"][..],
        &["segment", "--help"],
        &["evaluate", "--help", "--language", "de"],
        &["score", "--help"],
        &["inspect", "-h"],
        &["features", "-h"],
    ] {
        let output = ringfence(args);
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && help.lines().count() > 5, "{args:?}: {help}");
        assert!(!help.contains('⟦'), "{args:?}: {help}");
    }
}

#[test]
fn a_sheet_of_a_workbook_is_read_like_a_file() {
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("../xlsx/tests/data/shop.xlsx");
    let found = json(&ringfence(&["inspect", text(&workbook), "--json"]));
    assert_eq!(found["notices"][0]["params"], serde_json::json!({ "sheet": "Sales 2024", "others": 3 }));
    assert_eq!((found["rows"].as_u64(), found["columns"][1]["role"].as_str()), (Some(4), Some("customerId")));
    assert_eq!(found["bytes"].as_u64(), Some(fs::metadata(&workbook).unwrap().len()));
    let merged = json(&ringfence(&["inspect", text(&workbook), "--sheet", "Merged", "--json"]));
    assert_eq!((merged["lead"].as_u64(), merged["rows"].as_u64()), (Some(2), Some(3)));
    for (args, code) in [
        (vec!["inspect", text(&workbook), "--sheet", "9"], "error[unknown-sheet]"),
        (vec!["inspect", text(&workbook), "--sheet", "1"], "error[one-column]"),
    ] {
        let refused = ringfence(&args);
        assert_eq!(refused.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&refused.stderr).starts_with(code), "{refused:?}");
    }
    let folder = Folder::new("workbook");
    let broken = folder.file("broken.xlsx", b"PK\x03\x04 and nothing more");
    let refused = ringfence(&["segment", text(&broken)]);
    assert!(String::from_utf8_lossy(&refused.stderr).starts_with("error[workbook-damaged]"), "{refused:?}");
}

#[test]
fn several_files_are_joined() {
    let folder = Folder::new("several");
    let text = String::from_utf8(shop()).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let lines: Vec<&str> = rows.lines().collect();
    let half = lines.len() / 2;
    // They overlap by ten lines, as exports of one month and of the one before do.
    let first = folder.file("first.csv", format!("{header}\n{}\n", lines[..half + 10].join("\n")));
    let second = folder.file("second.csv", format!("{header}\n{}\n", lines[half..].join("\n")));
    let whole = folder.file("whole.csv", &text);
    let features = |files: &[&Path]| {
        let mut args = vec!["features"];
        args.extend(files.iter().map(|file| file.to_str().unwrap()));
        let output = ringfence(&args);
        assert!(output.status.success(), "{output:?}");
        output.stdout
    };
    assert_eq!(features(&[&first, &second]), features(&[&whole]));
    assert_eq!(features(&[&second, &first]), features(&[&whole]));
    let found = json(&ringfence(&["segment", first.to_str().unwrap(), second.to_str().unwrap(), "--json"]));
    let notices = found["notices"].as_array().unwrap();
    assert!(notices.iter().any(|notice| notice["key"] == "source-read"), "{notices:?}");
    let again = notices.iter().find(|notice| notice["params"]["notice"]["key"] == "rows-in-several-files");
    assert_eq!(again.unwrap()["params"]["file"], 2);
    let refused = ringfence(&["inspect", first.to_str().unwrap(), second.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&refused.stderr).starts_with("error[missing-file]"), "{refused:?}");
}

#[test]
fn a_model_scores_several_files_and_each_is_called_by_its_name() {
    let folder = Folder::new("score-several");
    let whole = folder.file("shop.csv", shop());
    let lines: Vec<String> = String::from_utf8(shop()).unwrap().lines().map(str::to_owned).collect();
    let (header, rows) = lines.split_first().unwrap();
    let part = |rows: &[String]| format!("{header}\n{}\n", rows.join("\n"));
    let (head, tail) = rows.split_at(rows.len() / 3);
    let (first, second) = (folder.file("first.csv", part(head)), folder.file("second.csv", part(tail)));
    let (labels, scored, documents) =
        (folder.0.join("labels.csv"), folder.0.join("scored.csv"), folder.0.join("out"));
    let made =
        ringfence(&["segment", text(&whole), "--k", "3", "--labels", text(&labels), "-o", text(&documents)]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let model = documents.join("segments.model.json");
    let done = ringfence(&["score", text(&model), text(&first), text(&second), "-o", text(&scored)]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(fs::read_to_string(&scored).unwrap(), fs::read_to_string(&labels).unwrap());

    // The shop has lines that name nobody: the first of the second part is this row of it.
    let customer = header.split(',').position(|name| name == "CustomerID").unwrap();
    let nobody = tail.iter().position(|row| row.split(',').nth(customer) == Some("")).unwrap() + 2;
    for (language, file, row) in [("en", "“second.csv”: ", "(row "), ("de", "„second.csv“: ", "(Zeile ")]
    {
        let output = ringfence(&["segment", text(&first), text(&second), "--k", "3", "--language", language]);
        let printed = String::from_utf8(output.stdout).unwrap();
        let told = printed.lines().find(|line| line.contains(file)).unwrap();
        assert!(told.contains(&format!("{row}{nobody},")), "{told}");
    }
    let open = folder.file("open.csv", "id,x\n1,\"2\n3,4\n");
    let output = ringfence(&["segment", text(&whole), text(&open)]);
    let printed = String::from_utf8(output.stderr).unwrap();
    assert!(printed.starts_with("error[unclosed-quote]: “open.csv”: "), "{printed}");
    assert_eq!(output.status.code(), Some(2));
}
