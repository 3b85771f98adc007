//! The elements of SVG, one row each.
//!
//! These are the elements of [SVG 2], with its modules for [filters], [masks] and [animations].
//! Attributes that most of them share, such as `fill`, have rows of their own. Attributes that
//! look like numbers are text, because nearly all of them also take units, percentages or lists.
//! What browsers no longer implement is left out.
//!
//! [SVG 2]: https://w3c.github.io/svgwg/svg2-draft/
//! [filters]: https://drafts.csswg.org/filter-effects-1/
//! [masks]: https://drafts.csswg.org/css-masking-1/
//! [animations]: https://svgwg.org/specs/animations/

mod presentation;

pub use presentation::Presentation;

use crate::element::Tag;

/// An element of SVG.
pub trait SvgElement: Tag {}

crate::elements! {
    @svg
    // Structure.
    /// The root of an SVG image, or a nested viewport. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-svg>
    svg: Parent {
        /// Rectangle of the content that fills the viewport.
        viewBox: Text;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
    }
    /// A group of elements. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-g>
    g: Parent {}
    /// Elements that are defined for later use. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-defs>
    defs: Parent {}
    /// A template drawn only where it is used. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-symbol>
    symbol: Parent {
        /// Rectangle of the content that fills the viewport.
        viewBox: Text;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
        /// Horizontal position of the reference point.
        refX: Text;
        /// Vertical position of the reference point.
        refY: Text;
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
    }
    /// A copy of another element. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-use>
    use_ "use": Parent {
        /// Element to copy.
        href: Url;
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
    }
    /// The first of several elements that the browser supports. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-switch>
    switch: Parent {}
    /// The name of an element, often shown as a tooltip. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-title>
    title: Parent {}
    /// A longer description of an element. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-desc>
    desc: Parent {}
    /// Metadata of the image. <https://w3c.github.io/svgwg/svg2-draft/struct.html#elementdef-metadata>
    metadata: Parent {}
    /// A hyperlink. <https://w3c.github.io/svgwg/svg2-draft/linking.html#elementdef-a>
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
    /// A view of the image that links can point to. <https://w3c.github.io/svgwg/svg2-draft/linking.html#elementdef-view>
    view: Parent {
        /// Rectangle of the content that fills the viewport.
        viewBox: Text;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
    }
    // Unlike in the HTML elements of these names, parsers of HTML decode references in the text.
    /// A style sheet of the document. <https://w3c.github.io/svgwg/svg2-draft/styling.html#elementdef-style>
    style: Raw {
        /// Media type of the style sheet.
        type_ "type": Text;
        /// Media query for which the style sheet applies.
        media: Text;
    }
    /// A script of the document. <https://w3c.github.io/svgwg/svg2-draft/interact.html#elementdef-script>
    script: Raw {
        /// Address of the script.
        href: Url;
        /// Media type of the script.
        type_ "type": Text;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
    }

    // Shapes.
    /// A shape made of lines and curves. <https://w3c.github.io/svgwg/svg2-draft/paths.html#elementdef-path>
    path: Parent {
        /// Commands that draw the outline.
        d: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }
    /// A rectangle. <https://w3c.github.io/svgwg/svg2-draft/shapes.html#elementdef-rect>
    rect: Parent {
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
        /// Horizontal radius of the corners.
        rx: Text;
        /// Vertical radius of the corners.
        ry: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }
    /// A circle. <https://w3c.github.io/svgwg/svg2-draft/shapes.html#elementdef-circle>
    circle: Parent {
        /// Horizontal position of the center.
        cx: Text;
        /// Vertical position of the center.
        cy: Text;
        /// Radius.
        r: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }
    /// An ellipse. <https://w3c.github.io/svgwg/svg2-draft/shapes.html#elementdef-ellipse>
    ellipse: Parent {
        /// Horizontal position of the center.
        cx: Text;
        /// Vertical position of the center.
        cy: Text;
        /// Horizontal radius.
        rx: Text;
        /// Vertical radius.
        ry: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }
    /// A straight line. <https://w3c.github.io/svgwg/svg2-draft/shapes.html#elementdef-line>
    line: Parent {
        /// Horizontal position of the start.
        x1: Text;
        /// Vertical position of the start.
        y1: Text;
        /// Horizontal position of the end.
        x2: Text;
        /// Vertical position of the end.
        y2: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }
    /// An open shape of straight lines. <https://w3c.github.io/svgwg/svg2-draft/shapes.html#elementdef-polyline>
    polyline: Parent {
        /// Coordinates of the corners.
        points: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }
    /// A closed shape of straight lines. <https://w3c.github.io/svgwg/svg2-draft/shapes.html#elementdef-polygon>
    polygon: Parent {
        /// Coordinates of the corners.
        points: Text;
        /// Length of the whole outline, in the author's units.
        pathLength: Text;
    }

    // Text.
    /// A piece of text. <https://w3c.github.io/svgwg/svg2-draft/text.html#elementdef-text>
    text: Parent {
        /// Horizontal positions of the characters.
        x: Text;
        /// Vertical positions of the characters.
        y: Text;
        /// Horizontal shifts of the characters.
        dx: Text;
        /// Vertical shifts of the characters.
        dy: Text;
        /// Rotations of the characters.
        rotate: Text;
        /// Length the text is fitted to.
        textLength: Text;
        /// What is stretched to fit the text to its length.
        lengthAdjust: Enumerated["spacing", "spacingAndGlyphs"];
    }
    /// A part of a text with a style or position of its own. <https://w3c.github.io/svgwg/svg2-draft/text.html#elementdef-tspan>
    tspan: Parent {
        /// Horizontal positions of the characters.
        x: Text;
        /// Vertical positions of the characters.
        y: Text;
        /// Horizontal shifts of the characters.
        dx: Text;
        /// Vertical shifts of the characters.
        dy: Text;
        /// Rotations of the characters.
        rotate: Text;
        /// Length the text is fitted to.
        textLength: Text;
        /// What is stretched to fit the text to its length.
        lengthAdjust: Enumerated["spacing", "spacingAndGlyphs"];
    }
    /// Text along a path. <https://w3c.github.io/svgwg/svg2-draft/text.html#elementdef-textPath>
    textPath: Parent {
        /// Path or shape the text follows.
        href: Url;
        /// Commands that draw the path the text follows.
        path: Text;
        /// Where on the path the text starts.
        startOffset: Text;
        /// Whether characters are rotated or bent along the path.
        method: Enumerated["align", "stretch"];
        /// How the space between characters is computed.
        spacing: Enumerated["auto", "exact"];
        /// Side of the path the text is on.
        side: Enumerated["left", "right"];
        /// Length the text is fitted to.
        textLength: Text;
        /// What is stretched to fit the text to its length.
        lengthAdjust: Enumerated["spacing", "spacingAndGlyphs"];
    }

    // Embedded content.
    /// An image. <https://w3c.github.io/svgwg/svg2-draft/embedded.html#elementdef-image>
    image: Parent {
        /// Address of the image.
        href: Url;
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
        /// Whether other content waits for the image to be decoded.
        decoding: Enumerated["sync", "async", "auto"];
    }
    /// Content of another vocabulary, such as HTML. <https://w3c.github.io/svgwg/svg2-draft/embedded.html#elementdef-foreignObject>
    foreignObject: Parent {
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
    }

    // Paint: gradients, patterns and markers.
    /// A gradient along a line. <https://w3c.github.io/svgwg/svg2-draft/pservers.html#elementdef-linearGradient>
    linearGradient: Parent {
        /// Horizontal position of the start.
        x1: Text;
        /// Vertical position of the start.
        y1: Text;
        /// Horizontal position of the end.
        x2: Text;
        /// Vertical position of the end.
        y2: Text;
        /// Coordinate system of the gradient.
        gradientUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
        /// Transformation of the gradient.
        gradientTransform: Text;
        /// How the gradient goes on beyond its ends.
        spreadMethod: Enumerated["pad", "reflect", "repeat"];
        /// Gradient to inherit from.
        href: Url;
    }
    /// A gradient between two circles. <https://w3c.github.io/svgwg/svg2-draft/pservers.html#elementdef-radialGradient>
    radialGradient: Parent {
        /// Horizontal position of the center.
        cx: Text;
        /// Vertical position of the center.
        cy: Text;
        /// Radius.
        r: Text;
        /// Horizontal position of the focal point.
        fx: Text;
        /// Vertical position of the focal point.
        fy: Text;
        /// Radius of the focal circle.
        fr: Text;
        /// Coordinate system of the gradient.
        gradientUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
        /// Transformation of the gradient.
        gradientTransform: Text;
        /// How the gradient goes on beyond its ends.
        spreadMethod: Enumerated["pad", "reflect", "repeat"];
        /// Gradient to inherit from.
        href: Url;
    }
    /// A color of a gradient. <https://w3c.github.io/svgwg/svg2-draft/pservers.html#elementdef-stop>
    stop: Parent {
        /// Where in the gradient the color is.
        offset: Text;
    }
    /// A tile that paints shapes. <https://w3c.github.io/svgwg/svg2-draft/pservers.html#elementdef-pattern>
    pattern: Parent {
        /// Rectangle of the content that fills the viewport.
        viewBox: Text;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
        /// Coordinate system of the tile.
        patternUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
        /// Coordinate system of the content.
        patternContentUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
        /// Transformation of the pattern.
        patternTransform: Text;
        /// Pattern to inherit from.
        href: Url;
    }
    /// A symbol drawn at the corners of a shape. <https://w3c.github.io/svgwg/svg2-draft/painting.html#elementdef-marker>
    marker: Parent {
        /// Rectangle of the content that fills the viewport.
        viewBox: Text;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
        /// Horizontal position of the reference point.
        refX: Text;
        /// Vertical position of the reference point.
        refY: Text;
        /// Coordinate system of the size.
        markerUnits: Enumerated["strokeWidth", "userSpaceOnUse"];
        /// Horizontal size of the marker.
        markerWidth: Text;
        /// Vertical size of the marker.
        markerHeight: Text;
        /// Rotation of the marker: an angle, `auto` or `auto-start-reverse`.
        orient: Text;
    }

    // Clipping and masking.
    /// A region outside of which nothing is drawn. <https://drafts.csswg.org/css-masking-1/#elementdef-clippath>
    clipPath: Parent {
        /// Coordinate system of the content.
        clipPathUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
    }
    /// An image that makes what it masks translucent. <https://drafts.csswg.org/css-masking-1/#elementdef-mask>
    mask: Parent {
        /// Horizontal position.
        x: Text;
        /// Vertical position.
        y: Text;
        /// Horizontal size.
        width: Text;
        /// Vertical size.
        height: Text;
        /// Coordinate system of position and size.
        maskUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
        /// Coordinate system of the content.
        maskContentUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
    }

    // Filters.
    /// A chain of image operations. <https://drafts.csswg.org/filter-effects-1/#elementdef-filter>
    filter: Parent {
        /// Horizontal position of the filter region.
        x: Text;
        /// Vertical position of the filter region.
        y: Text;
        /// Horizontal size of the filter region.
        width: Text;
        /// Vertical size of the filter region.
        height: Text;
        /// Coordinate system of the filter region.
        filterUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
        /// Coordinate system of lengths in the primitives.
        primitiveUnits: Enumerated["userSpaceOnUse", "objectBoundingBox"];
    }
    /// Blends two images. <https://drafts.csswg.org/filter-effects-1/#elementdef-feblend>
    feBlend: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Second input of the primitive.
        in2: Text;
        /// Blend mode.
        mode: Enumerated[
            "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge",
            "color-burn", "hard-light", "soft-light", "difference", "exclusion", "hue",
            "saturation", "color", "luminosity"
        ];
    }
    /// Transforms colors by a matrix. <https://drafts.csswg.org/filter-effects-1/#elementdef-fecolormatrix>
    feColorMatrix: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Kind of the transformation.
        type_ "type": Enumerated["matrix", "saturate", "hueRotate", "luminanceToAlpha"];
        /// Numbers of the transformation.
        values: Text;
    }
    /// Maps each color channel by a function. <https://drafts.csswg.org/filter-effects-1/#elementdef-fecomponenttransfer>
    feComponentTransfer: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
    }
    /// The function for the red channel. <https://drafts.csswg.org/filter-effects-1/#elementdef-fefuncr>
    feFuncR: Parent {
        /// Kind of the function.
        type_ "type": Enumerated["identity", "table", "discrete", "linear", "gamma"];
        /// Values of a `table` or `discrete` function.
        tableValues: Text;
        /// Slope of a `linear` function.
        slope: Text;
        /// Intercept of a `linear` function.
        intercept: Text;
        /// Amplitude of a `gamma` function.
        amplitude: Text;
        /// Exponent of a `gamma` function.
        exponent: Text;
        /// Offset of a `gamma` function.
        offset: Text;
    }
    /// The function for the green channel. <https://drafts.csswg.org/filter-effects-1/#elementdef-fefuncg>
    feFuncG: Parent {
        /// Kind of the function.
        type_ "type": Enumerated["identity", "table", "discrete", "linear", "gamma"];
        /// Values of a `table` or `discrete` function.
        tableValues: Text;
        /// Slope of a `linear` function.
        slope: Text;
        /// Intercept of a `linear` function.
        intercept: Text;
        /// Amplitude of a `gamma` function.
        amplitude: Text;
        /// Exponent of a `gamma` function.
        exponent: Text;
        /// Offset of a `gamma` function.
        offset: Text;
    }
    /// The function for the blue channel. <https://drafts.csswg.org/filter-effects-1/#elementdef-fefuncb>
    feFuncB: Parent {
        /// Kind of the function.
        type_ "type": Enumerated["identity", "table", "discrete", "linear", "gamma"];
        /// Values of a `table` or `discrete` function.
        tableValues: Text;
        /// Slope of a `linear` function.
        slope: Text;
        /// Intercept of a `linear` function.
        intercept: Text;
        /// Amplitude of a `gamma` function.
        amplitude: Text;
        /// Exponent of a `gamma` function.
        exponent: Text;
        /// Offset of a `gamma` function.
        offset: Text;
    }
    /// The function for the alpha channel. <https://drafts.csswg.org/filter-effects-1/#elementdef-fefunca>
    feFuncA: Parent {
        /// Kind of the function.
        type_ "type": Enumerated["identity", "table", "discrete", "linear", "gamma"];
        /// Values of a `table` or `discrete` function.
        tableValues: Text;
        /// Slope of a `linear` function.
        slope: Text;
        /// Intercept of a `linear` function.
        intercept: Text;
        /// Amplitude of a `gamma` function.
        amplitude: Text;
        /// Exponent of a `gamma` function.
        exponent: Text;
        /// Offset of a `gamma` function.
        offset: Text;
    }
    /// Combines two images. <https://drafts.csswg.org/filter-effects-1/#elementdef-fecomposite>
    feComposite: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Second input of the primitive.
        in2: Text;
        /// How the images are combined.
        operator: Enumerated["over", "in", "out", "atop", "xor", "lighter", "arithmetic"];
        /// Weight of the product in an `arithmetic` composition.
        k1: Text;
        /// Weight of the first image in an `arithmetic` composition.
        k2: Text;
        /// Weight of the second image in an `arithmetic` composition.
        k3: Text;
        /// Constant in an `arithmetic` composition.
        k4: Text;
    }
    /// Combines each pixel with its neighbors by a matrix. <https://drafts.csswg.org/filter-effects-1/#elementdef-feconvolvematrix>
    feConvolveMatrix: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Numbers of columns and rows of the matrix.
        order: Text;
        /// Numbers of the matrix.
        kernelMatrix: Text;
        /// Number the sum is divided by.
        divisor: Text;
        /// Number added to the result.
        bias: Text;
        /// Column of the matrix that stands for the pixel itself.
        targetX: Text;
        /// Row of the matrix that stands for the pixel itself.
        targetY: Text;
        /// How the input goes on beyond its edges.
        edgeMode: Enumerated["duplicate", "wrap", "none"];
        /// Distance between the samples in user units.
        kernelUnitLength: Text;
        /// Whether the alpha channel is left as it is.
        preserveAlpha: Enumerated["true", "false"];
    }
    /// Lights a matte surface shaped by the alpha channel. <https://drafts.csswg.org/filter-effects-1/#elementdef-fediffuselighting>
    feDiffuseLighting: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Height of the surface where the input is opaque.
        surfaceScale: Text;
        /// Amount of light the surface diffuses.
        diffuseConstant: Text;
        /// Distance between the samples in user units.
        kernelUnitLength: Text;
    }
    /// Moves the pixels of one image by the colors of another. <https://drafts.csswg.org/filter-effects-1/#elementdef-fedisplacementmap>
    feDisplacementMap: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Second input of the primitive.
        in2: Text;
        /// Largest distance.
        scale: Text;
        /// Channel that moves pixels horizontally.
        xChannelSelector: Enumerated["R", "G", "B", "A"];
        /// Channel that moves pixels vertically.
        yChannelSelector: Enumerated["R", "G", "B", "A"];
    }
    /// Draws a shadow behind an image. <https://drafts.csswg.org/filter-effects-1/#elementdef-fedropshadow>
    feDropShadow: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Standard deviation of the blur.
        stdDeviation: Text;
        /// Horizontal shift.
        dx: Text;
        /// Vertical shift.
        dy: Text;
    }
    /// Fills the region with a color. <https://drafts.csswg.org/filter-effects-1/#elementdef-feflood>
    feFlood: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
    }
    /// Blurs an image. <https://drafts.csswg.org/filter-effects-1/#elementdef-fegaussianblur>
    feGaussianBlur: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Standard deviation of the blur.
        stdDeviation: Text;
        /// How the input goes on beyond its edges.
        edgeMode: Enumerated["duplicate", "wrap", "none"];
    }
    /// Uses another image. <https://drafts.csswg.org/filter-effects-1/#elementdef-feimage>
    feImage: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Address of the image.
        href: Url;
        /// How the content is aligned and scaled to fit the viewport.
        preserveAspectRatio: Text;
        /// How cross-origin requests of this element are made.
        crossorigin: Enumerated["anonymous", "use-credentials"];
    }
    /// Stacks images on top of each other. <https://drafts.csswg.org/filter-effects-1/#elementdef-femerge>
    feMerge: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
    }
    /// One of the images to stack. <https://drafts.csswg.org/filter-effects-1/#elementdef-femergenode>
    feMergeNode: Parent {
        /// Input of the primitive.
        in_ "in": Text;
    }
    /// Thickens or thins an image. <https://drafts.csswg.org/filter-effects-1/#elementdef-femorphology>
    feMorphology: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Whether the image gets thinner or thicker.
        operator: Enumerated["erode", "dilate"];
        /// How far, horizontally and vertically.
        radius: Text;
    }
    /// Shifts an image. <https://drafts.csswg.org/filter-effects-1/#elementdef-feoffset>
    feOffset: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Horizontal shift.
        dx: Text;
        /// Vertical shift.
        dy: Text;
    }
    /// Lights a shiny surface shaped by the alpha channel. <https://drafts.csswg.org/filter-effects-1/#elementdef-fespecularlighting>
    feSpecularLighting: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
        /// Height of the surface where the input is opaque.
        surfaceScale: Text;
        /// Amount of light the surface reflects.
        specularConstant: Text;
        /// Shininess of the surface.
        specularExponent: Text;
        /// Distance between the samples in user units.
        kernelUnitLength: Text;
    }
    /// Repeats an image over the region. <https://drafts.csswg.org/filter-effects-1/#elementdef-fetile>
    feTile: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Input of the primitive.
        in_ "in": Text;
    }
    /// Makes an image of noise. <https://drafts.csswg.org/filter-effects-1/#elementdef-feturbulence>
    feTurbulence: Parent {
        /// Horizontal position of the region the primitive covers.
        x: Text;
        /// Vertical position of the region the primitive covers.
        y: Text;
        /// Horizontal size of the region the primitive covers.
        width: Text;
        /// Vertical size of the region the primitive covers.
        height: Text;
        /// Name under which other primitives use the result.
        result: Text;
        /// Frequency of the noise.
        baseFrequency: Text;
        /// Number of octaves of the noise.
        numOctaves: Text;
        /// Start of the random numbers.
        seed: Text;
        /// Whether tiles of the noise join smoothly.
        stitchTiles: Enumerated["stitch", "noStitch"];
        /// Kind of the noise.
        type_ "type": Enumerated["fractalNoise", "turbulence"];
    }
    /// A light from far away. <https://drafts.csswg.org/filter-effects-1/#elementdef-fedistantlight>
    feDistantLight: Parent {
        /// Direction of the light in the plane of the image.
        azimuth: Text;
        /// Angle of the light above the image.
        elevation: Text;
    }
    /// A light that shines in all directions. <https://drafts.csswg.org/filter-effects-1/#elementdef-fepointlight>
    fePointLight: Parent {
        /// Horizontal position of the light.
        x: Text;
        /// Vertical position of the light.
        y: Text;
        /// Height of the light above the surface.
        z: Text;
    }
    /// A light that shines in one direction. <https://drafts.csswg.org/filter-effects-1/#elementdef-fespotlight>
    feSpotLight: Parent {
        /// Horizontal position of the light.
        x: Text;
        /// Vertical position of the light.
        y: Text;
        /// Height of the light above the surface.
        z: Text;
        /// Horizontal position of the point the light is aimed at.
        pointsAtX: Text;
        /// Vertical position of the point the light is aimed at.
        pointsAtY: Text;
        /// Height of the point the light is aimed at.
        pointsAtZ: Text;
        /// How much the light is focused.
        specularExponent: Text;
        /// Angle beyond which no light is cast.
        limitingConeAngle: Text;
    }

    // Animation.
    /// Animates an attribute or property. <https://svgwg.org/specs/animations/#elementdef-animate>
    animate: Parent {
        /// Element to animate, by default the parent.
        href: Url;
        /// Name of the attribute or property to animate.
        attributeName: Text;
        /// Whether the name is that of a property or an attribute.
        attributeType: Enumerated["CSS", "XML", "auto"];
        /// When the animation begins.
        begin: Text;
        /// Duration of one iteration.
        dur: Text;
        /// When the animation ends.
        end: Text;
        /// Shortest active duration.
        min: Text;
        /// Longest active duration.
        max: Text;
        /// Whether the animation may begin again.
        restart: Enumerated["always", "whenNotActive", "never"];
        /// Number of iterations, or `indefinite`.
        repeatCount: Text;
        /// Total duration of the iterations, or `indefinite`.
        repeatDur: Text;
        /// How values between the given ones are computed.
        calcMode: Enumerated["discrete", "linear", "paced", "spline"];
        /// Values of the animation, separated by semicolons.
        values: Text;
        /// Times of the values, separated by semicolons.
        keyTimes: Text;
        /// Control points of the curves between the values.
        keySplines: Text;
        /// Value at the start.
        from: Text;
        /// Value at the end.
        to: Text;
        /// Change from start to end.
        by: Text;
        /// Whether the value adds to the underlying one.
        additive: Enumerated["replace", "sum"];
        /// Whether each iteration builds on the one before.
        accumulate: Enumerated["none", "sum"];
        /// Runs when the animation begins.
        onbegin: Script;
        /// Runs when the animation ends.
        onend: Script;
        /// Runs when an iteration other than the first begins.
        onrepeat: Script;
    }
    /// Sets an attribute or property for a time. <https://svgwg.org/specs/animations/#elementdef-set>
    set: Parent {
        /// Element to animate, by default the parent.
        href: Url;
        /// Name of the attribute or property to animate.
        attributeName: Text;
        /// Whether the name is that of a property or an attribute.
        attributeType: Enumerated["CSS", "XML", "auto"];
        /// When the animation begins.
        begin: Text;
        /// Duration of one iteration.
        dur: Text;
        /// When the animation ends.
        end: Text;
        /// Shortest active duration.
        min: Text;
        /// Longest active duration.
        max: Text;
        /// Whether the animation may begin again.
        restart: Enumerated["always", "whenNotActive", "never"];
        /// Number of iterations, or `indefinite`.
        repeatCount: Text;
        /// Total duration of the iterations, or `indefinite`.
        repeatDur: Text;
        /// Value while the animation is active.
        to: Text;
        /// Runs when the animation begins.
        onbegin: Script;
        /// Runs when the animation ends.
        onend: Script;
        /// Runs when an iteration other than the first begins.
        onrepeat: Script;
    }
    /// Moves an element along a path. <https://svgwg.org/specs/animations/#elementdef-animateMotion>
    animateMotion: Parent {
        /// Element to animate, by default the parent.
        href: Url;
        /// When the animation begins.
        begin: Text;
        /// Duration of one iteration.
        dur: Text;
        /// When the animation ends.
        end: Text;
        /// Shortest active duration.
        min: Text;
        /// Longest active duration.
        max: Text;
        /// Whether the animation may begin again.
        restart: Enumerated["always", "whenNotActive", "never"];
        /// Number of iterations, or `indefinite`.
        repeatCount: Text;
        /// Total duration of the iterations, or `indefinite`.
        repeatDur: Text;
        /// How values between the given ones are computed.
        calcMode: Enumerated["discrete", "linear", "paced", "spline"];
        /// Values of the animation, separated by semicolons.
        values: Text;
        /// Times of the values, separated by semicolons.
        keyTimes: Text;
        /// Control points of the curves between the values.
        keySplines: Text;
        /// Value at the start.
        from: Text;
        /// Value at the end.
        to: Text;
        /// Change from start to end.
        by: Text;
        /// Whether the value adds to the underlying one.
        additive: Enumerated["replace", "sum"];
        /// Whether each iteration builds on the one before.
        accumulate: Enumerated["none", "sum"];
        /// Commands that draw the path of the motion.
        path: Text;
        /// How far along the path the motion is at each time.
        keyPoints: Text;
        /// Rotation along the path: an angle, `auto` or `auto-reverse`.
        rotate: Text;
        /// Runs when the animation begins.
        onbegin: Script;
        /// Runs when the animation ends.
        onend: Script;
        /// Runs when an iteration other than the first begins.
        onrepeat: Script;
    }
    /// The path of a motion. <https://svgwg.org/specs/animations/#elementdef-mpath>
    mpath: Parent {
        /// Path or shape the motion follows.
        href: Url;
    }
    /// Animates a transformation. <https://svgwg.org/specs/animations/#elementdef-animateTransform>
    animateTransform: Parent {
        /// Element to animate, by default the parent.
        href: Url;
        /// Name of the attribute or property to animate.
        attributeName: Text;
        /// Whether the name is that of a property or an attribute.
        attributeType: Enumerated["CSS", "XML", "auto"];
        /// When the animation begins.
        begin: Text;
        /// Duration of one iteration.
        dur: Text;
        /// When the animation ends.
        end: Text;
        /// Shortest active duration.
        min: Text;
        /// Longest active duration.
        max: Text;
        /// Whether the animation may begin again.
        restart: Enumerated["always", "whenNotActive", "never"];
        /// Number of iterations, or `indefinite`.
        repeatCount: Text;
        /// Total duration of the iterations, or `indefinite`.
        repeatDur: Text;
        /// Kind of the transformation.
        type_ "type": Enumerated["translate", "scale", "rotate", "skewX", "skewY"];
        /// How values between the given ones are computed.
        calcMode: Enumerated["discrete", "linear", "paced", "spline"];
        /// Values of the animation, separated by semicolons.
        values: Text;
        /// Times of the values, separated by semicolons.
        keyTimes: Text;
        /// Control points of the curves between the values.
        keySplines: Text;
        /// Value at the start.
        from: Text;
        /// Value at the end.
        to: Text;
        /// Change from start to end.
        by: Text;
        /// Whether the value adds to the underlying one.
        additive: Enumerated["replace", "sum"];
        /// Whether each iteration builds on the one before.
        accumulate: Enumerated["none", "sum"];
        /// Runs when the animation begins.
        onbegin: Script;
        /// Runs when the animation ends.
        onend: Script;
        /// Runs when an iteration other than the first begins.
        onrepeat: Script;
    }
}
