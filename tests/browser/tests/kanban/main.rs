//! The kanban example, as two people and an editor use it at the same time.
//!
//! The example is a black box: the tests know its element ids, its files and its three plain
//! addresses, nothing else. What the board shows must be what the folder holds, whoever wrote
//! it last.

mod board;
mod conflict;
mod first_paint;
mod hostile;
mod live;
mod looks;
mod malformed;
mod moves;
mod patches;
mod restart;
mod search;
