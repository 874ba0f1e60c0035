package import D8SModel

/// A PDF of several pages: vector, with selectable text, structure, links and an outline.
package struct Document: Hashable, Sendable {
    package struct Page: Hashable, Sendable {
        package var size: Size
        /// In reading order.
        package var blocks: [Block]

        package init(size: Size, blocks: [Block]) {
            self.size = size
            self.blocks = blocks
        }
    }

    /// A piece of a page with one role in the document's structure.
    package struct Block: Hashable, Sendable {
        package enum Role: Hashable, Sendable {
            case heading(level: Int)
            case paragraph
            /// A picture with the sentence that replaces it.
            case figure(alternative: String)
            case link(url: String)
            /// Page furniture that a screen reader skips: rules, headers and footers.
            case artifact
        }

        package var role: Role
        /// Where it stands on the page; `marks` are relative to its origin.
        package var origin: Point
        package var marks: [Mark]
        /// The area that a link reacts to, relative to the page; nil for other roles.
        package var frame: Frame?
        /// Its entry in the outline; nil if it has none.
        package var outline: String?

        package init(
            role: Role,
            origin: Point,
            marks: [Mark],
            frame: Frame? = nil,
            outline: String? = nil
        ) {
            self.role = role
            self.origin = origin
            self.marks = marks
            self.frame = frame
            self.outline = outline
        }
    }

    package var title: String
    package var author: String
    package var created: Instant
    /// BCP 47: `en`.
    package var language: String
    package var pages: [Page]

    package init(
        title: String,
        author: String,
        created: Instant,
        language: String,
        pages: [Page]
    ) {
        self.title = title
        self.author = author
        self.created = created
        self.language = language
        self.pages = pages
    }
}
