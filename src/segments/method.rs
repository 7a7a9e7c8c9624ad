//! By which method segments are made.

use serde::{Deserialize, Serialize};

/// The method that segments are made by: K-means, or another one as a second opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Method {
    /// K-means: round segments of about equal spread.
    #[default]
    Kmeans,
    /// A Gaussian mixture whose segments have each their own spread along every feature.
    MixtureDiagonal,
    /// A Gaussian mixture whose segments have each their own spread in every direction.
    MixtureFull,
    /// Ward's hierarchy: the two groups that are least apart become one, until all are.
    Ward,
}

impl Method {
    /// Its name in a recipe.
    pub fn name(self) -> &'static str {
        match self {
            Method::Kmeans => "kmeans",
            Method::MixtureDiagonal => "mixtureDiagonal",
            Method::MixtureFull => "mixtureFull",
            Method::Ward => "ward",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Method;

    #[test]
    fn a_recipe_calls_methods_by_their_names() {
        for method in [Method::Kmeans, Method::MixtureDiagonal, Method::MixtureFull, Method::Ward] {
            assert_eq!(serde_json::to_value(method).unwrap(), method.name());
        }
    }
}
