//! What the shop sells: eight categories of ten articles, cheapest first.

/// One article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Product {
    pub(crate) name: &'static str,
    pub(crate) category: &'static str,
    /// The price of one, in cents.
    pub(crate) cents: u32,
}

/// How many categories there are.
pub(crate) const CATEGORIES: usize = 8;

/// How many articles each category has.
pub(crate) const RANGE: usize = 10;

/// Every article, category by category, each from the cheapest to the dearest.
pub(crate) fn products() -> impl Iterator<Item = Product> {
    SHELVES.iter().flat_map(|&(category, articles)| {
        articles.map(|(name, cents)| Product { name, category, cents }).into_iter()
    })
}

type Shelf = (&'static str, [(&'static str, u32); RANGE]);

/// Some names hold a comma, a quotation mark or an accent, as they do in every real export.
const SHELVES: [Shelf; CATEGORIES] = [
    (
        "Stationery",
        [
            ("Pencil, soft", 120),
            ("Greeting card", 295),
            ("Eraser set", 350),
            ("Notebook A6, plain", 495),
            ("Notebook A5, dotted", 795),
            ("Ink bottle, royal blue", 950),
            ("Washi tape, set of 6", 1190),
            ("Desk calendar", 1490),
            ("Letter set with seal", 2290),
            ("Fountain pen", 3900),
        ],
    ),
    (
        "Kitchen",
        [
            ("Wooden spoon", 390),
            ("Tea towel, checked", 690),
            ("Mug, speckled", 990),
            ("Café au lait bowl", 1290),
            ("Bread board 14\"", 1990),
            ("Pepper mill", 2890),
            ("Crêpe pan", 3490),
            ("Knife block, beech", 5990),
            ("Cast iron pot 4 l", 8900),
            ("Espresso maker", 12900),
        ],
    ),
    (
        "Home",
        [
            ("Coat hook", 590),
            ("Picture frame 5x7\"", 990),
            ("Storage basket, small", 1490),
            ("Wall clock", 2490),
            ("Vase, smoked glass", 2990),
            ("Storage basket, large", 3490),
            ("Mirror, round", 5900),
            ("Table lamp", 7900),
            ("Side table, oak", 12900),
            ("Floor lamp, brass", 18900),
        ],
    ),
    (
        "Candles",
        [
            ("Tea lights, bag of 50", 490),
            ("Taper candle, pair", 550),
            ("Beeswax votive", 690),
            ("Pillar candle 6\"", 990),
            ("Scented candle, fig", 1490),
            ("Scented candle, cedar", 1690),
            ("Candle holder, brass", 1990),
            ("Lantern, small", 2490),
            ("Advent wreath", 3490),
            ("Lantern, large", 3990),
        ],
    ),
    (
        "Textiles",
        [
            ("Napkins, pack of 4", 890),
            ("Hand towel", 1190),
            ("Cushion cover", 1490),
            ("Table runner", 1990),
            ("Apron, striped", 2490),
            ("Bath towel", 2890),
            ("Tablecloth, linen", 4900),
            ("Throw, lambswool", 7900),
            ("Bed linen, double", 9900),
            ("Quilt, patchwork", 14900),
        ],
    ),
    (
        "Toys",
        [
            ("Marbles, net of 20", 390),
            ("Skipping rope", 690),
            ("Card game", 990),
            ("Wooden car", 1290),
            ("Puzzle, 500 pieces", 1690),
            ("Soft bear 12\"", 2290),
            ("Building blocks", 2990),
            ("Board game", 3490),
            ("Train set, starter", 5900),
            ("Doll's house", 8900),
        ],
    ),
    (
        "Garden",
        [
            ("Seed packet, sweet pea", 290),
            ("Plant labels, set of 10", 450),
            ("Garden twine", 590),
            ("Gloves, size 8", 990),
            ("Trowel", 1490),
            ("Flower pot 10\"", 1990),
            ("Bird feeder", 2490),
            ("Watering can", 3490),
            ("Secateurs", 4900),
            ("Fire bowl", 11900),
        ],
    ),
    (
        "Jewellery",
        [
            ("Hair clip", 690),
            ("Key ring, leather", 1190),
            ("Ear studs, silver", 1990),
            ("Bracelet, beads", 2490),
            ("Brooch, enamel", 3490),
            ("Pendant, moonstone", 4900),
            ("Scarf ring", 5900),
            ("Ring, silver", 7900),
            ("Necklace, pearl", 12900),
            ("Watch, steel", 22900),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shelf_goes_from_cheap_to_dear() {
        let all: Vec<Product> = products().collect();
        assert_eq!(all.len(), CATEGORIES * RANGE);
        for shelf in all.chunks(RANGE) {
            assert!(shelf.windows(2).all(|pair| pair[0].cents < pair[1].cents));
            assert!(shelf.iter().all(|product| product.category == shelf[0].category));
        }
        let mut names: Vec<&str> = all.iter().map(|product| product.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), CATEGORIES * RANGE);
    }
}
