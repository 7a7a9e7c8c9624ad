//! Dates with the name of their month: `5 March 2020`, `Mar 5, 2020`, `5. März 2020`, `5 de marzo de 2020`, `5 марта 2020 г.`

use std::sync::LazyLock;

use foldhash::quality::FixedState;
use hashbrown::HashMap;

use super::dates::{DAY, days, full_year, time_of_day};
use super::words::fold;

/// Names and short forms of each month, without accents, parted by blanks: English, German, French, Spanish, Italian, Portuguese, Dutch,
/// Polish, Russian, then Swedish, Danish, Czech, Turkish where they differ. Words that mean different months in two of them are left out.
const MONTHS: [&str; 12] = [
    "january jan januar janner jaenner jan janvier janv enero ene gennaio gen janeiro januari styczen stycznia sty январь января янв \
     leden ledna ocak",
    "february feb febr februar feber fevrier fevr fev febrero febbraio fevereiro februari luty lutego lut февраль февраля фев февр \
     unor unora subat",
    "march mar marz maerz mrz mars marzo marco maart mrt marzec marca март марта мар brezen brezna mart",
    "april apr avril avr abril abr aprile kwiecien kwietnia kwi апрель апреля апр duben dubna nisan",
    "may mai mayo maggio mag maio mei maj maja май мая kveten kvetna mayis",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн cerven cervna haziran",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл cervenec cervence temmuz",
    "august aug aout agosto ago augustus sierpien sierpnia sie август августа авг augusti srpen srpna agustos",
    "september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia wrz сентябрь сентября сен сент zari eylul",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz октябрь октября окт rijen rijna ekim",
    "november nov novembre noviembre novembro nowember listopad listopada lis ноябрь ноября ноя нояб kasim",
    "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru декабрь декабря дек prosinec prosince aralik",
];

/// Words that stand in such dates and say nothing: of, year, and the days of the week by their first letters.
const FILLERS: &str = "de del of the den d st nd rd th er ere г г. год года r o a at um om kl uhr às ore godz hs \
    mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday \
    mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so sonntag \
    lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche \
    lunes martes mie miercoles jue jueves vie viernes sab sabado dom domingo \
    lunedi martedi mercoledi gio giovedi venerdi sabato domenica \
    segunda terca quarta quinta sexta feira ma maandag dinsdag wo woensdag donderdag vr vrijdag za zaterdag zo zondag \
    pon poniedzialek wt wtorek sr sroda czw czwartek pt piatek sob sobota nie niedziela \
    пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье";

/// Longest word that is looked at, in bytes.
const LONGEST: usize = 24;

