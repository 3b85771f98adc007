use starmark::client::Client;

static CLIENT: Client = starmark::client!("datastar-1.0.3.js");

fn main() {
    println!("{}", CLIENT.path());
}
