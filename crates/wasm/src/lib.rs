//! The engine for JavaScript: decode, call, encode.
//!
//! Handles follow the journey, each made by the one before it, so that steps cannot be taken out of order:
//! [`Inspector`] → [`Inspected`] → [`Files`] → [`CustomerReader`] → [`Customers`] → [`Analysis`] → [`Segments`] → [`Shareable`]. In a
//! compute worker there is [`Compute`] alone. Whatever fails throws `{key, params}`; plain data crosses as plain objects,
//! numbers in bulk as typed arrays.

mod compute;
mod files;
mod read;
mod sample;
mod segments;
mod together;

pub use compute::{Compute, Fitted};
pub use files::{CustomerReader, Files};
pub use read::{Customers, Inspected, Inspector};
pub use sample::SampleShop;
pub use segments::{Analysis, Anchor, Segments, Shareable};
pub use together::{Leading, Next};

use ringfence::Error;
use ringfence::documents::{Model, Recipe};
use ringfence_wording::Language;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Plain objects cross under the names of their generated types.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "import type { CustomersView, Foresight, Inspection, MapView, Matrix, Partial, Recipe, SegmentsView, SourceKind, \
                     SourceOptions, Stage, Summary, Unit, Widths } from \"./types.ts\";";

/// The recipe that decides nothing.
#[wasm_bindgen(js_name = defaultRecipe, unchecked_return_type = "Recipe")]
pub fn default_recipe() -> Result<JsValue, JsValue> {
    encode(&Recipe::default())
}

/// Reads a recipe document.
#[wasm_bindgen(js_name = recipeFromJson, unchecked_return_type = "Recipe")]
pub fn recipe_from_json(json: &str) -> Result<JsValue, JsValue> {
    encode(&Recipe::from_json(json).map_err(thrown)?)
}

/// The recipe in a model document.
#[wasm_bindgen(js_name = recipeOfModel, unchecked_return_type = "Recipe")]
pub fn recipe_of_model(json: &str) -> Result<JsValue, JsValue> {
    encode(&Model::from_json(json).map_err(thrown)?.recipe)
}

/// Writes a recipe document.
#[wasm_bindgen(js_name = recipeToJson)]
pub fn recipe_to_json(
    #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
) -> Result<String, JsValue> {
    Ok(decode_recipe(recipe)?.to_json())
}

/// The first stage of a job whose answer may differ between two recipes: a `Stage`, `undefined` where there is none.
#[wasm_bindgen(js_name = firstDifference, unchecked_return_type = "Stage | undefined")]
pub fn first_difference(
    #[wasm_bindgen(unchecked_param_type = "Recipe")] one: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Recipe")] other: JsValue,
) -> Result<JsValue, JsValue> {
    let difference = decode_recipe(one)?.first_difference(&decode_recipe(other)?);
    difference.map_or(Ok(JsValue::UNDEFINED), |stage| encode(&stage))
}

/// A plain object of `value`; maps become objects, absent options are left out or `null` as their type says.
fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The engine's error as JavaScript sees it: a plain `{key, params}`.
fn thrown(error: Error) -> JsValue {
    encode(&error).unwrap_or_else(|failure| failure)
}

fn decode<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|_| thrown(Error::UnitMismatch))
}

/// A recipe from a plain object. By way of JSON, since serde-wasm-bindgen passes over the fields it does not know, and a misspelt
/// choice has to be refused here as everywhere.
fn decode_recipe(recipe: JsValue) -> Result<Recipe, JsValue> {
    let json = js_sys::JSON::stringify(&recipe)?.as_string().unwrap_or_default();
    Recipe::parse(&json).map_err(thrown)
}

fn language(tag: &str) -> Language {
    Language::find(tag).unwrap_or_default()
}
