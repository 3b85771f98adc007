use starmark::html;

fn main() {
    let _ = html! {
        form method="pots" {
            input type="emial" width="wide";
            button type="submit" data-on:clik="$n++" data-text="$n +" { "Go" }
        }
    };
}
