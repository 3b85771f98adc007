use starmark::Signals;

#[derive(Signals)]
struct Ui {
    open: bool,
}

#[derive(Signals)]
struct Page {
    #[signals(local)]
    ui: Ui,
}

fn main() {}
