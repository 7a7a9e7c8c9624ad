//! Colours, and what can be said of them in numbers.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(
    /// Red, 0 to 255.
    pub u8,
    /// Green.
    pub u8,
    /// Blue.
    pub u8,
);

impl Rgb {
    /// The colour of six hexadecimal digits, such as `0x4c99c2`.
    pub const fn hex(code: u32) -> Rgb {
        Rgb((code >> 16) as u8, (code >> 8) as u8, code as u8)
    }

    /// Relative luminance, 0 (black) to 1 (white), by WCAG 2.2.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two colours, 1 to 21, by WCAG 2.2.
    pub fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour `part` of the way (0 to 1) from this one to `other`, in equal steps as the eye sees
    /// them: a straight line in Oklab.
    pub fn towards(self, other: Rgb, part: f64) -> Rgb {
        let (a, b) = (oklab(self.linear()), oklab(other.linear()));
        let mix = |i: usize| a[i] + (b[i] - a[i]) * part.clamp(0.0, 1.0);
        from_oklab([mix(0), mix(1), mix(2)])
    }

    /// Linear-light red, green and blue, 0 to 1 (IEC 61966-2-1).
    pub(crate) fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|byte| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        })
    }
}

impl Color for Rgb {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.0, self.1, self.2) }
    }
}

/// Oklab of linear-light sRGB: lightness, green to red, blue to yellow (Ottosson 2020).
pub(crate) fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let l = libm::cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
    let m = libm::cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
    let s = libm::cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn from_oklab([lightness, a, b]: [f64; 3]) -> Rgb {
    let cube = |x: f64| x * x * x;
    let l = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let m = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let s = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b);
    let byte = |linear: f64| {
        let c = linear.clamp(0.0, 1.0);
        let c = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * libm::pow(c, 1.0 / 2.4) - 0.055 };
        (c * 255.0).round() as u8
    };
    Rgb(
        byte(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
        byte(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
        byte(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The corner values of WCAG's own formula, and its well-known grey: #767676 is the lightest that
    /// passes 4.5:1 on white.
    #[test]
    fn contrast_is_wcags() {
        let (black, white) = (Rgb::hex(0), Rgb::hex(0xff_ffff));
        assert!((black.contrast(white) - 21.0).abs() < 1e-12);
        assert!((white.contrast(white) - 1.0).abs() < 1e-12);
        assert!(Rgb::hex(0x76_7676).contrast(white) >= 4.5);
        assert!(Rgb::hex(0x77_7777).contrast(white) < 4.5);
    }

    /// Oklab of sRGB white and red as Ottosson's article and CSS Color 4 give them.
    #[test]
    fn oklab_meets_published_values() {
        let near = |found: [f64; 3], expected: [f64; 3]| {
            found.iter().zip(expected).all(|(f, e)| (f - e).abs() < 1e-3)
        };
        assert!(near(oklab(Rgb::hex(0xff_ffff).linear()), [1.0, 0.0, 0.0]));
        assert!(near(oklab(Rgb::hex(0xff_0000).linear()), [0.627_96, 0.224_86, 0.125_85]));
    }

    #[test]
    fn a_walk_between_two_colours_starts_and_ends_at_them() {
        let (a, b) = (Rgb::hex(0x4c_99c2), Rgb::hex(0x80_1548));
        assert_eq!(a.towards(b, 0.0), a);
        assert_eq!(a.towards(b, 1.0), b);
        let middle = a.towards(b, 0.5).luminance();
        assert!(middle < a.luminance() && middle > b.luminance());
    }
}
