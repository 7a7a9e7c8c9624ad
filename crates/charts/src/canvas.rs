//! The page's way in: each chart as a JavaScript function that draws on a canvas.
//!
//! Every function sets the canvas's size in device pixels (which clears it; its size in CSS pixels is
//! the page's to set), decodes, draws, and returns the marks as plain objects. What fails is thrown as
//! an `Error` with a stable `code`.

use js_sys::{Error, Reflect};
use plotters_canvas::CanvasBackend;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use crate::{ChartError, Mark, Measured, Points, Theme};

/// Draws [`crate::scatter`]; `options` is a [`crate::Scatter`].
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "typed arrays cross the boundary only as arguments")]
pub fn scatter(
    canvas: HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    x: &[f64],
    y: &[f64],
    segment: &[u32],
    options: JsValue,
    theme: &str,
) -> Result<JsValue, JsValue> {
    draw(canvas, (width, height, ratio), options, theme, |on, data, theme| {
        crate::scatter(on, Points { x, y, segment }, data, theme)
    })
}

/// Draws [`crate::curves`]; `data` is a [`crate::Curves`].
#[wasm_bindgen]
pub fn curves(
    canvas: HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    data: JsValue,
    theme: &str,
) -> Result<JsValue, JsValue> {
    draw(canvas, (width, height, ratio), data, theme, crate::curves)
}

/// Draws [`crate::heatmap`]; `data` is a [`crate::Heatmap`].
#[wasm_bindgen]
pub fn heatmap(
    canvas: HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    data: JsValue,
    theme: &str,
) -> Result<JsValue, JsValue> {
    draw(canvas, (width, height, ratio), data, theme, crate::heatmap)
}

/// Draws [`crate::histogram`]; `data` is a [`crate::Histogram`].
#[wasm_bindgen]
pub fn histogram(
    canvas: HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    data: JsValue,
    theme: &str,
) -> Result<JsValue, JsValue> {
    draw(canvas, (width, height, ratio), data, theme, crate::histogram)
}

/// Draws [`crate::ellipses`]; `data` is a [`crate::Ellipses`].
#[wasm_bindgen]
pub fn ellipses(
    canvas: HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    data: JsValue,
    theme: &str,
) -> Result<JsValue, JsValue> {
    draw(canvas, (width, height, ratio), data, theme, crate::ellipses)
}

/// Decodes, draws, encodes.
fn draw<T: DeserializeOwned>(
    canvas: HtmlCanvasElement,
    (width, height, ratio): (f64, f64, f64),
    data: JsValue,
    theme: &str,
    chart: impl FnOnce(Measured<CanvasBackend>, &T, &Theme) -> Result<Vec<Mark>, ChartError>,
) -> Result<JsValue, JsValue> {
    let theme = match theme {
        "light" => Theme::light(),
        "dark" => Theme::dark(),
        _ => return Err(error("chart-unknown-theme", "chart-unknown-theme")),
    };
    let data: T =
        serde_wasm_bindgen::from_value(data).map_err(|e| error("chart-bad-options", &e.to_string()))?;
    // A cast saturates: what is negative or not a number becomes 0, which no chart accepts.
    canvas.set_width((width * ratio).round() as u32);
    canvas.set_height((height * ratio).round() as u32);
    let backend = CanvasBackend::with_canvas_object(canvas)
        .ok_or_else(|| error("chart-no-canvas", "chart-no-canvas"))?;
    let marks =
        chart(Measured::new(backend, ratio), &data, &theme).map_err(|e| error(e.code(), &e.to_string()))?;
    marks
        .serialize(&serde_wasm_bindgen::Serializer::new())
        .map_err(|e| error("chart-backend", &e.to_string()))
}

fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
