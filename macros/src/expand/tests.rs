//! Expansions as a reader would see them, to notice what a change does to all templates.
//!
//! `INSTA_UPDATE=always cargo test -p starmark-macros` writes them anew.

use proc_macro2::TokenStream;
use quote::quote;

/// The expansion of a template, formatted.
fn expanded(template: &str) -> String {
    let template: TokenStream = template.parse().expect("the template is tokens");
    let body = super::html(quote!(starmark { #template }));
    let file = syn::parse2(quote!(fn template() -> Markup #body)).expect("the expansion is Rust");
    prettyplease::unparse(&file)
}

macro_rules! snapshots {
    ($($name:ident: $template:literal;)*) => {$(
        #[test]
        fn $name() {
            insta::with_settings!({ omit_expression => true, description => $template }, {
                insta::assert_snapshot!(stringify!($name), expanded($template));
            });
        }
    )*};
}

snapshots! {
    a_static_page: r#"html lang="en" { head { title { "A & B" } } body.wide { p { "Hello" br; } } }"#;
    a_splice_in_text: r#"p { "Hello, " (name) "!" }"#;
    attributes: r#"a.link[active] #top href={ "/tickets/" (id) } title=[hint] hidden[closed] (..rest) { "x" }"#;
    a_data_attribute: r#"input data-bind=(QUERY) data-on:input__debounce.200ms.leading=(get("/search"));"#;
    a_component: r"CardView card=(card) editable { p { (note) } }";
    control_flow: r#"@let n = list.len(); @if n > 0 { ul { @for item in list { li { (item) } } } } @else { "none" } @match n { 1 => "one", _ => { (n) } }"#;
    an_unfinished_template: r"p { (name) but }";
}
