use starmark::html;

fn main() {
    let _ = html! {
        dvi { "one" }
        a hrfe="/x" { (missing) }
        br { "two" }
        if true { "three" }
        button data-on:click__prevnt="go()" { "four" }
        input type="emial";
    };
}
