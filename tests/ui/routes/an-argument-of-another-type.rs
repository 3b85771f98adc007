use starmark::route;

#[route(post "/tickets/{id}/move?{to}")]
async fn move_ticket(id: u64, to: String) {
    let _ = (id, to);
}

fn main() {
    let _ = move_ticket::action("seven", "done");
}
