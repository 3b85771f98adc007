// Datastar v1.0.4
// A stand-in with the banner of the genuine client, for tests that only serve it.
export {};
