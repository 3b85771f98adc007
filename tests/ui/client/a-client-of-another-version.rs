use starmark::client::Client;

static CLIENT: Client = Client::new(b"// Datastar v1.0.3\n");

fn main() {
    println!("{}", CLIENT.path());
}
