use starmark::client::Directive;

const SOURCES: Directive = Directive::new("img-src 'self'; style-src 'self'");

fn main() {
    println!("{SOURCES}");
}
