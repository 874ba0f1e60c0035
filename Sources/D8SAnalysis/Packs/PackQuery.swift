/// PromQL of a pack: `$window` stands for the time that a rate looks back.
package struct PackQuery: Hashable, Sendable {
    private let template: String

    package init(_ template: String) {
        self.template = template
    }

    /// The expression on one line, for people; as it is where it has comments.
    package var oneLine: String {
        let lines = template.split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return template.contains("#") ? template : lines.joined(separator: " ")
    }

    /// The expression with this many milliseconds in place of `$window`.
    package func text(window: Int64) -> String {
        let seconds = max(1, (window + 999) / 1000)
        return template.split(separator: "$window", omittingEmptySubsequences: false)
            .joined(separator: "\(seconds)s")
    }
}
