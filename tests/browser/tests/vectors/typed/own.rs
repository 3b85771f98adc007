//! The element and the data attributes of the application that the vectors speak of.

starmark::elements! {
    /// A switch.
    my_toggle "my-toggle": Parent {}
}

starmark::dataset! {
    /// Which item it is.
    item_id data_item_id "data-item-id": Text;
    /// How a test finds it.
    testid data_testid "data-testid": Text;
    /// What a library makes of it.
    controller data_controller "data-controller": Text;
}
