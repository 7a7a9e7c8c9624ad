//! The report: one HTML file that needs nothing else and asks for nothing.

use ringfence::release::Released;
use ringfence_charts::{Rgb, Theme};
use ringfence_wording::Language;

use crate::markup::{say, text};
use crate::sections;
use crate::words::Words;

/// What the file itself may load and run: nothing but its own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = include_str!("report.css");

/// The report of what was released: what was looked at, the segments, charts, how sure it is, the rules it obeys and what was
/// held back, and how it was done.
pub fn html(released: &Released, language: Language) -> String {
    let words = Words(language);
    let title = words.plain("report-title");
    let body = [
        say("h1", "", &title),
        say("p", "kind", &words.plain("report-kind")),
        sections::looked_at(released, words),
        sections::cards(released, words),
        sections::charts(released, words),
        sections::profiles(released, words),
        sections::how_many(released, words),
        sections::foresight(released, words),
        sections::rules(released, words),
        sections::method(released, words),
        say("footer", "", &words.with("report-made-with", [("version", env!("CARGO_PKG_VERSION").into())])),
    ]
    .concat();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>\n{}{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        language.code(),
        text(&title),
        colors(),
    )
}

/// The charts' colours as custom properties, light and dark.
fn colors() -> String {
    let light = properties(&Theme::light());
    let dark = properties(&Theme::dark());
    let segments: String = (1..=Theme::light().segments.len())
        .map(|number| format!(".s{number}{{--own:var(--s{number})}}\n"))
        .collect();
    format!(":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{segments}")
}

fn properties(theme: &Theme) -> String {
    let named = [
        ("paper", theme.paper),
        ("ink", theme.ink),
        ("muted", theme.muted),
        ("hairline", theme.hairline),
        ("accent", theme.accent),
    ];
    let named = named.into_iter().map(|(name, color)| (name.to_owned(), color));
    let segments = (1..).zip(theme.segments).map(|(number, color)| (format!("s{number}"), color));
    let property = |(name, Rgb(red, green, blue))| format!("--{name}:#{red:02x}{green:02x}{blue:02x};");
    named.chain(segments).map(property).collect()
}
