//! Typed HTML and Datastar.