/// The moment of a date with the name of its month; `None` where the cell is none. The day stands before the month or after it, the year
/// last, or first where it has four digits.
pub(super) fn named(cell: &[u8]) -> Option<i64> {
    // Hardly any text has a day, a year and a word.
    if runs_of_digits(cell) < 2 || !cell.iter().any(|byte| is_letter(*byte)) {
        return None;
    }
    if cell.get(4..6).is_some_and(|two| two.contains(&b'W')) {
        return week_day(cell);
    }
    let mut rest = cell;
    let mut numbers = [(0u32, 0usize); 2];
    let (mut count, mut month, mut seconds) = (0, None, 0);
    while let Some((&first, after)) = rest.split_first() {
        if first.is_ascii_digit() {
            if count == 2 {
                seconds = time_of_day(rest)?;
                break;
            }
            let width = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if rest.get(width) == Some(&b':') || width > 4 {
                // A time before the year: `Thu Mar 5 08:26:00 2020`.
                let (end, found) = leading_time(rest)?;
                (seconds, rest) = (found, &rest[end..]);
                continue;
            }
            let value = rest[..width].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
            numbers[count] = (value, width);
            (count, rest) = (count + 1, &rest[width..]);
        } else if is_letter(first) {
            let width = rest.iter().take_while(|byte| is_letter(**byte)).count();
            let (word, after) = rest.split_at(width);
            let mut buffer = [0; LONGEST];
            let word = folded(word, &mut buffer)?;
            let said = WORDS.get(word).copied().unwrap_or_default();
            match said.month.filter(|_| month.is_none()) {
                Some(found) => month = Some((found, count)),
                None if word.is_empty() || said.is_filler => {}
                // `2020-03-05T08:26` has its T; whatever else follows a whole date is a zone or a time.
                None if count == 2 && month.is_some() => {
                    seconds = time_of_day(rest).or_else(|| is_zone(rest).then_some(seconds))?;
                    break;
                }
                None => return None,
            }
            rest = after;
        } else if b" .,-/'".contains(&first) {
            if count == 2 && after.first().is_some_and(u8::is_ascii_digit) && month.is_some() {
                seconds = time_of_day(rest)?;
                break;
            }
            rest = after;
        } else {
            return None;
        }
    }
    let (month, place) = month?;
    let ([first, second], 2) = (numbers, count) else { return None };
    // The month before both numbers, between them or (`2020, 5 March`) after them.
    let (day, year) = if first.1 == 4 && place > 0 { (second, first) } else { (first, second) };
    if day.1 > 2 {
        return None;
    }
    Some(days(full_year(year.0, year.1)?, month, day.0)? * DAY + seconds)
}

/// The first moment of a month or of a week (ISO 8601, from Monday) that a cell names without a day: `2024-03`, `03/2024`, `März 2024`,
/// `2024-W05`; `None` where it names none.
pub(super) fn month_or_week(cell: &[u8]) -> Option<i64> {
    if !(6..=LONGEST).contains(&cell.len()) {
        return None;
    }
    if let Some((year, week)) = week(cell) {
        return first_day(year, week, 1);
    }
    let by = |byte: &u8| matches!(byte, b'-' | b'/' | b' ');
    let (front, back) = (cell.split(by).next()?, cell.rsplit(by).next()?);
    let parted = front.len() + 1 + back.len() == cell.len();
    let (year, month) = match four_digits(front) {
        Some(year) => (year, back),
        None => (four_digits(back)?, front),
    };
    let month = match digits(month) {
        Some(month) if month.1 <= 2 && parted => month.0,
        Some(_) => return None,
        None => word(month.strip_suffix(b".").unwrap_or(month))?.month?,
    };
    Some(days(year, month, 1)? * DAY)
}

/// The moment of a day of a week: `2024-W05-3`.
fn week_day(cell: &[u8]) -> Option<i64> {
    let (before, [day @ b'1'..=b'7']) = cell.split_last_chunk::<1>()? else { return None };
    let (year, week) = week(before.strip_suffix(b"-").unwrap_or(before))?;
    first_day(year, week, u32::from(day - b'0'))
}

/// Year and week of `2024-W05` or `2024W05`.
fn week(cell: &[u8]) -> Option<(u32, u32)> {
    let (year, rest) = cell.split_at_checked(4)?;
    let rest = rest.strip_prefix(b"-").unwrap_or(rest).strip_prefix(b"W")?;
    let (week, 2) = digits(rest)? else { return None };
    Some((four_digits(year)?, week))
}

/// A day, counted from 1, of a week of a year. Week 1 is the one that holds the 4th of January.
fn first_day(year: u32, week: u32, day: u32) -> Option<i64> {
    let fourth = days(year, 1, 4)?;
    // 1970-01-01 was a Thursday.
    let monday = fourth - (fourth + 3).rem_euclid(7);
    let first = monday + i64::from(week) * 7 - 7;
    let within = first + 3 <= days(year, 12, 31)? && week > 0;
    within.then(|| (first + i64::from(day) - 1) * DAY)
}

fn four_digits(text: &[u8]) -> Option<u32> {
    digits(text).filter(|(_, width)| *width == 4).map(|(value, _)| value)
}

