//! `ringfence evaluate FILE --labels L.csv`

use ringfence::analysis::{Evaluate, Evaluation, Labels};
use ringfence_wording::{Language, Params, number, sentence, word};
use serde::Serialize;

use super::{Read, read};
use crate::args::Args;
use crate::failure::Failure;
use crate::threads::Threads;
use crate::{files, output};

#[derive(Serialize)]
struct Output<'a> {
    evaluations: &'a [Evaluation],
    notices: &'a [ringfence::Notice],
}

/// Prints the validity measures of somebody's labels.
pub(crate) fn evaluate(language: Language, args: &Args) -> Result<(), Failure> {
    let path = args.labels.as_deref().ok_or(Failure::Usage("usage", Params::new()))?;
    let labels = Labels::from_csv(&files::bytes(path)?)?;
    let Read { recipe, features, .. } = read(args)?;
    let evaluate = Evaluate::new(&features, &recipe.features, &labels)?;
    let results = Threads::new(args.threads)?.map(evaluate.units(), |unit| evaluate.run(unit));
    let notices = [&features.notices[..], &evaluate.notices].concat();
    let evaluations = evaluate.finish(&results);
    if args.json {
        return output::json(&Output { evaluations: &evaluations, notices: &notices });
    }
    let measures = ["inertia", "silhouette", "calinskiHarabasz", "daviesBouldin"];
    let mut table = vec![vec![
        sentence(language, "cli-labels", &Params::new()),
        sentence(language, "cli-k", &Params::new()),
    ]];
    table[0].extend(measures.map(|measure| word(language, "measure", measure)));
    for one in &evaluations {
        let figures = [one.inertia, one.silhouette, one.calinski_harabasz, one.davies_bouldin];
        let mut line = vec![one.name.clone(), one.k.to_string()];
        line.extend(figures.map(|figure| number(language, figure, 4)));
        table.push(line);
    }
    output::print(&(output::table(&table) + &output::notices(language, &notices, &args.files)))
}
