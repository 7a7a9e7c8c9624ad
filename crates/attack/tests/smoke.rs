//! That everything runs, that the same seed gives the same table, that the attacks which need few tables break the careless export, and that
//! none breaks ours.

use ringfence_attack::printed::{document, table};
use ringfence_attack::suite::{Bar, Options, run};

#[test]
fn the_same_seed_gives_the_same_table_whatever_the_threads() {
    let rows = run(&Options::smoke(3));
    let again = run(&Options { threads: 1, ..Options::smoke(3) });
    assert_eq!(table(&rows), table(&again));
    assert_eq!(document(&rows).as_array().map(Vec::len), Some(rows.len()));
    let breaks = |name: &str| rows.iter().any(|row| row.name == name && row.breaks_naive());
    for name in [
        "exact total",
        "exact segment sizes",
        "a value that a segment shares",
        "a single customer is a segment",
    ] {
        assert!(breaks(name), "{name}\n{}", table(&rows));
    }
    // Membership needs thousands of tables to be judged by, all else a few.
    let judged =
        rows.iter().filter(|row| !matches!(row.bar, Bar::Advantage { .. } | Bar::NoAdvantageShown(_)));
    for row in judged {
        assert!(row.holds(), "{}\n{}", row.name, table(&rows));
        assert!(
            row.ours.notes.get("not exported").is_none_or(|count| *count * 4 < row.ours.trials.max(4)),
            "{}",
            row.name
        );
    }
    // Who is in which segment is known by the same rule as the engine's, or nothing here is true.
    let unknown =
        rows.iter().filter(|row| row.ours.notes.get("groups unknown").is_some_and(|count| *count > 0));
    assert_eq!(unknown.count(), 0, "{}", table(&rows));
}
