extension Markup {
    /// Text in which what stands between two backticks is code.
    init(prose text: String) {
        self.init()
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        for (number, part) in parts.enumerated() {
            if number % 2 == 1, number < parts.count - 1 {
                tag("<code>")
                self.text(String(part))
                tag("</code>")
            } else {
                if number % 2 == 1 { self.text("`") }
                self.text(String(part))
            }
        }
    }
}
