use starmark::route;

#[route(post "/tickets/{id}/move?{to}")]
async fn move_ticket(id: u64, to: String) {
    let _ = (id, to);
}

fn main() {
    let id: starmark::Signal<u64> = starmark::Signal::of("id");
    let _ = move_ticket::path(id, "done");
}
