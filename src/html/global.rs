//! The attributes of every element, one row each.
//!
//! These are the global attributes of the [HTML standard], with `role` and the `aria-*`
//! attributes of [ARIA], the attributes of `RDFa`, and the event handlers. Attributes that some
//! elements have on their own are rows of those elements; `data-*` attributes need no row.
//!
//! [HTML standard]: https://html.spec.whatwg.org/multipage/dom.html#global-attributes
//! [ARIA]: https://w3c.github.io/aria/

use crate::element::Tag;

crate::attributes! {
    @inherent
    // Attributes of every element.
    /// Keys that activate or focus the element.
    accesskey: Tokens;
    /// How typed text is capitalized.
    autocapitalize: Enumerated["off", "none", "on", "sentences", "words", "characters"];
    /// Whether typed text is corrected.
    autocorrect: Enumerated["on", "off"];
    /// Focuses the element when the page or dialog opens.
    autofocus: Flag;
    /// Classes of the element.
    class: Tokens;
    /// Whether the user can edit the content.
    contenteditable: Enumerated["true", "false", "plaintext-only"];
    /// Direction of the text.
    dir: Enumerated["ltr", "rtl", "auto"];
    /// Whether the user can drag the element.
    draggable: Enumerated["true", "false"];
    /// Label of the enter key on virtual keyboards.
    enterkeyhint: Enumerated["enter", "done", "go", "next", "previous", "search", "send"];
    /// Parts of the shadow tree that are exported from it.
    exportparts: Text;
    /// Number of levels by which the headings inside are lowered.
    headingoffset: Number;
    /// Stops heading offsets of ancestors from applying inside.
    headingreset: Flag;
    /// Hides the element; `"hidden"="until-found"` keeps it searchable.
    hidden: Flag;
    /// Identifier of the element, unique in its document.
    id: Text;
    /// Keeps the user from interacting with the element.
    inert: Flag;
    /// Kind of virtual keyboard to show.
    inputmode: Enumerated["none", "text", "tel", "url", "email", "numeric", "decimal", "search"];
    /// Name of a customized built-in element.
    is: Text;
    /// Language of the content.
    lang: Text;
    /// Number used once that a content security policy allows.
    nonce: Text;
    /// Names by which styles outside the shadow tree select the element.
    part: Tokens;
    /// Makes the element a popover of this type.
    popover: Enumerated["auto", "manual", "hint"];
    /// Roles of the element for assistive technology.
    role: Tokens;
    /// Name of the slot the element is assigned to.
    slot: Text;
    /// Whether spelling and grammar are checked.
    spellcheck: Enumerated["true", "false"];
    /// Style declarations of the element.
    style: Style;
    /// Place of the element in the focus order.
    tabindex: Number;
    /// Advisory text, often shown as a tooltip.
    title: Text;
    /// Whether the content is translated with the page.
    translate: Enumerated["yes", "no"];
    /// Whether the browser suggests how to continue typed text.
    writingsuggestions: Enumerated["true", "false"];

    // Microdata: <https://html.spec.whatwg.org/multipage/microdata.html>
    /// Global identifier of the item.
    itemid: Text;
    /// Names of the property the element adds to an item.
    itemprop: Tokens;
    /// Ids of further elements with properties of the item.
    itemref: Tokens;
    /// Starts a new item.
    itemscope: Flag;
    /// Types of the item.
    itemtype: Tokens;

    // RDFa: <https://www.w3.org/TR/html-rdfa/>
    /// Subject of the statements about the content.
    about: Text;
    /// Data type of the property's value.
    datatype: Text;
    /// Adds the value of the property to a list.
    inlist: Flag;
    /// Prefixes and the vocabularies they stand for.
    prefix: Text;
    /// Properties the element states, such as `og:title`.
    property: Tokens;
    /// Object of the statement, where it is not a link.
    resource: Text;
    /// Types of the thing described.
    typeof_ "typeof": Tokens;
    /// Vocabulary of the terms without a prefix.
    vocab: Text;

    // ARIA: <https://w3c.github.io/aria/>
    /// Id of the active element of a composite widget.
    aria_activedescendant "aria-activedescendant": Text;
    /// Whether a live region is announced as a whole.
    aria_atomic "aria-atomic": Enumerated["true", "false"];
    /// How suggestions for an input are presented.
    aria_autocomplete "aria-autocomplete": Enumerated["inline", "list", "both", "none"];
    /// Label of the element in braille.
    aria_braillelabel "aria-braillelabel": Text;
    /// Description of the role in braille.
    aria_brailleroledescription "aria-brailleroledescription": Text;
    /// Whether the element is being updated.
    aria_busy "aria-busy": Enumerated["true", "false"];
    /// Whether a checkbox or the like is checked.
    aria_checked "aria-checked": Enumerated["true", "false", "mixed", "undefined"];
    /// Number of columns of the whole table.
    aria_colcount "aria-colcount": Number;
    /// Position of the cell among all columns of the table.
    aria_colindex "aria-colindex": Number;
    /// Position of the column in words.
    aria_colindextext "aria-colindextext": Text;
    /// Number of columns the cell extends over.
    aria_colspan "aria-colspan": Number;
    /// Ids of the elements the element controls.
    aria_controls "aria-controls": Tokens;
    /// Whether the element is the current one of its set.
    aria_current "aria-current": Enumerated[
        "page", "step", "location", "date", "time", "true", "false"
    ];
    /// Ids of the elements that describe the element.
    aria_describedby "aria-describedby": Tokens;
    /// Description of the element.
    aria_description "aria-description": Text;
    /// Ids of the elements with details about the element.
    aria_details "aria-details": Tokens;
    /// Whether the element is shown but inoperable.
    aria_disabled "aria-disabled": Enumerated["true", "false"];
    /// Effects of dropping on the element; deprecated.
    aria_dropeffect "aria-dropeffect": Tokens;
    /// Ids of the elements with an error message.
    aria_errormessage "aria-errormessage": Tokens;
    /// Whether what the element controls is expanded.
    aria_expanded "aria-expanded": Enumerated["true", "false", "undefined"];
    /// Ids of the elements to read next.
    aria_flowto "aria-flowto": Tokens;
    /// Whether the element is being dragged; deprecated.
    aria_grabbed "aria-grabbed": Enumerated["true", "false", "undefined"];
    /// Kind of popup the element opens.
    aria_haspopup "aria-haspopup": Enumerated[
        "true", "false", "menu", "listbox", "tree", "grid", "dialog"
    ];
    /// Whether the element is hidden from assistive technology.
    aria_hidden "aria-hidden": Enumerated["true", "false", "undefined"];
    /// Whether and how the value is invalid.
    aria_invalid "aria-invalid": Enumerated["true", "false", "grammar", "spelling"];
    /// Keyboard shortcuts that activate or focus the element.
    aria_keyshortcuts "aria-keyshortcuts": Tokens;
    /// Label of the element.
    aria_label "aria-label": Text;
    /// Ids of the elements that label the element.
    aria_labelledby "aria-labelledby": Tokens;
    /// Level of the element in a hierarchy.
    aria_level "aria-level": Number;
    /// How urgently updates of the element are announced.
    aria_live "aria-live": Enumerated["assertive", "off", "polite"];
    /// Whether the element blocks the rest of the page.
    aria_modal "aria-modal": Enumerated["true", "false"];
    /// Whether a text box takes several lines.
    aria_multiline "aria-multiline": Enumerated["true", "false"];
    /// Whether several descendants can be selected.
    aria_multiselectable "aria-multiselectable": Enumerated["true", "false"];
    /// Orientation of the element.
    aria_orientation "aria-orientation": Enumerated["horizontal", "vertical", "undefined"];
    /// Ids of children that are elsewhere in the document.
    aria_owns "aria-owns": Tokens;
    /// Short hint shown while the value is empty.
    aria_placeholder "aria-placeholder": Text;
    /// Position of the element in its set.
    aria_posinset "aria-posinset": Number;
    /// Whether a toggle button is pressed.
    aria_pressed "aria-pressed": Enumerated["true", "false", "mixed", "undefined"];
    /// Whether the value cannot be edited.
    aria_readonly "aria-readonly": Enumerated["true", "false"];
    /// Kinds of changes a live region announces.
    aria_relevant "aria-relevant": Tokens;
    /// Whether a value is required.
    aria_required "aria-required": Enumerated["true", "false"];
    /// Description of the role for readers.
    aria_roledescription "aria-roledescription": Text;
    /// Number of rows of the whole table.
    aria_rowcount "aria-rowcount": Number;
    /// Position of the cell among all rows of the table.
    aria_rowindex "aria-rowindex": Number;
    /// Position of the row in words.
    aria_rowindextext "aria-rowindextext": Text;
    /// Number of rows the cell extends over.
    aria_rowspan "aria-rowspan": Number;
    /// Whether the element is selected.
    aria_selected "aria-selected": Enumerated["true", "false", "undefined"];
    /// Number of elements in the set.
    aria_setsize "aria-setsize": Number;
    /// How the rows are sorted by the column.
    aria_sort "aria-sort": Enumerated["ascending", "descending", "none", "other"];
    /// Largest value of a range.
    aria_valuemax "aria-valuemax": Number;
    /// Smallest value of a range.
    aria_valuemin "aria-valuemin": Number;
    /// Current value of a range.
    aria_valuenow "aria-valuenow": Number;
    /// Current value of a range in words.
    aria_valuetext "aria-valuetext": Text;

    // Event handlers of the HTML standard.
    /// Runs when loading is aborted.
    onabort: Script;
    /// Runs on a click of a button other than the primary one.
    onauxclick: Script;
    /// Runs before a value is edited.
    onbeforeinput: Script;
    /// Runs before content hidden until found is revealed.
    onbeforematch: Script;
    /// Runs before a popover or dialog opens or closes.
    onbeforetoggle: Script;
    /// Runs when the element loses focus.
    onblur: Script;
    /// Runs when the user wants to dismiss a dialog.
    oncancel: Script;
    /// Runs when playback can start, though it may have to wait later.
    oncanplay: Script;
    /// Runs when playback can go on to the end.
    oncanplaythrough: Script;
    /// Runs when the user commits a new value.
    onchange: Script;
    /// Runs when the element is clicked.
    onclick: Script;
    /// Runs when a dialog is closed.
    onclose: Script;
    /// Runs when a button sends a command to the element.
    oncommand: Script;
    /// Runs when a canvas loses its drawing context.
    oncontextlost: Script;
    /// Runs when the user asks for a context menu.
    oncontextmenu: Script;
    /// Runs when a canvas has its drawing context back.
    oncontextrestored: Script;
    /// Runs when the user copies.
    oncopy: Script;
    /// Runs when the cues of a text track change.
    oncuechange: Script;
    /// Runs when the user cuts.
    oncut: Script;
    /// Runs when the element is clicked twice.
    ondblclick: Script;
    /// Runs repeatedly while the element is dragged.
    ondrag: Script;
    /// Runs when a drag ends.
    ondragend: Script;
    /// Runs when a drag enters the element.
    ondragenter: Script;
    /// Runs when a drag leaves the element.
    ondragleave: Script;
    /// Runs repeatedly while a drag is over the element.
    ondragover: Script;
    /// Runs when a drag starts.
    ondragstart: Script;
    /// Runs when something is dropped on the element.
    ondrop: Script;
    /// Runs when the duration of the media changes.
    ondurationchange: Script;
    /// Runs when the media is reset.
    onemptied: Script;
    /// Runs when playback reaches the end.
    onended: Script;
    /// Runs when loading fails or a script throws.
    onerror: Script;
    /// Runs when the element gains focus.
    onfocus: Script;
    /// Runs when the data of a form is collected.
    onformdata: Script;
    /// Runs when the value was edited.
    oninput: Script;
    /// Runs when the value fails validation.
    oninvalid: Script;
    /// Runs when a key is pressed.
    onkeydown: Script;
    /// Runs when a key that makes a character is pressed; deprecated.
    onkeypress: Script;
    /// Runs when a key is released.
    onkeyup: Script;
    /// Runs when the resource is loaded.
    onload: Script;
    /// Runs when the first frame can be shown.
    onloadeddata: Script;
    /// Runs when duration and dimensions are known.
    onloadedmetadata: Script;
    /// Runs when loading starts.
    onloadstart: Script;
    /// Runs when a mouse button is pressed.
    onmousedown: Script;
    /// Runs when the mouse enters the element.
    onmouseenter: Script;
    /// Runs when the mouse leaves the element.
    onmouseleave: Script;
    /// Runs when the mouse moves.
    onmousemove: Script;
    /// Runs when the mouse leaves the element or a descendant.
    onmouseout: Script;
    /// Runs when the mouse enters the element or a descendant.
    onmouseover: Script;
    /// Runs when a mouse button is released.
    onmouseup: Script;
    /// Runs when the user pastes.
    onpaste: Script;
    /// Runs when playback is paused.
    onpause: Script;
    /// Runs when playback is asked to start.
    onplay: Script;
    /// Runs when playback starts or goes on.
    onplaying: Script;
    /// Runs while data is fetched.
    onprogress: Script;
    /// Runs when the playback rate changes.
    onratechange: Script;
    /// Runs when a form is reset.
    onreset: Script;
    /// Runs when the window or video is resized.
    onresize: Script;
    /// Runs when the element is scrolled.
    onscroll: Script;
    /// Runs when scrolling has ended.
    onscrollend: Script;
    /// Runs when the content security policy is violated.
    onsecuritypolicyviolation: Script;
    /// Runs when playback has moved to another position.
    onseeked: Script;
    /// Runs when playback is moving to another position.
    onseeking: Script;
    /// Runs when text in a control is selected.
    onselect: Script;
    /// Runs when the children assigned to a slot change.
    onslotchange: Script;
    /// Runs when data fails to arrive.
    onstalled: Script;
    /// Runs when a form is submitted.
    onsubmit: Script;
    /// Runs when the browser stops fetching before the end.
    onsuspend: Script;
    /// Runs when the playback position changes.
    ontimeupdate: Script;
    /// Runs when a disclosure, popover or dialog has opened or closed.
    ontoggle: Script;
    /// Runs when the volume changes.
    onvolumechange: Script;
    /// Runs when playback waits for data.
    onwaiting: Script;
    /// Runs when a wheel is turned.
    onwheel: Script;

    // Event handlers of Selection API, Pointer Events and Touch Events.
    /// Runs when the selection in a text control changes.
    onselectionchange: Script;
    /// Runs when the user starts a selection.
    onselectstart: Script;
    /// Runs when the element captures a pointer.
    ongotpointercapture: Script;
    /// Runs when the element loses a captured pointer.
    onlostpointercapture: Script;
    /// Runs when a pointer will send no more events.
    onpointercancel: Script;
    /// Runs when a pointer is pressed.
    onpointerdown: Script;
    /// Runs when a pointer enters the element.
    onpointerenter: Script;
    /// Runs when a pointer leaves the element.
    onpointerleave: Script;
    /// Runs when a pointer changes.
    onpointermove: Script;
    /// Runs when a pointer leaves the element or a descendant.
    onpointerout: Script;
    /// Runs when a pointer enters the element or a descendant.
    onpointerover: Script;
    /// Runs for each raw change of a pointer.
    onpointerrawupdate: Script;
    /// Runs when a pointer is released.
    onpointerup: Script;
    /// Runs when a touch is disrupted.
    ontouchcancel: Script;
    /// Runs when a touch ends.
    ontouchend: Script;
    /// Runs when a touch moves.
    ontouchmove: Script;
    /// Runs when a touch starts.
    ontouchstart: Script;

    // Event handlers of CSS animations, transitions and scroll snapping.
    /// Runs when an animation is aborted.
    onanimationcancel: Script;
    /// Runs when an animation ends.
    onanimationend: Script;
    /// Runs when an animation starts over.
    onanimationiteration: Script;
    /// Runs when an animation starts.
    onanimationstart: Script;
    /// Runs when scrolling has snapped to other elements.
    onsnapchanged: Script;
    /// Runs when scrolling is about to snap to other elements.
    onsnapchanging: Script;
    /// Runs when a transition is aborted.
    ontransitioncancel: Script;
    /// Runs when a transition ends.
    ontransitionend: Script;
    /// Runs when a transition is created, before its delay.
    ontransitionrun: Script;
    /// Runs when a transition starts, after its delay.
    ontransitionstart: Script;
}
