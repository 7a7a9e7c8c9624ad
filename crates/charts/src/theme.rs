//! Light and dark: the colours of the page's tokens.

use crate::color::Rgb;

/// The colours of a drawing.
///
/// Text (`ink`, `muted`) has at least 7:1 on the paper, and `ink` also on every cell of a heat map; each
/// segment's colour has at least 3:1 on the paper and a least Oklab distance of 0.09 from every other
/// under normal, protan, deutan and tritan vision. The tests compute it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The background.
    pub paper: Rgb,
    /// Text one came to read.
    pub ink: Rgb,
    /// Text that explains: axis labels and titles.
    pub muted: Rgb,
    /// Lines that are hardly there.
    pub hairline: Rgb,
    /// The one colour for data that belongs to no segment.
    pub accent: Rgb,
    /// The segments beyond the largest seven.
    pub rest: Rgb,
    /// The segments, in their order; the same hues in both themes.
    pub segments: [Rgb; 8],
    /// Two standard deviations below the mean, in a heat map whose zero is paper.
    pub below: Rgb,
    /// Two standard deviations above.
    pub above: Rgb,
}

impl Theme {
    /// Dark ink on white paper.
    pub const fn light() -> Theme {
        Theme {
            paper: Rgb::hex(0xff_ffff),
            ink: Rgb::hex(0x1d_1b18),
            muted: Rgb::hex(0x57_534d),
            hairline: Rgb::hex(0xe8_e5e0),
            accent: Rgb::hex(0x2f_5fb3),
            rest: Rgb::hex(0x8a_8680),
            segments: [
                Rgb::hex(0xe8_6a7b),
                Rgb::hex(0x5f_6f06),
                Rgb::hex(0x70_9602),
                Rgb::hex(0x4c_99c2),
                Rgb::hex(0x36_4cc6),
                Rgb::hex(0x79_3f8b),
                Rgb::hex(0xab_5783),
                Rgb::hex(0x80_1548),
            ],
            below: Rgb::hex(0x86_b4e8),
            above: Rgb::hex(0xf2_ab6b),
        }
    }

    /// Light ink on near-black paper.
    pub const fn dark() -> Theme {
        Theme {
            paper: Rgb::hex(0x14_171c),
            ink: Rgb::hex(0xec_e9e3),
            muted: Rgb::hex(0xae_b0b3),
            hairline: Rgb::hex(0x2a_2e35),
            accent: Rgb::hex(0x7a_a7f0),
            rest: Rgb::hex(0x7d_8188),
            segments: [
                Rgb::hex(0xc8_616e),
                Rgb::hex(0xa6_b073),
                Rgb::hex(0xbb_e991),
                Rgb::hex(0x46_b4ea),
                Rgb::hex(0x6c_89fb),
                Rgb::hex(0xab_6dc4),
                Rgb::hex(0xd9_81ae),
                Rgb::hex(0xfa_b9ce),
            ],
            below: Rgb::hex(0x1d_4b8f),
            above: Rgb::hex(0x6e_370a),
        }
    }

    /// The colour of a z-score: paper at zero, full at two standard deviations and beyond.
    pub(crate) fn diverging(&self, z: f64) -> Rgb {
        let end = if z < 0.0 { self.below } else { self.above };
        self.paper.towards(end, z.abs() / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::oklab;

    /// Colour as people with a dichromatic vision see it: Machado, Oliveira & Fernandes 2009,
    /// doi:10.1109/TVCG.2009.113, the matrices of severity 1.0, on linear light.
    const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
        ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protan",
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
        ),
        (
            "deutan",
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
        ),
        (
            "tritan",
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        ),
    ];

    fn seen(color: Rgb, vision: &[[f64; 3]; 3]) -> [f64; 3] {
        let [r, g, b] = color.linear();
        oklab(vision.map(|row| (row[0] * r + row[1] * g + row[2] * b).clamp(0.0, 1.0)))
    }

    fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    }

    /// The page's own colours, `--name: #rrggbb`, light and then dark.
    fn tokens() -> [Vec<(String, Rgb)>; 2] {
        let css = include_str!("../../../www/style/tokens.css");
        let (light, dark) = css.split_once(":host([data-theme=\"dark\"])").expect("two themes");
        [light, dark].map(|theme| {
            let lines = theme.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
            let color = |code: &str| u32::from_str_radix(code.trim_end_matches(';'), 16).ok().map(Rgb::hex);
            lines.filter_map(|(name, code)| Some((name.to_owned(), color(code)?))).collect()
        })
    }

    fn token(tokens: &[(String, Rgb)], name: &str) -> Rgb {
        tokens.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no --{name}")).1
    }

    #[test]
    fn the_page_and_the_charts_have_the_same_colours() {
        for (theme, tokens) in [Theme::light(), Theme::dark()].into_iter().zip(tokens()) {
            let own = [
                ("paper", theme.paper),
                ("ink", theme.ink),
                ("muted", theme.muted),
                ("hairline", theme.hairline),
                ("accent", theme.accent),
                ("segment-rest", theme.rest),
                ("below", theme.below),
                ("above", theme.above),
            ];
            own.into_iter().for_each(|(name, color)| assert_eq!(token(&tokens, name), color, "--{name}"));
            for (number, color) in (1..).zip(theme.segments) {
                assert_eq!(token(&tokens, &format!("segment-{number}")), color, "--segment-{number}");
            }
        }
    }

    #[test]
    fn text_of_the_page_is_readable_on_what_it_stands_on() {
        for tokens in tokens() {
            let pairs = [
                ("ink", "desk"),
                ("muted", "desk"),
                ("accent-text", "paper"),
                ("accent-text", "accent-wash"),
                ("on-accent", "accent-text"),
                ("on-accent", "ink"),
                ("ink", "warning-wash"),
                ("ink", "danger-wash"),
                ("warning", "paper"),
                ("danger", "paper"),
            ];
            for (text, ground) in pairs {
                let contrast = token(&tokens, text).contrast(token(&tokens, ground));
                assert!(contrast >= 7.0, "--{text} on --{ground}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn segments_stand_out_from_the_paper() {
        for theme in [Theme::light(), Theme::dark()] {
            for color in theme.segments.into_iter().chain([theme.rest]) {
                assert!(color.contrast(theme.paper) >= 3.0, "{color:?}");
            }
            assert!(theme.accent.contrast(theme.paper) >= 4.5);
        }
    }

    #[test]
    fn segments_are_told_apart_by_every_eye() {
        for theme in [Theme::light(), Theme::dark()] {
            for (name, vision) in VISIONS {
                for (i, &a) in theme.segments.iter().enumerate() {
                    for &b in &theme.segments[..i] {
                        let apart = distance(seen(a, &vision), seen(b, &vision));
                        assert!(apart >= 0.09, "{a:?} and {b:?} are {apart} apart to {name} eyes");
                    }
                }
            }
        }
    }

    #[test]
    fn text_is_readable_on_paper_and_on_every_cell() {
        for theme in [Theme::light(), Theme::dark()] {
            assert!(theme.muted.contrast(theme.paper) >= 7.0);
            for tenth in -30..=30 {
                let cell = theme.diverging(f64::from(tenth) / 10.0);
                assert!(theme.ink.contrast(cell) >= 7.0, "{cell:?} at {tenth}");
            }
            assert_eq!(theme.diverging(0.0), theme.paper);
            assert_eq!(theme.diverging(-9.0), theme.below);
        }
    }
}
