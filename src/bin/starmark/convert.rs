//! `starmark convert`
use crate::Outcome;
/// x
#[derive(Debug, clap::Args)]
pub(crate) struct Convert {}
impl Convert { pub(crate) fn run(&self) -> Outcome { Outcome::Failed } }
