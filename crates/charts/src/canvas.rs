//! The page's way in: each chart as a JavaScript function that draws on a canvas.
//!
//! Every function sets the canvas's size in device pixels (which clears it; its size in CSS pixels is
//! the page's to set), decodes, draws, and returns the marks as plain objects. What fails is thrown as
//! an `Error` with a stable `code`.

use js_sys::{Array, Error, Object, Reflect};
use plotters_canvas::CanvasBackend;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
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

/// Functions for the charts that are drawn from one plain object.
macro_rules! drawn_from_data {
    ($($(#[$doc:meta])* $chart:ident;)*) => {
        $(
            $(#[$doc])*
            #[wasm_bindgen]
            pub fn $chart(
                canvas: HtmlCanvasElement,
                width: f64,
                height: f64,
                ratio: f64,
                data: JsValue,
                theme: &str,
            ) -> Result<JsValue, JsValue> {
                draw(canvas, (width, height, ratio), data, theme, crate::$chart)
            }
        )*
    };
}

drawn_from_data! {
    /// Draws [`crate::curves`]; `data` is a [`crate::Curves`].
    curves;
    /// Draws [`crate::dendrogram`]; `data` is a [`crate::Dendrogram`].
    dendrogram;
    /// Draws [`crate::heatmap`]; `data` is a [`crate::Heatmap`].
    heatmap;
    /// Draws [`crate::histogram`]; `data` is a [`crate::Histogram`].
    histogram;
    /// Draws [`crate::ellipses`]; `data` is a [`crate::Ellipses`].
    ellipses;
    /// Draws [`crate::bars`]; `data` is a [`crate::Bars`].
    bars;
    /// Draws [`crate::correlogram`]; `data` is a [`crate::Correlogram`].
    correlogram;
}

/// Decodes, draws, encodes.
fn draw<T: DeserializeOwned + Serialize>(
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
    let data: T = decode(data)?;
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

/// Decodes an object, and refuses one with a field its type has not.
///
/// serde-wasm-bindgen asks an object only for the fields it knows, so `deny_unknown_fields` never hears
/// of the others: what was decoded is encoded again, and must have a place for all that was given.
fn decode<T: DeserializeOwned + Serialize>(given: JsValue) -> Result<T, JsValue> {
    let bad = |e: serde_wasm_bindgen::Error| error("chart-bad-options", &e.to_string());
    let data: T = serde_wasm_bindgen::from_value(given.clone()).map_err(bad)?;
    let taken = serde_wasm_bindgen::to_value(&data).map_err(bad)?;
    if has_place(&given, &taken) { Ok(data) } else { Err(error("chart-bad-options", "unknown field")) }
}

/// Whether each field of `given`, and of the objects in it, is one of `taken`'s.
fn has_place(given: &JsValue, taken: &JsValue) -> bool {
    if let (Some(given), Some(taken)) = (given.dyn_ref::<Array>(), taken.dyn_ref::<Array>()) {
        return given.iter().zip(taken.iter()).all(|(given, taken)| has_place(&given, &taken));
    }
    let Some(fields) = given.dyn_ref::<Object>() else { return true };
    Object::keys(fields).iter().all(|name| {
        let field = |of: &JsValue| Reflect::get(of, &name).unwrap_or(JsValue::UNDEFINED);
        Reflect::has(taken, &name).unwrap_or(false) && has_place(&field(given), &field(taken))
    })
}

fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