/// The number that so many digits and nothing else make.
fn digits(text: &[u8]) -> Option<(u32, usize)> {
    let all = !text.is_empty() && text.len() <= 4 && text.iter().all(u8::is_ascii_digit);
    all.then(|| (text.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0')), text.len()))
}

fn runs_of_digits(cell: &[u8]) -> usize {
    cell.chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit())
        .filter(|run| run[0].is_ascii_digit())
        .count()
}

/// What follows the day of the week or an apostrophe that a spreadsheet put in front: `Mo, 05.03.2020`; `None` where no digit does.
pub(super) fn after_weekday(cell: &[u8]) -> Option<&[u8]> {
    if let [b'\'', rest @ ..] = cell {
        return rest.first()?.is_ascii_digit().then_some(rest);
    }
    let width = cell.iter().take(LONGEST).take_while(|byte| is_letter(**byte)).count();
    let (day, rest) = cell.split_at(width);
    let begin = rest.iter().position(|byte| !b" .,".contains(byte)).filter(|begin| *begin > 0)?;
    let found = rest[begin].is_ascii_digit() && word(day).is_some_and(|word| word.is_filler);
    found.then_some(&rest[begin..])
}

/// `08:26:00` in front of more, with the place after it.
fn leading_time(rest: &[u8]) -> Option<(usize, i64)> {
    let end = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
    let mut text = [b' '; 16];
    text.get_mut(1..=end)?.copy_from_slice(&rest[..end]);
    Some((end, time_of_day(&text[..=end])?))
}

/// `GMT+0100 (Central European Standard Time)`, as JavaScript writes it.
fn is_zone(rest: &[u8]) -> bool {
    let zone = rest.iter().take_while(|byte| **byte != b'(').count();
    rest[..zone]
        .iter()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"+-: ".contains(byte))
}

/// What a word says in a date.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    month: Option<u32>,
    is_filler: bool,
}

/// All words that say something, folded.
static WORDS: LazyLock<HashMap<&str, Word, FixedState>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Word, FixedState> = HashMap::default();
    for (month, names) in (1..).zip(MONTHS) {
        names.split_ascii_whitespace().for_each(|name| words.entry(name).or_default().month = Some(month));
    }
    FILLERS.split_ascii_whitespace().for_each(|filler| words.entry(filler).or_default().is_filler = true);
    words
});

fn word(text: &[u8]) -> Option<Word> {
    WORDS.get(folded(text, &mut [0; LONGEST])?).copied()
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

/// The word in lower case without accents; `None` where it is longer than any that is listed.
fn folded<'b>(word: &[u8], buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut used = 0;
    for letter in std::str::from_utf8(word).ok()?.chars() {
        if letter == '\u{a0}' || letter == '\u{202f}' || letter == 'º' || letter == 'ª' || letter == '°' {
            continue;
        }
        for lower in letter.to_lowercase() {
            let mut bytes = [0; 4];
            for folded in fold(lower) {
                let text = folded.encode_utf8(&mut bytes).as_bytes();
                buffer.get_mut(used..used + text.len())?.copy_from_slice(text);
                used += text.len();
            }
        }
    }
    std::str::from_utf8(&buffer[..used]).ok()
}

#[cfg(test)]
mod tests {
    use super::super::iso_day;
    use super::*;

