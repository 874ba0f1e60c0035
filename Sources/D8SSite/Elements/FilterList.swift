/// What a page can be narrowed to, as markup: a page of each value has a link to all others, too
/// many for the template to loop over.
struct FilterList {
    private(set) var markup = Markup()
    private var isEmpty = true

    /// Adds a value; nil for the address of the page itself.
    mutating func add(_ name: String, href: String?) {
        if !isEmpty { markup.tag("\n") }
        isEmpty = false
        guard let href else {
            markup.tag("<li><strong aria-current=\"true\">")
            markup.text(name)
            markup.tag("</strong></li>")
            return
        }
        markup.tag("<li><a href=\"")
        markup.text(href)
        markup.tag("\">")
        markup.text(name)
        markup.tag("</a></li>")
    }
}
