// region: script
import { action, attribute, effect } from "datastar"

// data-grow="lines": as high as the content, up to so many lines.
attribute({
    name: "grow",
    requirement: { key: "denied", value: "must" },
    returnsValue: true,
    apply({ el, rx }) {
        const fit = () => {
            const line = parseFloat(getComputedStyle(el).lineHeight)
            el.style.height = "auto"
            el.style.height = Math.min(el.scrollHeight + 4, line * rx() + 20) + "px"
        }
        const stop = effect(fit)
        el.addEventListener("input", fit)
        return () => {
            stop()
            el.removeEventListener("input", fit)
        }
    },
})

// @insert('selector', text): puts a text where the cursor is.
action({
    name: "insert",
    apply(_, selector, text) {
        const field = document.querySelector(selector)
        field.setRangeText(text, field.selectionStart, field.selectionEnd, "end")
        field.dispatchEvent(new Event("input", { bubbles: true }))
    },
})
// endregion
