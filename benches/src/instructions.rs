//! Instructions per render, counted by valgrind: the figure that repeats from build to build.
//!
//! The program runs itself under callgrind with two numbers of renders, and the difference is what renders take
//! without everything around them. callgrind counts a copy by `rep movsb` once per byte.

use std::env;
use std::process::Command;

/// The two numbers of renders.
const RENDERS: [u64; 2] = [20, 120];

/// How many instructions one render of a workload by an engine takes.
///
/// # Errors
///
/// If valgrind cannot be run.
pub fn count(workload: &str, engine: &str) -> Result<u64, String> {
    let [few, many] = RENDERS.map(|renders| run(workload, engine, renders));
    Ok((many? - few?) / (RENDERS[1] - RENDERS[0]))
}

fn run(workload: &str, engine: &str, renders: u64) -> Result<u64, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["count", workload, engine, &renders.to_string()])
        .output()
        .map_err(|error| {
            format!("valgrind counts instructions, and it does not run ({error}): call `scripts/install valgrind`")
        })?;
    let messages = String::from_utf8_lossy(&output.stderr);
    let collected = messages
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    collected
        .and_then(|(_, count)| count.trim().parse().ok())
        .ok_or_else(|| format!("valgrind has counted nothing; it says:\n{messages}"))
}
