//! What commands that write a table tell beside it, and which choices hold for several files.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of its own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ringfence-told-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, contents: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, contents).unwrap();
        path.to_str().unwrap().to_owned()
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

/// What a command that succeeds writes: to standard output, and to standard error.
fn done(args: &[&str]) -> (String, String) {
    let Output { status, stdout, stderr } = ringfence(args);
    let [table, told] = [stdout, stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(status.success(), "{args:?}: {told}");
    (table, told)
}

/// Purchases `from..to` of 60 customers, dated as asked on days that leave open which number is the month.
fn purchases(from: u32, to: u32, date: fn(u32, u32) -> String) -> String {
    let line =
        |n: u32| format!("{n},{},{},{}.50\n", 100 + n * 7 % 60, date(1 + n % 12, 1 + n / 12), 1 + n % 40);
    "order_id,customer_id,date,amount\n".to_owned() + &(from..to).map(line).collect::<String>()
}

fn american(month: u32, day: u32) -> String {
    format!("{month:02}/{day:02}/2024")
}

fn iso(month: u32, day: u32) -> String {
    format!("2024-{month:02}-{day:02}")
}

#[test]
fn rows_left_out_are_told_where_a_table_is_written() {
    let folder = Folder::new("rows");
    // Row 14 names no customer.
    let file = folder.file("shop.csv", &purchases(0, 120, iso).replace("\n12,124,", "\n12,,"));
    let out = folder.0.join("out");
    done(&["segment", &file, "--k", "2", "-o", out.to_str().unwrap()]);
    let model = out.join("segments.model.json").to_str().unwrap().to_owned();
    let (features, told) = done(&["features", &file]);
    assert!(told.starts_with("- ") && told.contains("customer") && told.contains("row 14"), "{told}");
    assert!(features.lines().count() == 61 && !features.contains("row 14"), "{features}");
    let labels = folder.0.join("labels.csv").to_str().unwrap().to_owned();
    for args in [&["score", &model, &file][..], &["score", &model, &file, "-o", &labels]] {
        assert!(done(args).1.contains("row 14"), "{args:?}");
    }
}

#[test]
fn what_a_recipe_of_one_file_says_holds_for_several() {
    let folder = Folder::new("recipe");
    let whole = folder.file("whole.csv", &purchases(0, 120, iso));
    let [first, second] = [(0, 60), (60, 120)]
        .map(|(from, to)| folder.file(&format!("{from}.csv"), &purchases(from, to, american)));
    let recipe = |column: &str| {
        let choice =
            format!("{{\"reading\": {{\"columns\": {{\"{column}\": {{\"dateOrder\": \"mdy\"}}}}}}}}");
        folder.file(&format!("{column}.json"), &choice)
    };
    let (expect, _) = done(&["features", &whole]);
    let (open, assumed) = done(&["features", &first, &second]);
    assert!(open != expect && assumed.matches("The day was taken to come first").count() == 2, "{assumed}");
    let (answered, told) = done(&["features", &first, &second, "--recipe", &recipe("date")]);
    assert_eq!(answered, expect);
    assert!(!told.contains("taken to come first"), "{told}");
    for (args, code) in [
        (["--recipe", &recipe("day")], "error[unknown-column]"),
        (["--sheet", "Sales"], "error[unknown-sheet]"),
    ] {
        let refused = ringfence(&[&["features", &first, &second][..], &args].concat());
        assert_eq!(refused.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&refused.stderr).starts_with(code), "{refused:?}");
    }
    // Of one file, too, it is told what was assumed.
    assert!(done(&["features", &first]).1.contains("The day was taken to come first"));
}
