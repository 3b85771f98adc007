//! The expansion of a route as a reader would see it.
//!
//! `INSTA_UPDATE=always cargo test -p starmark-macros --all-features` writes it anew.

use quote::quote;

#[test]
fn a_route() {
    let expansion = super::expand(
        quote!(post "/tickets/{id}/move?{to}&p={page}"),
        &quote! {
            /// Moves a ticket.
            pub(crate) async fn move_ticket(
                State(app): State<App>,
                id: u64,
                to: Column,
                page: Option<u32>,
                Signals(filter): Signals<Filter>,
            ) -> Markup {
                html! {}
            }
        },
    );
    let file = syn::parse2(expansion).expect("the expansion is Rust");
    insta::assert_snapshot!(prettyplease::unparse(&file));
}
