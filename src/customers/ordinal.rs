//! Kinds with an order: low, medium, high; bronze, silver, gold.

/// Words that have an order among themselves, ascending. A step may have several words for it.
const SCALES: [&[&[&str]]; 12] = [
    &[
        &["none", "never"],
        &["very low", "rarely"],
        &["low", "sometimes"],
        &["medium", "mid", "moderate", "average", "often"],
        &["high", "usually"],
        &["very high", "always"],
    ],
    &[
        &["keine", "nie"],
        &["sehr niedrig", "selten"],
        &["niedrig", "gering", "manchmal"],
        &["mittel", "oft"],
        &["hoch", "meist"],
        &["sehr hoch", "immer"],
    ],
    &[
        &["aucun", "jamais"],
        &["faible", "bas", "rarement"],
        &["moyen", "moyenne", "parfois"],
        &["élevé", "élevée", "haut", "souvent"],
        &["très élevé", "toujours"],
    ],
    &[&["nunca"], &["bajo", "baja"], &["medio", "media"], &["alto", "alta"], &["siempre"]],
    &[&["mai"], &["basso", "bassa"], &["medio", "media"], &["alto", "alta"], &["sempre"]],
    &[&["nunca"], &["baixo", "baixa"], &["médio", "média"], &["alto", "alta"], &["sempre"]],
    &[&["nooit"], &["laag"], &["midden", "gemiddeld"], &["hoog"], &["altijd"]],
    &[&["nigdy"], &["niski", "niska"], &["średni", "średnia"], &["wysoki", "wysoka"], &["zawsze"]],
    &[
        &["basic", "standard"],
        &["bronze"],
        &["silver", "silber"],
        &["gold"],
        &["platinum", "platin", "premium"],
        &["diamond", "vip"],
    ],
    &[
        &["xs"],
        &["s", "small", "klein"],
        &["m", "medium", "mittel"],
        &["l", "large", "groß", "gross"],
        &["xl"],
        &["xxl"],
    ],
    &[
        &["poor", "schlecht"],
        &["fair", "ausreichend"],
        &["good", "gut"],
        &["very good", "sehr gut"],
        &["excellent", "ausgezeichnet"],
    ],
    &[&["new", "neu"], &["occasional", "gelegentlich"], &["regular", "regelmäßig"], &["frequent", "häufig"]],
];

/// The place of each of `levels` on one scale, from 1; `None` where they are not all of one scale, or no two of them differ in place.
pub(super) fn places(levels: &[String]) -> Option<Vec<f64>> {
    let words: Vec<String> = levels.iter().map(|level| level.to_lowercase()).collect();
    let of_scale = |scale: &&[&[&str]]| -> Option<Vec<f64>> {
        let place = |word: &String| {
            let step = scale.iter().position(|step| step.contains(&word.as_str()))?;
            Some((step + 1) as f64)
        };
        words.iter().map(place).collect()
    };
    SCALES.iter().find_map(of_scale).filter(|places| places.windows(2).any(|pair| pair[0] != pair[1]))
}

#[cfg(test)]
mod tests {
    use super::places;

    fn check(levels: &[&str], expected: Option<&[f64]>) {
        let levels: Vec<String> = levels.iter().map(|level| (*level).to_owned()).collect();
        assert_eq!(places(&levels).as_deref(), expected, "{levels:?}");
    }

    #[test]
    fn scales_in_several_languages() {
        check(&["High", "Low", "Medium"], Some(&[5.0, 3.0, 4.0]));
        check(&["hoch", "mittel", "niedrig"], Some(&[5.0, 4.0, 3.0]));
        check(&["Gold", "Silver"], Some(&[4.0, 3.0]));
        check(&["L", "M", "XL"], Some(&[4.0, 3.0, 5.0]));
        check(&["Alta", "Média"], Some(&[4.0, 3.0]));
        check(&["Low", "Green"], None);
        check(&["Medium", "Mid"], None);
        check(&[], None);
    }
}
