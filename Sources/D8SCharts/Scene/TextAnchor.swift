/// Which part of a text lies at its point.
package enum TextAnchor: String, Hashable, Sendable {
    case start, middle, end
}
