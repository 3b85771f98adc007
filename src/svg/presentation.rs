//! The attributes that most SVG elements share, one row each.
//!
//! Most of them are [presentation attributes]: properties of CSS, written as attributes. Their
//! values are text, because keywords such as `inherit` and functions such as `var()` are legal for
//! every property.
//!
//! [presentation attributes]: https://w3c.github.io/svgwg/svg2-draft/styling.html#PresentationAttributes

use super::SvgElement;

crate::attributes! {
    @svg
    // Attributes of the core and of conditional processing.
    /// Extensions without which the element is not drawn.
    requiredExtensions: Tokens;
    /// Languages of which the user prefers one, or the element is not drawn.
    systemLanguage: Text;
    /// Namespace of the element, always `http://www.w3.org/2000/svg`.
    xmlns: Text;
    /// Namespace of the `xlink` attributes.
    xmlns_xlink "xmlns:xlink": Text;
    /// Older form of `href`.
    xlink_href "xlink:href": Url;
    /// Older form of a `title` element.
    xlink_title "xlink:title": Text;
    /// Older form of `lang`.
    xml_lang "xml:lang": Text;
    /// Whether white space is kept.
    xml_space "xml:space": Enumerated["default", "preserve"];

    // Properties of CSS that are attributes too.
    /// Which baseline is aligned with the parent's.
    alignment_baseline "alignment-baseline": Text;
    /// Shift from the parent's baseline.
    baseline_shift "baseline-shift": Text;
    /// Region outside of which nothing is drawn.
    clip_path "clip-path": Text;
    /// Which side of a clipping outline is inside.
    clip_rule "clip-rule": Text;
    /// Color that `currentColor` stands for.
    color: Text;
    /// Color space of gradients and blending.
    color_interpolation "color-interpolation": Text;
    /// Color space of filters.
    color_interpolation_filters "color-interpolation-filters": Text;
    /// Shape of the mouse cursor.
    cursor: Text;
    /// Direction of the text.
    direction: Text;
    /// Whether and how the element is drawn.
    display: Text;
    /// Baseline by which text is aligned.
    dominant_baseline "dominant-baseline": Text;
    /// Paint of the inside.
    fill: Text;
    /// Opacity of the inside.
    fill_opacity "fill-opacity": Text;
    /// Which side of an outline is inside.
    fill_rule "fill-rule": Text;
    /// Filters applied to the element.
    filter: Text;
    /// Color of a flood or drop shadow.
    flood_color "flood-color": Text;
    /// Opacity of a flood or drop shadow.
    flood_opacity "flood-opacity": Text;
    /// Families of the font.
    font_family "font-family": Text;
    /// Size of the font.
    font_size "font-size": Text;
    /// Adjustment of the size to the font's proportions.
    font_size_adjust "font-size-adjust": Text;
    /// Width of the font.
    font_stretch "font-stretch": Text;
    /// Slant of the font.
    font_style "font-style": Text;
    /// Alternate glyphs of the font, such as small capitals.
    font_variant "font-variant": Text;
    /// Weight of the font.
    font_weight "font-weight": Text;
    /// How scaled images are smoothed.
    image_rendering "image-rendering": Text;
    /// Extra space between characters.
    letter_spacing "letter-spacing": Text;
    /// Color of a light.
    lighting_color "lighting-color": Text;
    /// Marker at the last corner.
    marker_end "marker-end": Text;
    /// Marker at the corners between.
    marker_mid "marker-mid": Text;
    /// Marker at the first corner.
    marker_start "marker-start": Text;
    /// Masks applied to the element.
    mask: Text;
    /// Whether a mask uses luminance or alpha.
    mask_type "mask-type": Text;
    /// Opacity of the element.
    opacity: Text;
    /// Whether content outside the viewport is drawn.
    overflow: Text;
    /// Order of fill, stroke and markers.
    paint_order "paint-order": Text;
    /// Which parts of the element pointers can hit.
    pointer_events "pointer-events": Text;
    /// Whether shapes are drawn for speed, crispness or precision.
    shape_rendering "shape-rendering": Text;
    /// Color of a gradient stop.
    stop_color "stop-color": Text;
    /// Opacity of a gradient stop.
    stop_opacity "stop-opacity": Text;
    /// Paint of the outline.
    stroke: Text;
    /// Lengths of dashes and gaps.
    stroke_dasharray "stroke-dasharray": Text;
    /// Where in the dashes the outline starts.
    stroke_dashoffset "stroke-dashoffset": Text;
    /// Shape of the ends of the outline.
    stroke_linecap "stroke-linecap": Text;
    /// Shape of the corners of the outline.
    stroke_linejoin "stroke-linejoin": Text;
    /// Length beyond which pointed corners are cut.
    stroke_miterlimit "stroke-miterlimit": Text;
    /// Opacity of the outline.
    stroke_opacity "stroke-opacity": Text;
    /// Width of the outline.
    stroke_width "stroke-width": Text;
    /// Which end of the text is at its position.
    text_anchor "text-anchor": Text;
    /// Lines on the text.
    text_decoration "text-decoration": Text;
    /// How text that does not fit is cut.
    text_overflow "text-overflow": Text;
    /// Whether text is drawn for speed, legibility or precision.
    text_rendering "text-rendering": Text;
    /// Transformation of the element.
    transform: Text;
    /// Point the transformation is relative to.
    transform_origin "transform-origin": Text;
    /// How the text takes part in bidirectional layout.
    unicode_bidi "unicode-bidi": Text;
    /// Effects such as an outline that does not scale.
    vector_effect "vector-effect": Text;
    /// Whether the element is visible.
    visibility: Text;
    /// Whether white space is kept and lines are wrapped.
    white_space "white-space": Text;
    /// Extra space between words.
    word_spacing "word-spacing": Text;
    /// Whether lines are horizontal or vertical.
    writing_mode "writing-mode": Text;
}
