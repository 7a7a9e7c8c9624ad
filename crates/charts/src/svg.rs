//! Charts as SVG text.

use plotters::backend::SVGBackend;

use crate::error::ChartError;
use crate::mark::Mark;
use crate::measured::Measured;

/// plotters counts in whole units: a quarter of a CSS pixel each keeps curves smooth.
const UNITS: u32 = 4;

/// plotters writes an SVG's `font-size` as the size asked for divided by this.
const PLOTTERS_FONT_RATIO: f64 = 1.24;

/// Draws a chart as SVG text of the given size in CSS pixels; returns it with the chart's marks.
///
/// The text is the same, byte for byte, natively and in wasm, and needs no document.
///
/// # Errors
///
/// [`ChartError::BadSize`] where a side is zero or over 4,096 pixels, and whatever `draw` returns.
pub fn svg<F>(width: u32, height: u32, draw: F) -> Result<(String, Vec<Mark>), ChartError>
where
    F: for<'a> FnOnce(Measured<SVGBackend<'a>>) -> Result<Vec<Mark>, ChartError>,
{
    if !(1..=4096).contains(&width) || !(1..=4096).contains(&height) {
        return Err(ChartError::BadSize { width, height });
    }
    let mut text = String::new();
    let (wide, high) = (width * UNITS, height * UNITS);
    let backend = SVGBackend::with_string(&mut text, (wide, high));
    let marks = draw(Measured::with_text_factor(backend, f64::from(UNITS), PLOTTERS_FONT_RATIO))?;
    let body = text.split_once(">\n").map_or("", |(_, body)| body);
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {wide} {high}\">\n"
    );
    Ok((head + body, marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_has_the_size_asked_for() {
        let (text, _) = svg(30, 20, |_| Ok(Vec::new())).unwrap();
        assert!(text.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\" viewBox=\"0 0 120 80\">"
        ));
        assert!(text.ends_with("</svg>\n"));
        assert_eq!(svg(0, 20, |_| Ok(Vec::new())), Err(ChartError::BadSize { width: 0, height: 20 }));
    }
}
