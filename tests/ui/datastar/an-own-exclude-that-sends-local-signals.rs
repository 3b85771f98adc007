use starmark::html;

fn main() {
    let _ = html! { button data-on:click="@post('/x', {filterSignals: {exclude: /^draft/}})" {} };
}
