// Datastar v1.0.3
// Only the banner: what the macro reads first.
