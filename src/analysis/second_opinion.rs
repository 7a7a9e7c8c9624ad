//! What another method says beside K-means, as the operator sees it.

use serde::{Deserialize, Serialize};

use super::opinion::{Division, Opinion};
use super::{Segmentation, Shown};
use crate::segments::Method;
use crate::segments::ward::Tree;
use crate::validity::Evidence;
use crate::{Error, Statement};

/// A second opinion beside K-means, for the number of segments shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct SecondOpinion {
    /// Adjusted Rand index of the segments shown with as many of K-means.
    pub agreement: f64,
    /// How far the two agree, and what else is to be said of the method.
    pub statements: Vec<Statement>,
    /// Measures for every number of segments tried, ascending.
    pub evidence: Vec<OtherEvidence>,
    /// The number that a mixture's criterion (BIC) would choose, 1 where it sees one crowd; `null` without a criterion.
    pub bic_k: Option<u32>,
    /// The top of the hierarchy, of Ward's method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tree: Option<TreeView>,
}

/// Measures of one number of segments by another method, each as in [`Evidence`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct OtherEvidence {
    /// The number asked for.
    pub k: u32,
    /// The number found: a mixture's component that is nowhere the most probable one is no segment.
    pub found: u32,
    /// Adjusted Rand index with as many segments of K-means.
    pub agreement: f64,
    /// Sum of squared distances to the own segment's mean, scaled units.
    pub inertia: f64,
    /// Mean silhouette, over all customers or a sample of them.
    pub silhouette: f64,
    /// Standard error of the silhouette; 0 where it is over all customers.
    pub silhouette_error: f64,
    /// Mean simplified silhouette over all customers.
    pub silhouette_simplified: f64,
    /// Calinski-Harabasz index; 0 of a single segment.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index; 0 of a single segment.
    pub davies_bouldin: f64,
    /// Bayesian information criterion of the mixture, the greater the better; `null` of a hierarchy.
    pub bic: Option<f64>,
    /// Customers in the smallest segment.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub smallest: u64,
}

/// A hierarchy to be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct TreeView {
    /// Its top.
    pub tree: Tree,
    /// The segment, from 0, of each leaf.
    pub segments: Vec<u32>,
}

/// The measures of the segments shown.
#[derive(Debug)]
pub(super) struct ShownMeasures<'a> {
    pub(super) silhouette: f64,
    pub(super) silhouette_simplified: f64,
    pub(super) calinski_harabasz: f64,
    pub(super) davies_bouldin: f64,
    pub(super) stability: &'a [Option<f64>],
}

impl<'a> ShownMeasures<'a> {
    /// Those of the second opinion where there is one.
    pub(super) fn of(k: u32, evidence: &'a Evidence, opinion: Option<&SecondOpinion>) -> Self {
        match opinion.and_then(|opinion| opinion.evidence.iter().find(|one| one.k == k)) {
            Some(other) => ShownMeasures {
                silhouette: other.silhouette,
                silhouette_simplified: other.silhouette_simplified,
                calinski_harabasz: other.calinski_harabasz,
                davies_bouldin: other.davies_bouldin,
                stability: &[],
            },
            None => ShownMeasures {
                silhouette: evidence.silhouette,
                silhouette_simplified: evidence.silhouette_simplified,
                calinski_harabasz: evidence.calinski_harabasz,
                davies_bouldin: evidence.davies_bouldin,
                stability: &evidence.stability,
            },
        }
    }
}

impl Segmentation {
    /// What another method says; `None` where K-means is the method.
    pub(super) fn second_opinion(&self, shown: Shown<'_>) -> Result<Option<SecondOpinion>, Error> {
        let Some(opinion) = self.opinion() else { return Ok(None) };
        let division = opinion.division(self.k(shown)?).ok_or(Error::UnitMismatch)?;
        let tree = opinion.tree.clone();
        Ok(Some(SecondOpinion {
            agreement: division.agreement,
            statements: statements(self.recipe.fit.method, opinion, division),
            evidence: opinion.divisions.iter().map(evidence).collect(),
            bic_k: opinion.bic_k(),
            tree: tree.map(|tree| TreeView { tree, segments: division.branches.clone() }),
        }))
    }
}

fn evidence(division: &Division) -> OtherEvidence {
    let (silhouette, silhouette_error) = division.widths.mean(&division.measures.sizes);
    OtherEvidence {
        k: division.k,
        found: division.partition.k() as u32,
        agreement: division.agreement,
        inertia: division.solution.inertia,
        silhouette,
        silhouette_error,
        silhouette_simplified: division.measures.silhouette_simplified,
        calinski_harabasz: division.measures.calinski_harabasz,
        davies_bouldin: division.measures.davies_bouldin,
        bic: division.bic,
        smallest: division.measures.sizes.iter().copied().min().unwrap_or_default(),
    }
}

fn statements(method: Method, opinion: &Opinion, division: &Division) -> Vec<Statement> {
    let (k, found) = (f64::from(division.k), division.partition.k() as u64);
    let mut statements = vec![agreement(division.agreement)];
    if found < u64::from(division.k) {
        statements.push(Statement::new("opinion-fewer").with("k", k).with("found", found));
    }
    match opinion.bic_k() {
        Some(1) => statements.push(Statement::new("opinion-bic-one")),
        Some(best) if best == division.k => statements.push(Statement::new("opinion-bic-same").with("k", k)),
        Some(best) => statements.push(Statement::new("opinion-bic").with("k", f64::from(best))),
        None => {}
    }
    if let Some(groups) = opinion.fine_groups.filter(|_| method == Method::Ward) {
        statements.push(Statement::new("opinion-fine-groups").with("groups", u64::from(groups)));
    }
    statements
}

/// What an adjusted Rand index means, in the words of Steinley (2004): from 0.9 excellent, from 0.8 good, from 0.65 moderate, else poor.
fn agreement(index: f64) -> Statement {
    let statement = match index {
        0.9.. => Statement::new("opinion-agrees-nearly-wholly"),
        0.8.. => Statement::new("opinion-agrees-well"),
        0.65.. => Statement::new("opinion-agrees-partly"),
        _ => Statement::new("opinion-agrees-little"),
    };
    statement.with("agreement", index)
}
