//! The shop's customers: who they are, and how each differs from the others of the kind.

use crate::draws::Draws;
use crate::kinds::Kind;

/// The number of the first customer; the others follow.
pub(crate) const FIRST_ID: u32 = 10_001;

/// One customer: all that is held of anybody.
#[derive(Debug, Clone)]
pub(crate) struct Customer {
    pub(crate) kind: Kind,
    mailbox: Option<Mailbox>,
    /// The mean gap between this customer's orders, in busy days.
    pub(crate) gap: f64,
    /// How large the baskets are, as a multiple of the median customer's of the kind.
    pub(crate) size: f64,
    /// Orders given so far.
    pub(crate) orders: u32,
    /// The day after the last on which another order may come.
    pub(crate) leaves: usize,
}

#[derive(Debug, Clone, Copy)]
struct Mailbox {
    first: u8,
    last: u8,
    domain: u8,
}

impl Customer {
    /// Draws one customer; `leaves` is settled when the first order is.
    pub(crate) fn draw(draws: &mut Draws) -> Self {
        let kind = Kind::ALL[draws.weighted(&Kind::ALL.map(|kind| kind.habits().percent))];
        let habits = kind.habits();
        let mailbox = Mailbox {
            first: draws.below(FIRST_NAMES.len() as u32) as u8,
            last: draws.below(LAST_NAMES.len() as u32) as u8,
            domain: draws.below(DOMAINS.len() as u32) as u8,
        };
        Self {
            kind,
            // One in twelve gave no address.
            mailbox: (draws.below(12) != 0).then_some(mailbox),
            gap: habits.gap * draws.lognormal(habits.gap_sigma),
            size: draws.lognormal(habits.size_sigma),
            orders: 0,
            leaves: 0,
        }
    }

    /// Appends the e-mail address of the customer with this number; nothing where none was given. The number
    /// makes it unique; the domains are reserved for examples (RFC 2606), so that it is nobody's.
    pub(crate) fn write_email(&self, id: u32, out: &mut Vec<u8>) {
        if let Some(Mailbox { first, last, domain }) = self.mailbox {
            out.extend_from_slice(FIRST_NAMES[usize::from(first)].as_bytes());
            out.push(b'.');
            out.extend_from_slice(LAST_NAMES[usize::from(last)].as_bytes());
            crate::line::write_number(id - FIRST_ID + 1, out);
            out.extend_from_slice(DOMAINS[usize::from(domain)].as_bytes());
        }
    }
}

const DOMAINS: [&str; 3] = ["@example.com", "@example.org", "@example.net"];

const FIRST_NAMES: [&str; 32] = [
    "ada", "amir", "anna", "ben", "carla", "chen", "clara", "david", "elif", "emma", "finn", "grace", "hana",
    "hugo", "ines", "jonas", "julia", "karim", "lea", "luca", "maria", "mila", "noah", "nora", "oscar",
    "paula", "rosa", "samir", "sofia", "tom", "vera", "yuki",
];

const LAST_NAMES: [&str; 32] = [
    "adler", "bauer", "becker", "brown", "costa", "diaz", "evans", "fischer", "garcia", "haas", "ito",
    "jensen", "kaya", "keller", "khan", "lang", "lopez", "martin", "meyer", "moreau", "novak", "olsen",
    "patel", "rossi", "santos", "schmidt", "silva", "smith", "tanaka", "weber", "wood", "young",
];
