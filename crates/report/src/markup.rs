//! HTML from text: whatever a text holds, it stays text.

/// A text as HTML, fit for content and for attributes in double quotes.
pub(crate) fn text(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for mark in text.chars() {
        match mark {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(mark),
        }
    }
    html
}

/// An element around HTML.
pub(crate) fn element(tag: &str, class: &str, html: &str) -> String {
    match class {
        "" => format!("<{tag}>{html}</{tag}>\n"),
        _ => format!("<{tag} class=\"{class}\">{html}</{tag}>\n"),
    }
}

/// An element around a text.
pub(crate) fn say(tag: &str, class: &str, sentence: &str) -> String {
    element(tag, class, &text(sentence))
}

/// A list of texts; nothing where there are none.
pub(crate) fn list(class: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| say("li", "", &item)).collect();
    if items.is_empty() { items } else { element("ul", class, &format!("\n{items}")) }
}

/// A table under its caption, in a box that scrolls where it is too wide. The first cell of each row heads it.
pub(crate) fn table(caption: &str, heads: &[String], rows: &[Vec<String>]) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", text(head))).collect();
    let mut html = format!("<thead><tr>{heads}</tr></thead>\n<tbody>\n");
    for row in rows {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => format!("<th scope=\"row\">{}</th>", text(cell)),
            _ => format!("<td>{}</td>", text(cell)),
        });
        html += &format!("<tr>{}</tr>\n", cells.collect::<String>());
    }
    // The caption stands outside, where it does not scroll away; what scrolls must be reachable with the keyboard.
    let table = element("table", "", &format!("\n{html}</tbody>\n"));
    let label = text(caption);
    format!(
        "{}<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{label}\">\n{table}</div>\n",
        say("p", "caption", caption)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p17_text_stays_text() {
        assert_eq!(
            text("<img src=x onerror='a(\"&\")'>"),
            "&lt;img src=x onerror=&#39;a(&quot;&amp;&quot;)&#39;&gt;"
        );
        assert_eq!(say("b", "", "<"), "<b>&lt;</b>\n");
        assert_eq!(list("", ["<i>".to_owned()].into_iter()), "<ul>\n<li>&lt;i&gt;</li>\n</ul>\n");
        assert_eq!(list("", std::iter::empty()), "");
        let table = table("\"", &["<".to_owned()], &[vec!["<".to_owned(), "<".to_owned()]]);
        assert!(!table.contains("><<") && table.contains("aria-label=\"&quot;\""));
    }
}