    fn check(cell: &str, expect: Option<&str>) {
        let found = named(cell.as_bytes()).map(|moment| {
            let time = moment.rem_euclid(DAY);
            let day = iso_day(moment.div_euclid(DAY));
            if time == 0 {
                day
            } else {
                format!("{day} {:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60)
            }
        });
        assert_eq!(found.as_deref(), expect, "{cell}");
    }

    #[test]
    fn in_many_languages() {
        for cell in [
            "5 March 2020",
            "March 5, 2020",
            "Mar 5, 2020",
            "5-Mar-2020",
            "05-Mar-20",
            "05MAR2020",
            "5th March 2020",
            "Thursday, March 5, 2020",
            "Thu 5 Mar 2020",
            "2020 March 5",
            "2020-Mar-05",
            "5. März 2020",
            "5. Mrz. 2020",
            "Do, 5. März 2020",
            "5 mars 2020",
            "jeudi 5 mars 2020",
            "5 de marzo de 2020",
            "5 mar. 2020",
            "5 marzo 2020",
            "gio 5 mar 2020",
            "5 de março de 2020",
            "5 maart 2020",
            "5 mrt. 2020",
            "5 marca 2020",
            "5 mar 2020 r.",
            "5 марта 2020 г.",
            "5 мар. 2020",
            "05 МАР 2020",
            "5. brezna 2020",
            "5 mars 20",
        ] {
            check(cell, Some("2020-03-05"));
        }
        check("1er août 2021", Some("2021-08-01"));
        check("1º de febrero de 2021", Some("2021-02-01"));
        check("24. Dez. 2021", Some("2021-12-24"));
        check("3 paź 2021", Some("2021-10-03"));
        check("11 listopada 2021", Some("2021-11-11"));
        check("9 mai 2021", Some("2021-05-09"));
    }

    #[test]
    fn with_times() {
        check("5 March 2020 08:26", Some("2020-03-05 08:26:00"));
        check("Mar 5, 2020 8:26:09 PM", Some("2020-03-05 20:26:09"));
        check("Mar 5, 2020, 8:26 PM", Some("2020-03-05 20:26:00"));
        check("Thu Mar 5 08:26:00 2020", Some("2020-03-05 08:26:00"));
        check("Thu, 05 Mar 2020 08:26:00 +0100", Some("2020-03-05 08:26:00"));
        check(
            "Thu Mar 05 2020 08:26:00 GMT+0100 (Central European Standard Time)",
            Some("2020-03-05 08:26:00"),
        );
    }

    #[test]
    fn what_is_none() {
        for cell in [
            "March 2020",
            "5 March",
            "5 Marchen 2020",
            "32 March 2020",
            "set of 3 marbles 2020",
            "",
            "may",
            "A5 2020 mar x",
        ] {
            check(cell, None);
        }
    }

    #[test]
    fn without_a_day() {
        let check = |cell: &str, expect: Option<&str>| {
            let found = month_or_week(cell.as_bytes()).map(|moment| iso_day(moment / DAY));
            assert_eq!(found.as_deref(), expect, "{cell}");
        };
        for cell in
            ["2024-03", "2024/3", "03/2024", "3-2024", "March 2024", "Mrz. 2024", "2024 März", "mars 2024"]
        {
            check(cell, Some("2024-03-01"));
        }
        // As Python's date.fromisocalendar has them; 2020 has 53 weeks, 2024 has 52.
        check("2024-W05", Some("2024-01-29"));
        check("2021W01", Some("2021-01-04"));
        check("2020-W53", Some("2020-12-28"));
        for nothing in [
            "2024-W53",
            "2024-W00",
            "2024-13",
            "2024",
            "03/24",
            "2024-03-05",
            "5 March 2024",
            "A7-2024",
            "2024-0123",
        ] {
            check(nothing, None);
        }
        assert_eq!(named(b"2024-W05-3"), Some(days(2024, 1, 31).unwrap() * DAY));
        assert_eq!(named(b"2020W537"), Some(days(2021, 1, 3).unwrap() * DAY));
        assert_eq!(named(b"2024-W05-8"), None);
    }

    #[test]
    fn no_name_means_two_months() {
        let mut all: Vec<(&str, usize)> = (0..)
            .zip(MONTHS)
            .flat_map(|(month, names)| names.split_ascii_whitespace().map(move |name| (name, month)))
            .collect();
        all.sort_unstable();
        all.dedup();
        assert!(all.windows(2).all(|pair| pair[0].0 != pair[1].0), "{all:?}");
    }
}
