//! Several files that become one table.

use ringfence::Notice;
use ringfence::customers::{Joint, OptOuts, Sources};
use ringfence::table::{Inspection, Reader, Reading};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Customers, Inspected, decode_recipe, encode, thrown};

/// What pass 1 found in each of several files.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Several(Vec<Inspection>);

/// Pass 2 over several files in progress.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SeveralReader {
    joint: Joint,
    /// The file that is being read.
    open: Option<(usize, Reader)>,
    inspected: Vec<Notice>,
    read: Vec<Notice>,
    joined: Reading,
}

#[wasm_bindgen]
impl Several {
    /// No file yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Several {
        Several::default()
    }

    /// Adds a file; it is called by its number from now on, counted from 0.
    pub fn add(&mut self, file: &Inspected) {
        self.0.push(file.inspection().clone());
    }

    /// What a recipe made for one file decides of each of these: an array of `SourceOptions`.
    #[wasm_bindgen(js_name = sourceOptions)]
    pub fn source_options(&self, recipe: JsValue) -> Result<JsValue, JsValue> {
        encode(&decode_recipe(recipe)?.source_options(&self.0).map_err(thrown)?)
    }

    /// What each file is taken for: an array of `SourceKind`.
    pub fn kinds(&self, recipe: JsValue) -> Result<JsValue, JsValue> {
        let sources = self.sources(recipe)?;
        encode(&sources.files.iter().map(|source| source.kind).collect::<Vec<_>>())
    }

    /// Begins pass 2 under a recipe, without the customers on a list as in [`Inspected::read`].
    pub fn read(&self, recipe: JsValue, opt_outs: Option<Vec<u8>>) -> Result<SeveralReader, JsValue> {
        let sources = self.sources(recipe.clone())?;
        let recipe = decode_recipe(recipe)?;
        let joined = sources.joined.clone();
        let mut joint = Joint::new(sources, &recipe.features, &recipe.cleaning).map_err(thrown)?;
        if let Some(list) = opt_outs {
            joint = joint.without(OptOuts::read(list)).map_err(thrown)?;
        }
        let inspected = Sources::notices(&self.0);
        Ok(SeveralReader { joint, open: None, inspected, read: Vec::new(), joined })
    }

    fn sources(&self, recipe: JsValue) -> Result<Sources, JsValue> {
        Sources::new(&self.0, &decode_recipe(recipe)?.sources).map_err(thrown)
    }
}

#[wasm_bindgen]
impl SeveralReader {
    /// The numbers of the files in the order they have to be read.
    pub fn order(&self) -> Vec<u32> {
        self.joint.sources().order().into_iter().map(|file| file as u32).collect()
    }

    /// Begins a file.
    pub fn begin(&mut self, file: u32) {
        let file = file as usize;
        self.open = self.joint.sources().files.get(file).map(|source| (file, Reader::new(&source.reading)));
    }

    /// Takes the next bytes of the file that was begun.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        let SeveralReader { joint, open, .. } = self;
        let Some((file, reader)) = open else { return Ok(()) };
        reader.push(bytes, &mut |batch| joint.push(*file, batch)).map_err(thrown)
    }

    /// Ends the file that was begun.
    pub fn end(&mut self) -> Result<(), JsValue> {
        let SeveralReader { joint, open, read, .. } = self;
        let Some((file, reader)) = open.take() else { return Ok(()) };
        let notices = reader.finish(&mut |batch| joint.push(file, batch)).map_err(thrown)?;
        read.extend(notices.into_iter().map(|notice| notice.of_file(file)));
        joint.end(file);
        Ok(())
    }

    /// Ends the pass.
    pub fn finish(self) -> Result<Customers, JsValue> {
        let mut features = self.joint.finish().map_err(thrown)?;
        features.tell_first(self.inspected, self.read);
        Ok(Customers::new(features, self.joined))
    }
}
