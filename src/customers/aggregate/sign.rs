//! Whether a line is added to the sums or taken away again.

/// The sign of a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Add,
    TakeAway,
}

impl Sign {
    /// A sum with this sign. Without multiplying, which takes wasm a call where numbers have 128 bits.
    #[inline]
    pub(super) fn of(self, sum: i128) -> i128 {
        match self {
            Sign::Add => sum,
            Sign::TakeAway => -sum,
        }
    }

    /// One line with this sign.
    #[inline]
    pub(super) fn one(self) -> i32 {
        match self {
            Sign::Add => 1,
            Sign::TakeAway => -1,
        }
    }
}
