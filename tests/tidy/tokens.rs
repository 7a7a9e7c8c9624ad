//! Rust source as tokens: without comments, without what stands in quotes, without what only tests see.

/// A word, a `::` or a single sign, and the line that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    /// Whether it may be a part of a path.
    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(|sign: char| sign.is_alphabetic() || sign == '_')
    }
}

/// The tokens of the product: those below a `#[cfg(test)]` are left out.
pub(crate) fn of_product(text: &str) -> Vec<Token> {
    let tokens = tokens(text);
    let mut product = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if is_for_tests(&tokens[at..]) {
            at = end_of_item(&tokens, at + FOR_TESTS.len());
        } else {
            product.push(tokens[at].clone());
            at += 1;
        }
    }
    product
}

const FOR_TESTS: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn is_for_tests(tokens: &[Token]) -> bool {
    tokens.len() >= FOR_TESTS.len() && tokens.iter().zip(FOR_TESTS).all(|(token, text)| token.text == text)
}

/// The place behind the item that begins at `at`: behind its `;`, or behind the brace that closes it.
fn end_of_item(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(at) {
        match &*token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            "}" if depth <= 1 => return place + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return place + 1,
            _ => {}
        }
    }
    tokens.len()
}

fn tokens(text: &str) -> Vec<Token> {
    let signs: Vec<char> = text.chars().collect();
    let (mut found, mut line, mut at) = (Vec::new(), 1, 0);
    while at < signs.len() {
        let end = end_of_token(&signs, at);
        let token: String = signs[at..end].iter().collect();
        let next_line = line + token.matches('\n').count();
        let is_code =
            !token.starts_with("//") && !token.starts_with("/*") && !token.starts_with(char::is_whitespace);
        if is_code && !token.contains(['"', '\'']) {
            found.push(Token { text: token, line });
        }
        (line, at) = (next_line, end);
    }
    found
}

/// The place behind the token, comment, text or blank that begins at `at`.
fn end_of_token(signs: &[char], at: usize) -> usize {
    let begins =
        |text: &str| text.chars().enumerate().all(|(place, sign)| signs.get(at + place) == Some(&sign));
    let word = |from: usize| {
        from + signs[from..].iter().take_while(|sign| sign.is_alphanumeric() || **sign == '_').count()
    };
    match signs[at] {
        _ if begins("//") => at + signs[at..].iter().take_while(|sign| **sign != '\n').count(),
        _ if begins("/*") => end_of_comment(signs, at),
        _ if begins("::") => at + 2,
        '"' => end_of_text(signs, at + 1),
        '\'' => end_of_letter(signs, at),
        sign if sign.is_alphabetic() || sign == '_' => {
            let end = word(at);
            let prefix: String = signs[at..end].iter().collect();
            let hashes = signs[end..].iter().take_while(|sign| **sign == '#').count();
            match signs.get(end + hashes) {
                Some('"') if ["r", "br", "cr"].contains(&&*prefix) => {
                    end_of_raw_text(signs, end + hashes + 1, hashes)
                }
                Some('"') if hashes == 0 && ["b", "c"].contains(&&*prefix) => end_of_text(signs, end + 1),
                _ if prefix == "b" && signs.get(end) == Some(&'\'') => end_of_letter(signs, end),
                _ => end,
            }
        }
        sign if sign.is_numeric() => word(at),
        _ => at + 1,
    }
}

/// Comments nest.
fn end_of_comment(signs: &[char], at: usize) -> usize {
    let (mut depth, mut place) = (0, at);
    while place < signs.len() {
        match (signs[place], signs.get(place + 1)) {
            ('/', Some('*')) => (depth, place) = (depth + 1, place + 2),
            ('*', Some('/')) => (depth, place) = (depth - 1, place + 2),
            _ => place += 1,
        }
        if depth == 0 {
            break;
        }
    }
    place
}

fn end_of_text(signs: &[char], mut at: usize) -> usize {
    while at < signs.len() && signs[at] != '"' {
        at += if signs[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(signs.len())
}

fn end_of_raw_text(signs: &[char], mut at: usize, hashes: usize) -> usize {
    let is_end = |at: usize| {
        signs[at] == '"' && signs[at + 1..].iter().take(hashes).filter(|sign| **sign == '#').count() == hashes
    };
    while at < signs.len() && !is_end(at) {
        at += 1;
    }
    (at + 1 + hashes).min(signs.len())
}

/// Of `'a'`, `'\n'` or the lifetime `'a`, whose word is a token of its own.
fn end_of_letter(signs: &[char], at: usize) -> usize {
    if signs.get(at + 1) == Some(&'\\') {
        let closing = signs[at + 3..].iter().position(|sign| *sign == '\'');
        closing.map_or(signs.len(), |closing| at + 3 + closing + 1)
    } else if signs.get(at + 2) == Some(&'\'') {
        at + 3
    } else {
        at + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        of_product(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_texts_are_no_code() {
        let text = "a // b\n/* c /* d */ e */ f \"g \\\" h\" r#\"i \" j\"# 'k' '\\'' b'l' &'m n";
        assert_eq!(words(text), ["a", "f", "&", "m", "n"]);
    }

    #[test]
    fn lines_are_counted() {
        let tokens = of_product("a\n/* \n */ b\n\n\"\n\" c::d");
        let lines: Vec<(&str, usize)> = tokens.iter().map(|token| (&*token.text, token.line)).collect();
        assert_eq!(lines, [("a", 1), ("b", 3), ("c", 6), ("::", 6), ("d", 6)]);
    }

    #[test]
    fn what_only_tests_see_is_left_out() {
        let text = "a #[cfg(test)] mod laws; b #[cfg(test)] #[derive(D)] impl C { fn d(&self) { [0; 2] } } e";
        assert_eq!(words(text), ["a", "b", "e"]);
    }
}
