//! A backend that knows how wide its text is.

use plotters_backend::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

use crate::text;

type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Any plotters backend, with text measured from a built-in table instead of through a document, and
/// with the number of device pixels in a CSS pixel.
///
/// Everything is handed on as it is but two things: [`estimate_text_size`](DrawingBackend::estimate_text_size),
/// which plotters would answer in wasm by laying out a `<span>`, and the size of text where a backend
/// has its own idea of it.
pub struct Measured<B> {
    inner: B,
    scale: f64,
    text_factor: f64,
}

impl<B: DrawingBackend> Measured<B> {
    /// Wraps a backend whose size is in device pixels, `scale` of them to a CSS pixel (the page's
    /// `devicePixelRatio`).
    pub fn new(inner: B, scale: f64) -> Measured<B> {
        Measured { inner, scale, text_factor: 1.0 }
    }

    /// Wraps a backend that draws text `text_factor` times smaller than asked.
    pub(crate) fn with_text_factor(inner: B, scale: f64, text_factor: f64) -> Measured<B> {
        Measured { inner, scale, text_factor }
    }

    /// Device pixels in a CSS pixel.
    pub fn scale(&self) -> f64 {
        self.scale
    }
}

impl<B> std::fmt::Debug for Measured<B> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Measured").field("scale", &self.scale).finish_non_exhaustive()
    }
}

impl<B: DrawingBackend> DrawingBackend for Measured<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn<B> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<B> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<B> {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<B> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn<B> {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<B> {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn<B> {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<B> {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn<B> {
        let size = style.size() * self.text_factor;
        self.inner.draw_text(text, &Resized { style, size }, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = text::width(text, style.size(), bold).ceil() as u32;
        let height = (style.size() * text::LINE / text::SIZE).ceil() as u32;
        Ok(match style.transform() {
            FontTransform::None | FontTransform::Rotate180 => (width, height),
            FontTransform::Rotate90 | FontTransform::Rotate270 => (height, width),
        })
    }

    fn blit_bitmap(&mut self, at: BackendCoord, size: (u32, u32), source: &[u8]) -> Drawn<B> {
        self.inner.blit_bitmap(at, size, source)
    }
}

/// A text style in another size.
struct Resized<'a, S> {
    style: &'a S,
    size: f64,
}

impl<S: BackendTextStyle> BackendTextStyle for Resized<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.style.color()
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.style.transform()
    }

    fn style(&self) -> FontStyle {
        self.style.style()
    }

    fn anchor(&self) -> Pos {
        self.style.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.style.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.style.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.style.draw(text, at, draw)
    }
}

#[cfg(test)]
mod tests {
    use plotters::prelude::{IntoDrawingArea, IntoTextStyle, SVGBackend, TextStyle};

    use super::*;

    #[test]
    fn plotters_itself_measures_from_the_table() {
        let mut text = String::new();
        let area = Measured::new(SVGBackend::with_string(&mut text, (100, 100)), 1.0).into_drawing_area();
        let style: TextStyle<'_> = ("sans-serif", 1000.0).into_text_style(&area);
        // "Hello" is 2.278 em by Adobe's metrics, and an eighth is kept in reserve.
        assert_eq!(area.estimate_text_size("Hello", &style).unwrap().0, 2563);
        let upright = style.transform(FontTransform::Rotate90);
        assert_eq!(area.estimate_text_size("Hello", &upright).unwrap().1, 2563);
    }
}
