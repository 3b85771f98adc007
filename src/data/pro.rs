//! The attributes of Datastar Pro, one row each; they do nothing with the free client.
//!
//! The rows read as in `plugins.rs`. They follow the public documentation alone: the client of
//! Datastar Pro is not free, so no test runs it. Source: <https://data-star.dev/reference/attributes#pro-attributes>.

crate::plugins! { @inherent
    /// Pro: moves attributes of the element towards the values of an expression.
    animate data_animate "animate": key Allowed Markup, value Required Expression {
        /// How long it takes; a second, if not said otherwise.
        duration: Time;
        /// The name of the curve.
        ease: PropName;
        /// Waits before it begins.
        delay: Time;
        /// Begins again at the end.
        loop_ "loop" without pingpong;
        /// Goes back and forth.
        pingpong without loop_;
    }
    /// Pro: the message of a control that is not valid; an empty string if it is.
    custom_validity data_custom_validity "custom-validity" [on Control]: key Denied, value Required Expression {}
    /// Pro: a signal that is true while a media query matches.
    match_media data_match_media "match-media": key Required Variable case, value Required Query {}
    /// Pro: runs statements on every frame.
    on_raf data_on_raf "on-raf": key Denied, value Required Statements {
        /// Runs at most once in a while.
        throttle: Throttle;
    }
    /// Pro: runs statements when the element changes its size.
    on_resize data_on_resize "on-resize": key Denied, value Required Statements {
        /// Waits for a pause.
        debounce: Debounce;
        /// Runs at most once in a while.
        throttle: Throttle;
    }
    /// Pro: keeps signals in the browser's storage.
    persist data_persist "persist": key Allowed Storage, value Allowed Filters {
        /// Only as long as the tab is open.
        session;
    }
    /// Pro: keeps signals in the query of the page's address.
    query_string data_query_string "query-string": key Denied, value Allowed Filters {
        /// Leaves out what is empty.
        filter;
        /// Makes an entry of the history for each change.
        history;
    }
    /// Pro: replaces the page's address without loading it.
    replace_url data_replace_url "replace-url": key Denied, value Required Expression {}
    /// Pro: scrolls the element into view.
    scroll_into_view data_scroll_into_view "scroll-into-view": key Denied, value Denied Nothing {
        /// With an animation.
        smooth without instant auto;
        /// At once.
        instant without smooth auto;
        /// As the style sheet says.
        auto without smooth instant;
        /// The left edge to the left.
        hstart without hcenter hend hnearest;
        /// To the middle from left to right.
        hcenter without hstart hend hnearest;
        /// The right edge to the right.
        hend without hstart hcenter hnearest;
        /// To the nearer edge from left to right.
        hnearest without hstart hcenter hend;
        /// The upper edge to the top.
        vstart without vcenter vend vnearest;
        /// To the middle from top to bottom.
        vcenter without vstart vend vnearest;
        /// The lower edge to the bottom.
        vend without vstart vcenter vnearest;
        /// To the nearer edge from top to bottom.
        vnearest without vstart vcenter vend;
        /// Focuses the element, too.
        focus;
    }
    /// Pro: the element's name in view transitions.
    view_transition data_view_transition "view-transition": key Denied, value Required Expression {}
}
