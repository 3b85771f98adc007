use starmark::html;

fn main() {
    let _ = html! { button data-on:click="@get('/x', {openWhenHiden: true})" {} };
}
