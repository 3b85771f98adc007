use starmark::client::Client;

static CLIENT: Client = starmark::client!("not-found.js");

fn main() {
    println!("{}", CLIENT.path());
}
