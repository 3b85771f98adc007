//! The elements of the HTML standard, one row each.
//!
//! A row gives the name of an element, what its content may be, and the attributes that belong to
//! it, each with the kind of values it takes. The attributes of every element have rows of their
//! own. Names and kinds follow the [standard]; what it calls obsolete is left out, and can still be
//! written with a quoted name.
//!
//! [standard]: https://html.spec.whatwg.org/multipage/

mod global;

pub use global::Global;

crate::elements! {
    @html
    // The document and its metadata.
    /// The root of a document. <https://html.spec.whatwg.org/multipage/semantics.html#the-html-element>
    html: Parent {}
    /// The metadata of a document. <https://html.spec.whatwg.org/multipage/semantics.html#the-head-element>
    head: Parent {}
    /// The title of a document. <https://html.spec.whatwg.org/multipage/semantics.html#the-title-element>
    title: Parent {}
    /// The base address and default target of the links in a document. <https://html.spec.whatwg.org/multipage/semantics.html#the-base-element>
    base: Void {
        /// Address against which relative addresses are resolved.
        href: Url;
        /// Browsing context in which links and forms open by default.
        target: Text;
    }
    /// A link from the document to another resource. <https://html.spec.whatwg.org/multipage/semantics.html#the-link-element>
    link: Void {
        /// Address the link points to.
        href: Url;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
        /// Relations between the document and the resource, such as `stylesheet`.
        rel: Tokens;
        /// Media query for which the element applies.
        media: Text;
        /// Hashes the fetched content must match.
        integrity: Text;
        /// Language of the linked resource.
        hreflang: Text;
        /// Hint for the media type of the resource.
        type_ "type": Text;
        /// How much of the referrer requests from this element carry.
        referrerpolicy: Enumerated[
            "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"
        ];
        /// Sizes of the icon, such as `32x32` or `any`.
        sizes: Tokens;
        /// Candidate images to preload for different densities and widths.
        imagesrcset: Text;
        /// Displayed widths of the preloaded image per media condition.
        imagesizes: Text;
        /// Destination of the preloaded resource.
        as_ "as": Enumerated[
            "audio", "audioworklet", "document", "embed", "fetch", "font", "frame", "iframe",
            "image", "json", "manifest", "object", "paintworklet", "report", "script",
            "serviceworker", "sharedworker", "style", "text", "track", "video", "webidentity",
            "worker", "xslt"
        ];
        /// Operations that wait for the resource, such as rendering.
        blocking: Tokens;
        /// Color for a mask icon.
        color: Text;
        /// Keeps the style sheet from being applied.
        disabled: Flag;
        /// Relative priority of the fetch.
        fetchpriority: Enumerated["high", "low", "auto"];
    }
    /// Metadata that no other element expresses. <https://html.spec.whatwg.org/multipage/semantics.html#the-meta-element>
    meta: Void {
        /// Name of the metadata.
        name: Text;
        // Text, because browsers know more pragmas than the standard, in any letter case.
        /// Pragma the element stands for, such as `refresh`.
        http_equiv "http-equiv": Text;
        /// Value of the metadata.
        content: Text;
        // Text, because `utf-8` is written in any letter case.
        /// Encoding of the document, always `utf-8`.
        charset: Text;
        /// Media query for which a theme color applies.
        media: Text;
    }
    /// A style sheet of the document. <https://html.spec.whatwg.org/multipage/semantics.html#the-style-element>
    style: Raw {
        /// Media query for which the element applies.
        media: Text;
        /// Operations that wait for the resource, such as rendering.
        blocking: Tokens;
    }

    // Sections.
    /// The content of a document. <https://html.spec.whatwg.org/multipage/sections.html#the-body-element>
    body: Parent {
        // Handlers for events of the window; those on every element are global attributes.
        /// Runs after the document was printed.
        onafterprint: Script;
        /// Runs before the document is printed.
        onbeforeprint: Script;
        /// Runs before the document is left and may ask for confirmation.
        onbeforeunload: Script;
        /// Runs when a gamepad is connected.
        ongamepadconnected: Script;
        /// Runs when a gamepad is disconnected.
        ongamepaddisconnected: Script;
        /// Runs when the fragment of the address changes.
        onhashchange: Script;
        /// Runs when the preferred languages of the user change.
        onlanguagechange: Script;
        /// Runs when the window receives a message.
        onmessage: Script;
        /// Runs when a received message cannot be deserialized.
        onmessageerror: Script;
        /// Runs when the browser loses its network connection.
        onoffline: Script;
        /// Runs when the browser regains its network connection.
        ononline: Script;
        /// Runs when the document is hidden by a navigation.
        onpagehide: Script;
        /// Runs before the document is first rendered after a navigation.
        onpagereveal: Script;
        /// Runs when the document is shown by a navigation.
        onpageshow: Script;
        /// Runs before the document is replaced by a navigation.
        onpageswap: Script;
        /// Runs when the user moves through the session history.
        onpopstate: Script;
        /// Runs when a rejected promise gets a handler late.
        onrejectionhandled: Script;
        /// Runs when another document changes the storage.
        onstorage: Script;
        /// Runs when a promise is rejected without a handler.
        onunhandledrejection: Script;
        /// Runs when the document is discarded.
        onunload: Script;
    }
    /// A self-contained composition. <https://html.spec.whatwg.org/multipage/sections.html#the-article-element>
    article: Parent {}
    /// A thematic group of content, usually with a heading. <https://html.spec.whatwg.org/multipage/sections.html#the-section-element>
    section: Parent {}
    /// A section of navigation links. <https://html.spec.whatwg.org/multipage/sections.html#the-nav-element>
    nav: Parent {}
    /// Content only loosely related to what surrounds it. <https://html.spec.whatwg.org/multipage/sections.html#the-aside-element>
    aside: Parent {}
    /// A heading of the first level. <https://html.spec.whatwg.org/multipage/sections.html#the-h1,-h2,-h3,-h4,-h5,-and-h6-elements>
    h1: Parent {}
    /// A heading of the second level. <https://html.spec.whatwg.org/multipage/sections.html#the-h1,-h2,-h3,-h4,-h5,-and-h6-elements>
    h2: Parent {}
    /// A heading of the third level. <https://html.spec.whatwg.org/multipage/sections.html#the-h1,-h2,-h3,-h4,-h5,-and-h6-elements>
    h3: Parent {}
    /// A heading of the fourth level. <https://html.spec.whatwg.org/multipage/sections.html#the-h1,-h2,-h3,-h4,-h5,-and-h6-elements>
    h4: Parent {}
    /// A heading of the fifth level. <https://html.spec.whatwg.org/multipage/sections.html#the-h1,-h2,-h3,-h4,-h5,-and-h6-elements>
    h5: Parent {}
    /// A heading of the sixth level. <https://html.spec.whatwg.org/multipage/sections.html#the-h1,-h2,-h3,-h4,-h5,-and-h6-elements>
    h6: Parent {}
    /// A heading together with related paragraphs. <https://html.spec.whatwg.org/multipage/sections.html#the-hgroup-element>
    hgroup: Parent {}
    /// Introductory content of a page or section. <https://html.spec.whatwg.org/multipage/sections.html#the-header-element>
    header: Parent {}
    /// Closing content of a page or section. <https://html.spec.whatwg.org/multipage/sections.html#the-footer-element>
    footer: Parent {}
    /// Contact information for an article or the document. <https://html.spec.whatwg.org/multipage/sections.html#the-address-element>
    address: Parent {}

    // Grouping content.
    /// A paragraph. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-p-element>
    p: Parent {}
    /// A thematic break between paragraphs. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-hr-element>
    hr: Void {}
    /// Text whose white space is kept. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-pre-element>
    pre: Preformatted {}
    /// A section quoted from another source. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-blockquote-element>
    blockquote: Parent {
        /// Address of the source.
        cite: Url;
    }
    /// An ordered list. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element>
    ol: Parent {
        /// Numbers the list downwards.
        reversed: Flag;
        /// Number of the first item.
        start: Number;
        /// Kind of the list marker.
        type_ "type": Enumerated["1", "a", "A", "i", "I"];
    }
    /// A list whose order does not matter. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-ul-element>
    ul: Parent {}
    /// A list of commands, such as a toolbar. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-menu-element>
    menu: Parent {}
    /// An item of a list. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-li-element>
    li: Parent {
        /// Number of the item in an ordered list.
        value: Number;
    }
    /// A list of terms and their descriptions. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element>
    dl: Parent {}
    /// A term in a description list. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-dt-element>
    dt: Parent {}
    /// A description in a description list. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-dd-element>
    dd: Parent {}
    /// Self-contained content, such as an illustration, with an optional caption. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-figure-element>
    figure: Parent {}
    /// The caption of a figure. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-figcaption-element>
    figcaption: Parent {}
    /// The dominant content of the document. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-main-element>
    main_ "main": Parent {}
    /// A part of the page for searching or filtering. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-search-element>
    search: Parent {}
    /// A generic block without meaning of its own. <https://html.spec.whatwg.org/multipage/grouping-content.html#the-div-element>
    div: Parent {}

    // Text-level semantics.
    /// A hyperlink. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element>
    a: Parent {
        /// Address the link points to.
        href: Url;
        /// Browsing context in which the result opens.
        target: Text;
        /// Saves the resource instead of following the link, optionally under this name.
        download: Text;
        /// Addresses that are notified when the link is followed.
        ping: Text;
        /// Relations between this document and the target.
        rel: Tokens;
        /// Language of the linked resource.
        hreflang: Text;
        /// Hint for the media type of the resource.
        type_ "type": Text;
        /// How much of the referrer requests from this element carry.
        referrerpolicy: Enumerated[
            "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"
        ];
    }
    /// Stressed emphasis. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-em-element>
    em: Parent {}
    /// Strong importance, seriousness or urgency. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-strong-element>
    strong: Parent {}
    /// Side comments, such as small print. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-small-element>
    small: Parent {}
    /// Text that is no longer accurate or relevant. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-s-element>
    s: Parent {}
    /// The title of a work. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-cite-element>
    cite: Parent {}
    /// A quotation inside a paragraph. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-q-element>
    q: Parent {
        /// Address of the source.
        cite: Url;
    }
    /// The defining instance of a term. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-dfn-element>
    dfn: Parent {}
    /// An abbreviation or acronym. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-abbr-element>
    abbr: Parent {}
    /// Text with ruby annotations. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-ruby-element>
    ruby: Parent {}
    /// The text of a ruby annotation. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-rt-element>
    rt: Parent {}
    /// Parentheses for browsers that do not lay out ruby annotations. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-rp-element>
    rp: Parent {}
    /// Text with a machine-readable value. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-data-element>
    data: Parent {
        /// Machine-readable form of the content.
        value: Text;
    }
    /// A date, time or duration. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element>
    time: Parent {
        /// Machine-readable form of the date, time or duration.
        datetime: Text;
    }
    /// A fragment of computer code. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element>
    code: Parent {}
    /// A variable or placeholder. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-var-element>
    var: Parent {}
    /// Output of a program. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-samp-element>
    samp: Parent {}
    /// Input of the user, such as a key. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-kbd-element>
    kbd: Parent {}
    /// A subscript. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-sub-and-sup-elements>
    sub: Parent {}
    /// A superscript. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-sub-and-sup-elements>
    sup: Parent {}
    /// Text in an alternate voice or mood. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-i-element>
    i: Parent {}
    /// Text that draws attention without being more important. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-b-element>
    b: Parent {}
    /// Text with an unarticulated annotation, such as a misspelling. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-u-element>
    u: Parent {}
    /// Text highlighted for reference. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-mark-element>
    mark: Parent {}
    /// Text isolated from the direction of what surrounds it. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-bdi-element>
    bdi: Parent {}
    /// Text whose direction is overridden. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-bdo-element>
    bdo: Parent {}
    /// A generic piece of text without meaning of its own. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-span-element>
    span: Parent {}
    /// A line break. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-br-element>
    br: Void {}
    /// An opportunity for a line break. <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-wbr-element>
    wbr: Void {}

    // Edits.
    /// An addition to the document. <https://html.spec.whatwg.org/multipage/edits.html#the-ins-element>
    ins: Parent {
        /// Address of an explanation of the change.
        cite: Url;
        /// Date, and optionally time, of the change.
        datetime: Text;
    }
    /// A removal from the document. <https://html.spec.whatwg.org/multipage/edits.html#the-del-element>
    del: Parent {
        /// Address of an explanation of the change.
        cite: Url;
        /// Date, and optionally time, of the change.
        datetime: Text;
    }

    // Embedded content.
    /// An image with alternative sources. <https://html.spec.whatwg.org/multipage/embedded-content.html#the-picture-element>
    picture: Parent {}
    /// One of several sources of a picture or media element. <https://html.spec.whatwg.org/multipage/embedded-content.html#the-source-element>
    source: Void {
        /// Hint for the media type of the resource.
        type_ "type": Text;
        /// Media query for which the element applies.
        media: Text;
        /// Address of the resource.
        src: Url;
        /// Candidate images for different densities and widths.
        srcset: Text;
        /// Displayed widths of the image per media condition.
        sizes: Text;
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
    }
    /// An image. <https://html.spec.whatwg.org/multipage/embedded-content.html#the-img-element>
    img: Void {
        /// Text that replaces the image when it is not shown.
        alt: Text;
        /// Address of the resource.
        src: Url;
        /// Candidate images for different densities and widths.
        srcset: Text;
        /// Displayed widths of the image per media condition.
        sizes: Text;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
        /// Name of the image map to use, after a `#`.
        usemap: Text;
        /// Sends the position of a click on the enclosing link to the server.
        ismap: Flag;
        /// Shows controls for an animated image.
        controls: Flag;
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
        /// How much of the referrer requests from this element carry.
        referrerpolicy: Enumerated[
            "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"
        ];
        /// Whether other content waits for the image to be decoded.
        decoding: Enumerated["sync", "async", "auto"];
        /// Whether loading waits until the element is near the viewport.
        loading: Enumerated["lazy", "eager"];
        /// Relative priority of the fetch.
        fetchpriority: Enumerated["high", "low", "auto"];
    }
    /// A nested document. <https://html.spec.whatwg.org/multipage/iframe-embed-object.html#the-iframe-element>
    iframe: Parent {
        /// Address of the nested document.
        src: Url;
        /// Markup of the nested document, used instead of `src`.
        srcdoc: Html;
        /// Name under which links and forms can target the nested document.
        name: Text;
        /// Restrictions on the nested document, and the permissions lifted from them.
        sandbox: Tokens;
        /// Permissions policy of the nested document.
        allow: Text;
        /// Lets the nested document enter fullscreen.
        allowfullscreen: Flag;
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
        /// How much of the referrer requests from this element carry.
        referrerpolicy: Enumerated[
            "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"
        ];
        /// Whether loading waits until the element is near the viewport.
        loading: Enumerated["lazy", "eager"];
    }
    /// Content of an external application. <https://html.spec.whatwg.org/multipage/iframe-embed-object.html#the-embed-element>
    embed: Void {
        /// Address of the resource.
        src: Url;
        /// Hint for the media type of the resource.
        type_ "type": Text;
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
    }
    /// An external resource, shown as an image, a document or by its fallback. <https://html.spec.whatwg.org/multipage/iframe-embed-object.html#the-object-element>
    object: Parent {
        /// Address of the resource.
        data: Url;
        /// Hint for the media type of the resource.
        type_ "type": Text;
        /// Name under which links and forms can target the nested document.
        name: Text;
        /// Id of the form the control belongs to.
        form: Text;
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
    }
    /// A video. <https://html.spec.whatwg.org/multipage/media.html#the-video-element>
    video: Parent {
        /// Address of the media.
        src: Url;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
        /// Address of an image to show until the video plays.
        poster: Url;
        /// How much data is useful to fetch before playback.
        preload: Enumerated["none", "metadata", "auto"];
        /// Starts playback as soon as possible.
        autoplay: Flag;
        /// Plays the video in place rather than in fullscreen.
        playsinline: Flag;
        /// Starts over when the end is reached.
        loop_ "loop": Flag;
        /// Silences the audio at first.
        muted: Flag;
        /// Shows the playback controls of the browser.
        controls: Flag;
        /// Whether loading waits until the player is near the viewport.
        loading: Enumerated["lazy", "eager"];
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
        // From Remote Playback and Picture-in-Picture.
        /// Keeps the media from being played on remote devices.
        disableremoteplayback: Flag;
        /// Keeps the video from being shown in a floating window.
        disablepictureinpicture: Flag;
    }
    /// A sound or an audio stream. <https://html.spec.whatwg.org/multipage/media.html#the-audio-element>
    audio: Parent {
        /// Address of the media.
        src: Url;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
        /// How much data is useful to fetch before playback.
        preload: Enumerated["none", "metadata", "auto"];
        /// Starts playback as soon as possible.
        autoplay: Flag;
        /// Starts over when the end is reached.
        loop_ "loop": Flag;
        /// Silences the audio at first.
        muted: Flag;
        /// Shows the playback controls of the browser.
        controls: Flag;
        /// Whether loading waits until the player is near the viewport.
        loading: Enumerated["lazy", "eager"];
        // From Remote Playback.
        /// Keeps the media from being played on remote devices.
        disableremoteplayback: Flag;
    }
    /// A timed text track of a media element. <https://html.spec.whatwg.org/multipage/media.html#the-track-element>
    track: Void {
        /// Kind of the track.
        kind: Enumerated["subtitles", "captions", "descriptions", "chapters", "metadata"];
        /// Address of the track.
        src: Url;
        /// Language of the track.
        srclang: Text;
        /// Title of the track that users see.
        label: Text;
        /// Enables the track unless the user prefers another.
        default: Flag;
    }
    /// An image map. <https://html.spec.whatwg.org/multipage/image-maps.html#the-map-element>
    map: Parent {
        /// Name by which images refer to the map.
        name: Text;
    }
    /// A clickable or dead area of an image map. <https://html.spec.whatwg.org/multipage/image-maps.html#the-area-element>
    area: Void {
        /// Text that replaces the area when images are not shown.
        alt: Text;
        /// Coordinates of the shape.
        coords: Text;
        /// Kind of shape the coordinates describe.
        shape: Enumerated["circle", "default", "poly", "rect"];
        /// Address the link points to.
        href: Url;
        /// Browsing context in which the result opens.
        target: Text;
        /// Saves the resource instead of following the link, optionally under this name.
        download: Text;
        /// Addresses that are notified when the link is followed.
        ping: Text;
        /// Relations between this document and the target.
        rel: Tokens;
        /// Language of the linked resource.
        hreflang: Text;
        /// Hint for the media type of the resource.
        type_ "type": Text;
        /// How much of the referrer requests from this element carry.
        referrerpolicy: Enumerated[
            "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"
        ];
    }

    // Tables.
    /// A table. <https://html.spec.whatwg.org/multipage/tables.html#the-table-element>
    table: Parent {}
    /// The title of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-caption-element>
    caption: Parent {}
    /// A group of columns of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-colgroup-element>
    colgroup: Parent {
        /// Number of columns covered.
        span: Number;
    }
    /// One or more columns of a column group. <https://html.spec.whatwg.org/multipage/tables.html#the-col-element>
    col: Void {
        /// Number of columns covered.
        span: Number;
    }
    /// A group of body rows of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-tbody-element>
    tbody: Parent {}
    /// The rows with the column labels of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-thead-element>
    thead: Parent {}
    /// The rows with the column summaries of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-tfoot-element>
    tfoot: Parent {}
    /// A row of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-tr-element>
    tr: Parent {}
    /// A data cell of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-td-element>
    td: Parent {
        /// Number of columns the cell extends over.
        colspan: Number;
        /// Number of rows the cell extends over.
        rowspan: Number;
        /// Ids of the header cells that apply to the cell.
        headers: Tokens;
    }
    /// A header cell of a table. <https://html.spec.whatwg.org/multipage/tables.html#the-th-element>
    th: Parent {
        /// Number of columns the cell extends over.
        colspan: Number;
        /// Number of rows the cell extends over.
        rowspan: Number;
        /// Ids of the header cells that apply to the cell.
        headers: Tokens;
        /// Cells the header applies to.
        scope: Enumerated["row", "col", "rowgroup", "colgroup"];
        /// Short label to use where other cells refer to this one.
        abbr: Text;
    }

    // Forms.
    /// A form the user can submit. <https://html.spec.whatwg.org/multipage/forms.html#the-form-element>
    form: Parent {
        /// Encoding of the submission, always `utf-8`.
        accept_charset "accept-charset": Text;
        /// Address that receives the submission.
        action: Url;
        /// Whether the browser may fill in the controls by default.
        autocomplete: Enumerated["on", "off"];
        /// Encoding of the submitted data.
        enctype: Enumerated[
            "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"
        ];
        /// Method of the submission.
        method: Enumerated["get", "post", "dialog"];
        /// Name of the form in the document's collection of forms.
        name: Text;
        /// Submits without validating the form.
        novalidate: Flag;
        /// Browsing context in which the response opens.
        target: Text;
        /// Relations between the document and the response.
        rel: Tokens;
    }
    /// A caption of a form control. <https://html.spec.whatwg.org/multipage/forms.html#the-label-element>
    label: Parent {
        /// Id of the labelled control.
        for_ "for": Text;
    }
    /// A form control of one of many types. <https://html.spec.whatwg.org/multipage/input.html#the-input-element>
    input: Void Control {
        /// Type of the control.
        type_ "type": Enumerated[
            "hidden", "text", "search", "tel", "url", "email", "password", "date", "month", "week",
            "time", "datetime-local", "number", "range", "color", "checkbox", "radio", "file",
            "submit", "image", "reset", "button"
        ];
        /// Name of the control in the submitted data.
        name: Text;
        /// Initial value of the control.
        value: Text;
        /// Id of the form the control belongs to.
        form: Text;
        /// Makes the control inoperable and leaves it out of the submission.
        disabled: Flag;
        /// Keeps the user from editing the value.
        readonly: Flag;
        /// Demands a value before the form can be submitted.
        required: Flag;
        /// Detail tokens that tell the browser what to fill in.
        autocomplete: Tokens;
        /// Short hint shown while the value is empty.
        placeholder: Text;
        /// Id of the `datalist` with suggestions.
        list: Text;
        /// Regular expression the whole value must match.
        pattern: Text;
        /// Largest number of UTF-16 code units the user may enter.
        maxlength: Number;
        /// Smallest number of UTF-16 code units of a valid value.
        minlength: Number;
        /// Smallest allowed value, a number, date or time.
        min: Text;
        /// Largest allowed value, a number, date or time.
        max: Text;
        /// Granularity of the value, or `any`.
        step: Text;
        /// Width of the control in characters.
        size: Number;
        /// Allows several values.
        multiple: Flag;
        /// Checks the box or selects the radio button at first.
        checked: Flag;
        /// File types the control expects, separated by commas.
        accept: Text;
        // From HTML Media Capture, and from File and Directory Entries.
        /// Camera or microphone a new file is recorded with.
        capture: Enumerated["user", "environment"];
        /// Lets the user choose a directory instead of files.
        webkitdirectory: Flag;
        /// Allows the color to be translucent.
        alpha: Flag;
        /// Color space of the chosen color.
        colorspace: Enumerated["limited-srgb", "display-p3"];
        /// Name under which the direction of the text is submitted.
        dirname: Text;
        /// Text that replaces the image of an image button.
        alt: Text;
        /// Address of the image of an image button.
        src: Url;
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
        /// Address that receives the submission instead of the form's own.
        formaction: Url;
        /// Encoding of the submitted data instead of the form's own.
        formenctype: Enumerated[
            "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"
        ];
        /// Method of the submission instead of the form's own.
        formmethod: Enumerated["get", "post", "dialog"];
        /// Submits without validating the form.
        formnovalidate: Flag;
        /// Browsing context of the response instead of the form's own.
        formtarget: Text;
        /// Id of the popover the control shows or hides.
        popovertarget: Text;
        /// What the control does to its popover.
        popovertargetaction: Enumerated["toggle", "show", "hide"];
    }
    /// A button. <https://html.spec.whatwg.org/multipage/form-elements.html#the-button-element>
    button: Parent Control {
        /// What pressing the button does.
        type_ "type": Enumerated["submit", "reset", "button"];
        /// Name of the control in the submitted data.
        name: Text;
        /// Value submitted when the button is pressed.
        value: Text;
        /// Id of the form the control belongs to.
        form: Text;
        /// Makes the control inoperable and leaves it out of the submission.
        disabled: Flag;
        // Text, because custom commands, which start with `--`, are legal too.
        /// Command sent to the element named by `commandfor`.
        command: Text;
        /// Id of the element that receives the command.
        commandfor: Text;
        /// Address that receives the submission instead of the form's own.
        formaction: Url;
        /// Encoding of the submitted data instead of the form's own.
        formenctype: Enumerated[
            "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"
        ];
        /// Method of the submission instead of the form's own.
        formmethod: Enumerated["get", "post", "dialog"];
        /// Submits without validating the form.
        formnovalidate: Flag;
        /// Browsing context of the response instead of the form's own.
        formtarget: Text;
        /// Id of the popover the control shows or hides.
        popovertarget: Text;
        /// What the control does to its popover.
        popovertargetaction: Enumerated["toggle", "show", "hide"];
    }
    /// A control for choosing among options. <https://html.spec.whatwg.org/multipage/form-elements.html#the-select-element>
    select: Parent Control {
        /// Name of the control in the submitted data.
        name: Text;
        /// Id of the form the control belongs to.
        form: Text;
        /// Makes the control inoperable and leaves it out of the submission.
        disabled: Flag;
        /// Demands a value before the form can be submitted.
        required: Flag;
        /// Detail tokens that tell the browser what to fill in.
        autocomplete: Tokens;
        /// Allows several options to be chosen.
        multiple: Flag;
        /// Number of options shown at once.
        size: Number;
    }
    /// A set of suggestions for other controls. <https://html.spec.whatwg.org/multipage/form-elements.html#the-datalist-element>
    datalist: Parent {}
    /// A group of options with a common label. <https://html.spec.whatwg.org/multipage/form-elements.html#the-optgroup-element>
    optgroup: Parent {
        /// Label of the group.
        label: Text;
        /// Keeps the options of the group from being chosen.
        disabled: Flag;
    }
    /// An option to choose or to suggest. <https://html.spec.whatwg.org/multipage/form-elements.html#the-option-element>
    option: Parent {
        /// Value submitted for the option, by default its text.
        value: Text;
        /// Label of the option, by default its text.
        label: Text;
        /// Chooses the option at first.
        selected: Flag;
        /// Keeps the option from being chosen.
        disabled: Flag;
    }
    /// A control for text of several lines. <https://html.spec.whatwg.org/multipage/form-elements.html#the-textarea-element>
    textarea: Preformatted Control {
        /// Name of the control in the submitted data.
        name: Text;
        /// Id of the form the control belongs to.
        form: Text;
        /// Makes the control inoperable and leaves it out of the submission.
        disabled: Flag;
        /// Keeps the user from editing the value.
        readonly: Flag;
        /// Demands a value before the form can be submitted.
        required: Flag;
        /// Detail tokens that tell the browser what to fill in.
        autocomplete: Tokens;
        /// Short hint shown while the value is empty.
        placeholder: Text;
        /// Largest number of UTF-16 code units the user may enter.
        maxlength: Number;
        /// Smallest number of UTF-16 code units of a valid value.
        minlength: Number;
        /// Name under which the direction of the text is submitted.
        dirname: Text;
        /// Width of the control in characters.
        cols: Number;
        /// Number of lines shown at once.
        rows: Number;
        /// Whether submitted text contains the line breaks of the display.
        wrap: Enumerated["soft", "hard"];
    }
    /// The result of a calculation or user action. <https://html.spec.whatwg.org/multipage/form-elements.html#the-output-element>
    output: Parent Control {
        /// Ids of the controls the result comes from.
        for_ "for": Tokens;
        /// Id of the form the control belongs to.
        form: Text;
        /// Name of the element in the form's collection of controls.
        name: Text;
    }
    /// The progress of a task. <https://html.spec.whatwg.org/multipage/form-elements.html#the-progress-element>
    progress: Parent Control {
        /// How much of the task is done.
        value: Number;
        /// How much work the task takes.
        max: Number;
    }
    /// A measurement within a known range. <https://html.spec.whatwg.org/multipage/form-elements.html#the-meter-element>
    meter: Parent Control {
        /// The measured value.
        value: Number;
        /// Lower end of the range.
        min: Number;
        /// Upper end of the range.
        max: Number;
        /// Bound below which values count as low.
        low: Number;
        /// Bound above which values count as high.
        high: Number;
        /// The best value.
        optimum: Number;
    }
    /// A group of form controls. <https://html.spec.whatwg.org/multipage/form-elements.html#the-fieldset-element>
    fieldset: Parent {
        /// Disables the controls of the group, except in its legend.
        disabled: Flag;
        /// Id of the form the control belongs to.
        form: Text;
        /// Name of the group in the form's collection of controls.
        name: Text;
    }
    /// The caption of a field set. <https://html.spec.whatwg.org/multipage/form-elements.html#the-legend-element>
    legend: Parent {}
    /// A copy of the chosen option's content, inside a `select`. <https://html.spec.whatwg.org/multipage/form-elements.html#the-selectedcontent-element>
    selectedcontent: Parent {}

    // Interactive elements.
    /// A disclosure of additional content. <https://html.spec.whatwg.org/multipage/interactive-elements.html#the-details-element>
    details: Parent {
        /// Name shared by disclosures of which only one is open.
        name: Text;
        /// Shows the content.
        open: Flag;
    }
    /// The visible label of a disclosure. <https://html.spec.whatwg.org/multipage/interactive-elements.html#the-summary-element>
    summary: Parent {}
    /// A dialog box or window. <https://html.spec.whatwg.org/multipage/interactive-elements.html#the-dialog-element>
    dialog: Parent {
        /// User actions that close the dialog.
        closedby: Enumerated["any", "closerequest", "none"];
        /// Shows the dialog without making it modal.
        open: Flag;
    }

    // Scripting.
    /// A script of the document, or a block of data. <https://html.spec.whatwg.org/multipage/scripting.html#the-script-element>
    script: Raw {
        /// Address of the script.
        src: Url;
        /// Kind of the script, such as `module`, or media type of the data.
        type_ "type": Text;
        /// Skips the script where modules are supported.
        nomodule: Flag;
        /// Runs the script as soon as it is available.
        async_ "async": Flag;
        /// Runs the script after the document is parsed.
        defer: Flag;
        /// Operations that wait for the resource, such as rendering.
        blocking: Tokens;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
        /// Hashes the fetched content must match.
        integrity: Text;
        /// How much of the referrer requests from this element carry.
        referrerpolicy: Enumerated[
            "no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
            "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url"
        ];
        /// Relative priority of the fetch.
        fetchpriority: Enumerated["high", "low", "auto"];
    }
    /// Content for documents without scripting. <https://html.spec.whatwg.org/multipage/scripting.html#the-noscript-element>
    noscript: Parent {}
    /// Inert markup for scripts, or a declarative shadow root. <https://html.spec.whatwg.org/multipage/scripting.html#the-template-element>
    template: Parent {
        /// Name of the marker in the document that the content replaces.
        for_ "for": Text;
        /// Turns the content into a shadow root of this mode.
        shadowrootmode: Enumerated["open", "closed"];
        /// Makes the shadow root part of clones of its host.
        shadowrootclonable: Flag;
        /// Leaves the custom element registry of the shadow root to be set later.
        shadowrootcustomelementregistry: Flag;
        /// Lets the shadow root pass focus on to its content.
        shadowrootdelegatesfocus: Flag;
        /// Makes the shadow root part of serialized markup.
        shadowrootserializable: Flag;
        /// How children of the host are assigned to slots.
        shadowrootslotassignment: Enumerated["named", "manual"];
    }
    /// A place in a shadow tree for children of its host. <https://html.spec.whatwg.org/multipage/scripting.html#the-slot-element>
    slot: Parent {
        /// Name by which children choose the slot.
        name: Text;
    }
    /// A bitmap drawn on by scripts. <https://html.spec.whatwg.org/multipage/canvas.html#the-canvas-element>
    canvas: Parent {
        /// Horizontal size in CSS pixels.
        width: Number;
        /// Vertical size in CSS pixels.
        height: Number;
    }
}

// The roots of the embedded vocabularies are written among HTML elements, without a prefix.
pub use crate::mathml::math;
pub use crate::svg::svg;
