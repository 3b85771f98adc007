use starmark::html;

fn main() {
    let _ = html! { pre data-json-signals="/^user/" {} };
}
